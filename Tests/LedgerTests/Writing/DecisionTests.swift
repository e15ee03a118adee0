import Ledger
import QualityControl
import Testing

@Suite("Decisions")
struct DecisionTests {
    let key = BatchKey(batch: "VA1", laboratory: "ALS")

    @discardableResult
    private func decide(
        _ action: DecisionAction,
        batch: String = "VA1",
        actor: String = "A. Roy",
        reason: String = "checked by hand",
        in transaction: LedgerTransaction
    ) throws -> QueueItem {
        try transaction.decide(batch: batch, action: action, actor: actor, reason: reason, at: "2024-03-05T10:00:00Z")
    }

    @Test("are made by two where two must accept, whatever case and user stand behind the name")
    func fourEyes() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            let (inserted, _) = try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.fail))
            func accept(_ actor: String) throws -> QueueState {
                try transaction.decide(
                    batch: "VA1",
                    action: .accept,
                    actor: actor,
                    reason: "r",
                    fourEyes: true,
                    at: "t"
                ).standing
            }
            #expect(try accept("A. Roy (user lab)").isAcceptedByOne)
            #expect(try transaction.releasedCertificates().isEmpty)
            try decide(.comment, actor: "A. Roy", in: transaction)
            #expect(throws: LedgerError.secondPerson(batch: "VA1", first: "A. Roy (user lab)")) {
                try accept("a. roy (user geo)")
            }
            // Another verdict: the first acceptance was of something else.
            _ = try transaction.insertVerdict(
                on: inserted.certificate.id,
                .sample(.fail, message: "Zn in S1 is too high."),
                state: .standards("C"),
                at: "t"
            )
            #expect(try accept("B. Côté").phase == .inReview)
            #expect(try accept("A. Roy").phase == .accepted)
            #expect(try transaction.releasedCertificates().map(\.sha256) == ["a"])
            #expect(try transaction.verifyAudit().isIntact)
        }
        #expect(
            "\(LedgerError.secondPerson(batch: "VA1", first: "A. Roy"))"
                == "Batch 'VA1' was accepted by A. Roy already, and two must accept it. Another person has to, with --by; "
                + "'reopen' or 'reject' take the first decision back."
        )
    }

    @Test("belong to the verdict they were made on, and go stale when it changes")
    func stale() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            let (inserted, first) = try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.fail))
            let id = inserted.certificate.id
            try decide(.accept, in: transaction)
            #expect(try transaction.decisions(of: key).map(\.verdictID) == [first.id])
            #expect(try transaction.releasedCertificates().map(\.sha256) == ["a"])

            _ = try transaction.insertVerdict(on: id, .sample(.fail), state: .standards("B"), at: "t")
            #expect(try transaction.decisions(of: key).map(\.isStale) == [false])
            #expect(try transaction.queueItem(key)?.standing.phase == .accepted)

            let changed = try transaction.insertVerdict(
                on: id,
                .sample(.fail, message: "Zn in S1 is too high."),
                state: .standards("C"),
                at: "t"
            )
            #expect(changed.queueItem?.standing.phase == .open)
            #expect(try transaction.decisions(of: key).map(\.isStale) == [true])
            #expect(try transaction.releasedCertificates().isEmpty)
        }
        #expect(try ledger.query("SELECT state, decision_stale FROM failure_queue") == [["open", "1"]])
        #expect(try ledger.query("SELECT action, actor, stale FROM decisions") == [["accept", "A. Roy", "1"]])

        try ledger.ledger.write { try decide(.reject, in: $0) }
        #expect(try ledger.query("SELECT state, decision_stale FROM failure_queue") == [["rejected", "0"]])
        #expect(try ledger.query("SELECT stale FROM decisions") == [["1"], ["0"]])
    }

    @Test("go stale when a revision replaces the certificate, though it fails alike")
    func revision() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.fail))
            try decide(.accept, in: transaction)
            try transaction.take(.sample("VA1", reported: "2024-05-01"), sha256: "b", judged: .sample(.fail))
            #expect(try transaction.queueItem(key)?.standing.phase == .open)
            #expect(try transaction.queueItem(key)?.standing.decisionIsStale == true)
            try decide(.accept, in: transaction)
            try transaction.take(.sample("VA1", reported: "2024-01-01"), sha256: "0", judged: .sample(.fail))
            #expect(try transaction.queueItem(key)?.standing.phase == .accepted)
        }
    }

    @Test("need a known batch, a name, a reason and a state they apply to")
    func refusals() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            for batch in ["VA19012345", "VA19012346", "TB20000001"] {
                try transaction.take(.sample(batch), sha256: batch, judged: .sample(.fail))
            }
            #expect(throws: LedgerError.unknownBatch(name: "VA19012354", nearest: ["VA19012345", "VA19012346"])) {
                try decide(.accept, batch: "VA19012354", in: transaction)
            }
            #expect(throws: LedgerError.missingName(batch: "TB20000001")) {
                try decide(.accept, batch: "TB20000001", actor: " ", in: transaction)
            }
            #expect(throws: LedgerError.missingReason(batch: "TB20000001")) {
                try decide(.accept, batch: "TB20000001", reason: "\n", in: transaction)
            }
            try decide(.accept, batch: "tb20000001", in: transaction)
            #expect(throws: LedgerError.wrongState(batch: "TB20000001", state: "accepted", action: "reject")) {
                try decide(.reject, batch: "TB20000001", in: transaction)
            }
            _ = try transaction.insertCertificate(
                PackedCertificate(.sample("NEW")),
                sha256: "n",
                part: 0,
                fileName: "n",
                ingestedAt: "t"
            )
            #expect(throws: LedgerError.notJudged(batch: "NEW")) { try decide(.accept, batch: "NEW", in: transaction) }
        }
    }

    @Test("can take back a batch that passed")
    func reopen() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.pass))
            #expect(try transaction.releasedCertificates().count == 1)
            try decide(.reopen, in: transaction)
            #expect(try transaction.openAlerts() == [key])
            #expect(try transaction.releasedCertificates().isEmpty)
        }
    }
}
