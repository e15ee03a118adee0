import TestSupport
import Testing

@testable import Intake

@Suite("Pipeline: arrival order does not matter")
struct ArrivalOrderTests {
    private static func deliveries() -> [(name: String, text: String)] {
        let first = GoldReport("VA26030001", samples: "A1", reported: "2026-03-01", standard: GoldReport.high)
        let second = GoldReport("VA26030002", samples: "A2", reported: "2026-03-05", standard: GoldReport.high)
        let third = GoldReport("VA26030003", samples: "A3", reported: "2026-03-10", standard: GoldReport.passing)
        var reissue = third
        reissue.reported = "2026-03-12"
        reissue.standard = GoldReport.high
        return [
            ("first.csv", first.text), ("second.csv", second.text), ("third.csv", third.text),
            ("reissue.csv", reissue.text),
            ("register-1.csv", GoldReport.registerHeader + first.registerRows + second.registerRows),
            ("register-2.csv", third.register),
        ]
    }

    /// What counts of a ledger, without the times at which it came to be.
    private static func standing(_ run: PipelineRun) throws -> [String] {
        try run.rows(
            """
            SELECT v.batch, c.reported, c.revision, v.outcome, v.passed, v.warned, v.failed, v.not_evaluated
            FROM verdicts v JOIN certificates c USING (certificate_id) WHERE v.current ORDER BY v.batch, c.revision
            """
        )
            + run.rows(
                """
                SELECT f.batch, f.rule, f.outcome, f.sample, f.message FROM findings f JOIN verdicts v USING (verdict_id)
                WHERE v.current ORDER BY f.batch, f.position, f.rule, f.message
                """
            )
            + run.rows("SELECT batch, sample, z, outcome, rule FROM qc_results ORDER BY batch, position, analyte")
            + run.rows(
                """
                SELECT batch, laboratory, project, state, outcome, summary FROM failure_queue
                WHERE state NOT IN ('resolved', 'accepted', 'rejected') ORDER BY batch
                """
            )
            + LabRoot.names(in: run.lab.alerts)
    }

    @Test(
        "Certificates, a reissue and registers give the same verdicts and queue in whatever order and company they come"
    )
    func permutations() throws {
        var random = SeededGenerator("arrival order")
        let inOrder = try PipelineRun()
        for delivery in Self.deliveries() { try inOrder.take(delivery.name, delivery.text) }
        let expected = try Self.standing(inOrder)
        #expect(
            try inOrder.outcomes() == ["VA26030001|warn", "VA26030002|fail", "VA26030003|fail"],
            "two results beyond two SD in a row fail across certificates"
        )
        for _ in 0..<12 {
            var deliveries = Self.deliveries().shuffled(using: &random)
            let order = deliveries.map(\.name)
            let run = try PipelineRun()
            while !deliveries.isEmpty {
                let count = Int.random(in: 1...min(3, deliveries.count), using: &random)
                try run.take(Array(deliveries.prefix(count)))
                deliveries.removeFirst(count)
            }
            #expect(try Self.standing(run) == expected, "seed \(random.seed), order \(order)")
        }
    }
}
