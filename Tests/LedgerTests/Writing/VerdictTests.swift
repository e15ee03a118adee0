import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Verdicts")
struct VerdictTests {
    let key = BatchKey(batch: "VA1", laboratory: "ALS")

    @Test("that count are the latest on each certificate that no revision has replaced")
    func counting() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            _ = try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.fail))
            _ = try transaction.insertVerdict(on: 1, .sample(.pass), state: .standards("B"), at: "t")
            _ = try transaction.take(.sample("VA1", reported: "2024-04-01"), sha256: "b", judged: .sample(.warn))
            _ = try transaction.insertVerdict(on: 2, .sample(.fail), state: .standards("B"), at: "t")
            _ = try transaction.take(.sample("VA2"), sha256: "c", judged: .sample(.pass))
        }
        let key = BatchKey(batch: "VA1", laboratory: "ALS")
        let (all, current) = try ledger.ledger.read { (try $0.verdicts(of: key), try $0.currentVerdicts(of: key)) }
        #expect(all.count == 4)
        #expect(current == all.filter(\.isCurrent))
        #expect(current.map(\.outcome) == [.fail])
    }

    @Test("are recorded once for a state, and supersede under another, also one that was met before")
    func states() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            let (inserted, first) = try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.fail))
            let id = inserted.certificate.id
            let again = try transaction.insertVerdict(on: id, .sample(.fail), state: .standards("A"), at: "t2")
            #expect(!again.isNew && again.id == first.id && !again.isChanged)
            let second = try transaction.insertVerdict(on: id, .sample(.fail), state: .standards("B"), at: "t3")
            #expect(second.isNew && second.previous?.id == first.id && !second.isChanged)
            let third = try transaction.insertVerdict(on: id, .sample(.pass), state: .standards("A"), at: "t4")
            #expect(third.isNew && third.previous?.id == second.id && third.isChanged)
            #expect(try transaction.verdicts(of: key).map(\.isCurrent) == [false, false, true])
            #expect(try transaction.verdicts(of: key).map(\.supersedes) == [nil, first.id, second.id])
        }
        #expect(
            try ledger.query("SELECT outcome, current, passed, failed, engine_version FROM verdicts")
                == [["fail", "0", "0", "1", "1"], ["fail", "0", "0", "1", "1"], ["pass", "1", "1", "0", "1"]]
        )
    }

    @Test("keep the results that another column resolves, and show those of the current verdict")
    func resolvedResults() throws {
        let ledger = try TestLedger()
        let certificate = Certificate.sample(
            "VA1",
            columns: [("Cu", "ME-ICP61", [">10000", "20"]), ("Cu", "Cu-OG62", [" 1.52 ", ""])]
        )
        let resolved = ResolvedResult(
            sampleIndex: 0,
            columnIndex: 0,
            reported: ">10000",
            resolvingColumnIndex: 1,
            resolvingReported: " 1.52 ",
            value: 15_200,
            conversion: "% to ppm"
        )
        let view = "SELECT * FROM resolved_results"
        try ledger.ledger.write { transaction in
            var judgement = Judgement.sample(.pass)
            judgement.resolved = [resolved]
            let (inserted, record) = try transaction.take(certificate, sha256: "a", judged: judgement)
            let verdict = try #require(try transaction.latestVerdict(on: inserted.certificate.id))
            #expect(verdict.id == record.id)
            #expect(try transaction.judgement(verdict).resolved.map(\.result) == [resolved])
            #expect(try transaction.judgement(verdict).resolved.map(\.resolvingMethod) == ["Cu-OG62"])
        }
        #expect(
            try ledger.query(view) == [
                [
                    "1", "VA1", "1", "S1", "Cu", "ME-ICP61", "ppm", ">10000", "Cu", "Cu-OG62", "ppm", " 1.52 ", "15200",
                    "% to ppm",
                ]
            ]
        )
        #expect(throws: (any Error).self) { try ledger.tamper("DELETE FROM resolved_result") }
        try ledger.ledger.write { transaction in
            _ = try transaction.insertVerdict(on: 1, .sample(.pass), state: .standards("B"), at: "t3")
        }
        #expect(try ledger.query(view).isEmpty)
    }

    @Test("open, keep and resolve the batch's place in the queue")
    func queue() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            let (inserted, first) = try transaction.take(
                .sample("VA1"),
                sha256: "a",
                judged: .sample(.fail),
                at: "2024-03-02T08:00:00Z"
            )
            let id = inserted.certificate.id
            #expect(first.queueItem?.standing == QueueState(.open))
            #expect(first.queueItem?.summary == "Cu in S1 is too high.")
            let worse = try transaction.insertVerdict(
                on: id,
                .sample(.notEvaluated),
                state: .standards("B"),
                at: "2024-03-03T08:00:00Z"
            )
            #expect(worse.queueItem?.openedAt == "2024-03-02T08:00:00Z")
            #expect(try transaction.openAlerts() == [key])
            _ = try transaction.insertVerdict(on: id, .sample(.warn), state: .standards("C"), at: "2024")
            #expect(try transaction.openAlerts().isEmpty)
            #expect(try transaction.closedAlerts() == [key])
            #expect(try transaction.queue().isEmpty)
        }
        #expect(
            try ledger.query("SELECT batch, laboratory, project, state, outcome, decision_stale FROM failure_queue")
                == [["VA1", "ALS", "Lac Vert", "resolved", "warn", "0"]]
        )
    }

    @Test("on a preliminary report keep the batch waiting, and it cannot be accepted")
    func preliminary() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("VA1", status: .preliminary), sha256: "a", judged: .sample(.pass))
            #expect(try transaction.queueItem(key)?.standing == QueueState(.open))
            #expect(throws: LedgerError.preliminary(batch: "VA1")) {
                try transaction.decide(batch: "VA1", action: .accept, actor: "A. Roy", reason: "fine", at: "t")
            }
            #expect(try transaction.releasedCertificates().isEmpty)
            try transaction.take(.sample("VA1"), sha256: "b", judged: .sample(.pass))
            #expect(try transaction.queueItem(key)?.standing == QueueState(.resolved))
            #expect(try transaction.releasedCertificates().map(\.sha256) == ["b"])
        }
    }

    @Test("of a reissue that adds columns count together with those before")
    func additive() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.fail))
            let added = try transaction.take(
                .sample("VA1", reported: "2024-05-01", columns: [("Au", "Au-AA23", ["1", "2"])]),
                sha256: "b",
                judged: .sample(.pass)
            )
            #expect(added.verdict.queueItem?.standing == QueueState(.open))
            #expect(added.verdict.queueItem?.outcome == .fail)
            #expect(try transaction.currentRecord(of: key).judgements.map(\.verdict.outcome) == [.fail, .pass])
            #expect(try transaction.releasedCertificates().isEmpty)
        }
    }
}
