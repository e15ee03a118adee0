import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Decisions on parts of a batch")
struct PartialDecisionTests {
    private static let columns = [
        (analyte: "Cu", method: "ME-ICP61", texts: ["1", "2", "3", "4"]),
        (analyte: "Zn", method: "ME-ICP61", texts: ["5", "6", "7", "8"]),
        (analyte: "Au", method: "Au-AA23", texts: ["9", "10", "11", "12"]),
    ]

    private func failed(status: Outcome = .fail) throws -> TestLedger {
        let ledger = try TestLedger()
        try ledger.ledger.write {
            try $0.take(.sample("VA1", columns: Self.columns), sha256: "a", judged: .sample(status, samples: 4))
        }
        return ledger
    }

    @discardableResult
    private func decide(
        _ action: DecisionAction,
        _ analytes: [String] = [],
        method: String? = nil,
        samples: (String, String)? = nil,
        whole: Bool = false,
        actor: String = "A. Roy",
        fourEyes: Bool = false,
        in ledger: TestLedger
    ) throws -> QueueState {
        try ledger.ledger.write { transaction in
            try transaction.decide(
                batch: "VA1",
                action: action,
                scope: whole
                    ? nil
                    : DecisionScope(
                        analytes: analytes,
                        method: method,
                        samples: samples.map { DecisionScope.Samples(first: $0.0, last: $0.1) }
                    ),
                actor: actor,
                reason: "r",
                fourEyes: fourEyes,
                at: "t"
            ).standing
        }
    }

    /// What an export would hold, as reported, each with the decision that releases it.
    private func released(_ ledger: TestLedger) throws -> [String] {
        try ledger.ledger.read { reader in
            var found: [String] = []
            for release in try reader.releases() where release.releasesSomething {
                for certificate in release.certificates {
                    _ = try reader.results(of: certificate, ResultSelection(), includingQC: false) { result in
                        found.append("\(result.reported):\(result.decisionID.map { "\($0)" } ?? "-")")
                    }
                }
            }
            return found
        }
    }

    @Test("release what was accepted, and nothing beside it")
    func accepted() throws {
        let ledger = try failed()
        #expect(try released(ledger).isEmpty)
        #expect(try decide(.accept, ["zn"], samples: ("s2", "S3"), in: ledger).phase == .inReview)
        #expect(try released(ledger) == ["6:1", "7:1"])
        #expect(try decide(.accept, method: "au-aa23", in: ledger).phase == .inReview)
        #expect(try released(ledger) == ["6:1", "7:1", "9:2", "10:2", "11:2", "12:2"])
        #expect(
            try ledger.query("SELECT analytes, method, first_sample, last_sample, action FROM decision_scopes") == [
                ["Zn", "", "S2", "S3", "accept"], [nil, "Au-AA23", "", "", "accept"],
            ]
        )
        #expect(try ledger.ledger.read { try $0.verifyAudit().isIntact })
    }

    @Test("hold what was rejected when the rest is accepted, until a later one on the same part")
    func rejected() throws {
        let ledger = try failed()
        try decide(.reject, ["Cu"], samples: ("S2", "S2"), in: ledger)
        #expect(try decide(.accept, whole: true, in: ledger) == QueueState(.accepted, lastDecision: .accept))
        #expect(try released(ledger).count == 11)
        #expect(try !released(ledger).contains("2:2"))
        // Of an accepted batch a part may be held as well.
        #expect(try decide(.reject, ["Au"], in: ledger).phase == .accepted)
        #expect(try released(ledger).count == 7)
        #expect(try decide(.accept, ["Cu"], in: ledger).phase == .accepted)
        #expect(try released(ledger).prefix(4) == ["1:4", "2:4", "3:4", "4:4"])
    }

    @Test("are all there is to decide where they cover every result of the ordinary samples")
    func covering() throws {
        let ledger = try failed()
        #expect(try decide(.accept, ["Cu", "Zn"], in: ledger).phase == .inReview)
        #expect(try decide(.reject, ["Au"], samples: ("S1", "S2"), in: ledger).phase == .inReview)
        #expect(try decide(.reject, ["Au"], samples: ("S3", "S4"), in: ledger).phase == .accepted)
        #expect(try released(ledger).count == 8)

        let none = try failed()
        #expect(try decide(.reject, ["Cu", "Zn", "Au"], in: none).phase == .rejected)
        #expect(try released(none).isEmpty)

        let waiting = try failed()
        try decide(.reassay, ["Cu"], in: waiting)
        #expect(try decide(.accept, whole: true, in: waiting).phase == .reassayRequested)
        #expect(try released(waiting).count == 8)
    }

    @Test("end with a decision on the whole that begins anew")
    func anew() throws {
        for action in [DecisionAction.reject, .reassay, .reopen] {
            let ledger = try failed()
            try decide(.accept, ["Cu"], in: ledger)
            if action == .reopen { try decide(.accept, whole: true, in: ledger) }
            try decide(action, whole: true, in: ledger)
            #expect(try released(ledger).isEmpty, "\(action)")
        }
    }

    @Test("that are taken back hold their part, and the rest stays released")
    func takenBack() throws {
        let ledger = try failed()
        try decide(.accept, whole: true, in: ledger)
        #expect(try decide(.reopen, ["Zn"], in: ledger) == QueueState(.open, lastDecision: .reopen))
        #expect(try released(ledger).count == 8)
        // The whole is accepted; what was taken back still waits.
        #expect(try decide(.accept, whole: true, in: ledger).phase == .open)
        #expect(try decide(.accept, ["Zn"], in: ledger).phase == .accepted)
        #expect(try released(ledger).count == 12)
    }

    @Test("go stale with the verdict, and what was rejected no clean verdict releases")
    func stale() throws {
        let ledger = try failed()
        try decide(.reject, ["Cu"], in: ledger)
        try decide(.accept, whole: true, in: ledger)
        try ledger.ledger.write { transaction in
            let certificate = try transaction.allCurrentCertificates()[0]
            _ = try transaction.insertVerdict(
                on: certificate.id,
                .sample(.pass, samples: 4),
                state: .standards("C"),
                at: "t"
            )
        }
        let item = try #require(try ledger.ledger.read { try $0.queueItem(BatchKey(batch: "VA1", laboratory: "ALS")) })
        #expect(item.standing == QueueState(.open, lastDecision: .reject, decisionIsStale: true))
        #expect(try released(ledger).isEmpty)
        #expect(try ledger.query("SELECT DISTINCT stale FROM decision_scopes") == [["1"]])
        // Again clean: a person still has to look.
        try ledger.ledger.write { transaction in
            let certificate = try transaction.allCurrentCertificates()[0]
            _ = try transaction.insertVerdict(
                on: certificate.id,
                .sample(.warn, samples: 4),
                state: .standards("D"),
                at: "t"
            )
        }
        #expect(try released(ledger).isEmpty)
    }

    @Test("are made by two where two must accept")
    func fourEyes() throws {
        let ledger = try failed()
        #expect(try decide(.accept, ["Cu"], fourEyes: true, in: ledger).phase == .inReview)
        #expect(try released(ledger).isEmpty)
        #expect(throws: LedgerError.secondPerson(batch: "VA1", first: "A. Roy")) {
            try decide(.accept, ["Cu"], actor: "a. roy", fourEyes: true, in: ledger)
        }
        // Another part is another decision.
        try decide(.accept, ["Cu", "Zn"], actor: "B. Côté", fourEyes: true, in: ledger)
        #expect(try released(ledger).isEmpty)
        try decide(.accept, ["Cu"], actor: "B. Côté", fourEyes: true, in: ledger)
        #expect(try released(ledger) == ["1:3", "2:3", "3:3", "4:3"])
        #expect(throws: (any Error).self) { try ledger.tamper("UPDATE decision_scope SET awaits_second = 0") }
        #expect(try ledger.ledger.read { try $0.verifyAudit().isIntact })
        try ledger.tamper("DROP TRIGGER decision_scope_is_not_changed; UPDATE decision_scope SET awaits_second = 0")
        #expect(try !ledger.ledger.read { try $0.verifyAudit().isIntact })
    }

    @Test("never make one acceptance of the whole count for two")
    func fourEyesAndParts() throws {
        let ledger = try failed()
        #expect(try decide(.accept, whole: true, fourEyes: true, in: ledger).phase == .inReview)
        for action in [DecisionAction.reopen, .reject, .reassay] {
            try decide(action, ["Cu"], fourEyes: true, in: ledger)
            #expect(try released(ledger).isEmpty, "\(action)")
        }
        #expect(throws: LedgerError.secondPerson(batch: "VA1", first: "A. Roy")) {
            try decide(.accept, whole: true, fourEyes: true, in: ledger)
        }
        // Cu is still at the laboratory.
        let state = try decide(.accept, whole: true, actor: "B. Côté", fourEyes: true, in: ledger)
        #expect(state.phase == .reassayRequested)
        #expect(try released(ledger).count == 8)
        #expect(
            try ledger.query("SELECT decision_id, analytes FROM decision_scopes WHERE awaits_second") == [["1", nil]]
        )
    }

    @Test("of something that the batch does not have, or where it stands elsewhere, are refused with what there is")
    func refused() throws {
        let ledger = try failed()
        #expect(throws: LedgerError.unknownAnalyte(batch: "VA1", name: "Ni", known: ["Cu", "Zn", "Au"])) {
            try decide(.reject, ["Ni"], in: ledger)
        }
        #expect(throws: LedgerError.unknownAnalyte(batch: "VA1", name: "Cu by Au-AA23", known: ["Cu", "Zn", "Au"])) {
            try decide(.reject, ["Cu"], method: "Au-AA23", in: ledger)
        }
        #expect(throws: LedgerError.unknownMethod(batch: "VA1", name: "X", known: ["ME-ICP61", "Au-AA23"])) {
            try decide(.reject, method: "X", in: ledger)
        }
        #expect(throws: LedgerError.unknownSample(batch: "VA1", name: "S9", nearest: ["S1", "S2", "S3", "S4"])) {
            try decide(.reject, samples: ("S1", "S9"), in: ledger)
        }
        #expect(throws: LedgerError.reversedSamples(batch: "VA1", first: "S3", last: "S2")) {
            try decide(.reject, samples: ("S3", "S2"), in: ledger)
        }
        #expect(
            "\(LedgerError.reversedSamples(batch: "VA1", first: "S3", last: "S2"))"
                == "In batch 'VA1' sample 'S2' does not stand behind 'S3'. Give the first and the last in laboratory order."
        )
        #expect(
            "\(LedgerError.unknownMethod(batch: "VA1", name: "X", known: ["A", "B"]))"
                == "Batch 'VA1' has no method 'X'. There is: A, B."
        )
        #expect(try ledger.query("SELECT count(*) FROM decisions") == [["0"]])
        try decide(.reject, whole: true, in: ledger)
        #expect(throws: LedgerError.wrongState(batch: "VA1", state: "rejected", action: "accept")) {
            try decide(.accept, ["Cu"], in: ledger)
        }
        let passed = try failed(status: .pass)
        #expect(throws: LedgerError.wrongState(batch: "VA1", state: "not in the queue", action: "reject")) {
            try decide(.reject, ["Cu"], in: passed)
        }
    }

    @Test("release nothing of a preliminary report")
    func preliminary() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write {
            try $0.take(
                .sample("VA1", status: .preliminary, columns: Self.columns),
                sha256: "a",
                judged: .sample(.fail, samples: 4)
            )
        }
        #expect(throws: LedgerError.preliminary(batch: "VA1")) { try decide(.accept, ["Cu"], in: ledger) }
        #expect(try released(ledger).isEmpty)
    }

    @Test("reach samples by their names where a revision that adds columns holds fewer of them")
    func addedColumns() throws {
        let ledger = try failed()
        try ledger.ledger.write {
            try $0.take(
                .sample(
                    "VA1",
                    reported: "2024-03-09",
                    columns: [(analyte: "Ag", method: "Ag-OG62", texts: ["21", "22"])],
                    samples: ["S4", "S2"]
                ),
                sha256: "b",
                judged: .sample(.fail, samples: 2)
            )
        }
        guard try ledger.query("SELECT count(*) FROM certificates WHERE superseded_by IS NULL") == [["2"]] else {
            // Whether it adds or replaces is said elsewhere; here both must count.
            Issue.record("the second certificate replaced the first")
            return
        }
        try decide(.reject, samples: ("S1", "S3"), in: ledger)
        try decide(.accept, whole: true, in: ledger)
        #expect(try released(ledger).map { $0.split(separator: ":")[0] } == ["4", "8", "12", "21"])
    }
}
