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

    /// A dispatch in two certificates, registers that expect more than came and less, of another project and another
    /// dispatch, in two revisions.
    private static func registersAgainstCertificates() -> [(name: String, text: String)] {
        let first = GoldReport("VA26040001", samples: "P1", reported: "2026-04-01")
        let second = GoldReport("VA26040002", samples: "P2", reported: "2026-04-05")
        let third = GoldReport("VA26040003", samples: "P3", reported: "2026-04-09")
        func rows(_ report: GoldReport, _ numbers: ClosedRange<Int>, _ tail: String) -> String {
            numbers.map { number in
                let type = [5: "crm,OREAS 602b,", 8: "blank,,"][number] ?? "routine,,"
                return "\(report.sample(number)),\(type),\(tail)\n"
            }.joined()
        }
        let header = "sample,type,reference,parent,dispatch,project,revision\n"
        // X1 was sent between the samples of the first certificate, X2 at the seam with the second.
        let whole =
            header + rows(first, 1...4, ",Lac Chamois,") + "X1,blank,,,,Lac Chamois,\n"
            + rows(first, 5...10, ",Lac Chamois,") + "X2,crm,OREAS 602b,,,Lac Chamois,\n"
            + rows(second, 1...7, ",Mont Noir,")
        return [
            ("first.csv", first.text), ("second.csv", second.text),
            ("third.csv", third.text.replacing("PO NUMBER : \" \"", with: "PO NUMBER : \"D-3\"")),
            ("whole.csv", whole), ("rest.csv", header + rows(second, 8...8, ",,")),
            ("third-register.csv", header + rows(third, 1...6, "D-4,,") + rows(third, 7...9, "D-4,,")),
            // Names the dispatch of the third certificate, and none of its samples.
            ("stranger.csv", header + "Z1,routine,,,D-3,,\nZ2,blank,,,D-3,,\n"),
            ("corrected.csv", header + rows(first, 1...10, ",Lac Chamois,2")),
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
                SELECT batch, sample, reference, analyte, value, expected, sd, outcome FROM control_charts
                ORDER BY batch, position, analyte
                """
            )
            + run.rows(
                """
                SELECT batch, laboratory, project, state, outcome, summary FROM failure_queue
                WHERE state NOT IN ('resolved', 'accepted', 'rejected') ORDER BY batch
                """
            )
            + LabRoot.names(in: run.lab.alerts)
    }

    @Test("Registers that disagree with certificates give the same findings in whatever order they come")
    func registers() throws {
        var random = SeededGenerator("registers against certificates")
        let deliveries = Self.registersAgainstCertificates()
        let inOrder = try PipelineRun()
        for delivery in deliveries.dropLast() { try inOrder.take(delivery.name, delivery.text) }
        let found = try inOrder.rows(
            """
            SELECT f.batch, f.rule FROM findings f JOIN verdicts v USING (verdict_id)
            WHERE v.current AND f.rule LIKE 'register%' ORDER BY f.batch, f.rule
            """
        )
        #expect(
            found == [
                "VA26040001|register_sample_missing", "VA26040002|register_other_project",
                "VA26040002|register_sample_unlisted", "VA26040003|register_other_dispatch",
                "VA26040003|register_sample_unlisted",
            ]
        )
        let expectedWithout = try Self.standing(inOrder)
        try inOrder.take(deliveries[deliveries.count - 1].name, deliveries[deliveries.count - 1].text)
        let expected = try Self.standing(inOrder)
        #expect(expected != expectedWithout, "the corrected register settles the missing sample")
        #expect(!expected.contains { $0.contains("X1") })
        for _ in 0..<12 {
            var waiting = deliveries.shuffled(using: &random)
            let order = waiting.map(\.name)
            let run = try PipelineRun()
            while !waiting.isEmpty {
                let count = Int.random(in: 1...min(3, waiting.count), using: &random)
                try run.take(Array(waiting.prefix(count)), behind: Bool.random(using: &random) ? 100 : 0)
                waiting.removeFirst(count)
            }
            try run.renewAll()
            #expect(try Self.standing(run) == expected, "seed \(random.seed), order \(order)")
        }
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
                try run.take(Array(deliveries.prefix(count)), behind: Bool.random(using: &random) ? 100 : 0)
                deliveries.removeFirst(count)
            }
            try run.renewAll()
            #expect(try Self.standing(run) == expected, "seed \(random.seed), order \(order)")
        }
    }
}
