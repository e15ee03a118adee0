import Geochemistry
import QualityControl
import TestSupport
import Testing

@testable import Ledger

@Suite("Control charts")
struct ControlChartTests {
    /// A result of a reference material; `value` nil for one below detection.
    private static func result(
        sample: Int,
        column: Int = 0,
        _ value: String?,
        certified: String? = "1000",
        sd: String? = "25",
        material: String = "OREAS 602",
        outcome: Outcome = .pass
    ) -> QCResult {
        var result = QCResult(
            sampleIndex: sample,
            columnIndex: column,
            origin: .client,
            kind: .crm,
            reference: material,
            reported: value ?? "<0.5",
            tier: .decision,
            outcome: outcome,
            rule: .crm2SD
        )
        result.value = value.flatMap { ExactDecimal($0) }
        result.expected = certified.flatMap { ExactDecimal($0) }
        result.sd = sd.flatMap { ExactDecimal($0) }
        return result
    }

    private static let twoColumns = [
        (analyte: "Cu", method: "ME-ICP61", texts: ["10", "20", "30"]),
        (analyte: "Zn", method: "ME-ICP61", texts: ["1", "2", "3"]),
    ]

    private func take(
        _ batch: String,
        _ day: String,
        _ results: [QCResult],
        in ledger: TestLedger,
        sha256: String? = nil
    ) throws {
        try ledger.ledger.write {
            _ = try $0.take(
                .sample(batch, reported: day, columns: Self.twoColumns),
                sha256: sha256 ?? "sha-\(batch)",
                judged: .sample(.pass, samples: 3, results: results)
            )
        }
    }

    /// Two certificates, the later one first; of the earlier one an insertion lacks zinc, another has it censored.
    private func filled() throws -> TestLedger {
        let ledger = try TestLedger()
        try take(
            "VA2",
            "2024-01-02",
            [Self.result(sample: 1, "1010.50"), Self.result(sample: 1, column: 1, "99", certified: "100", sd: nil)],
            in: ledger
        )
        try take(
            "VA1",
            "2024-01-01",
            [
                Self.result(sample: 0, "-3"), Self.result(sample: 0, column: 1, "7", certified: nil),
                Self.result(sample: 1, column: 1, "5", material: "UNKNOWN", outcome: .notEvaluated),
                Self.result(sample: 2, "1100", outcome: .fail),
                Self.result(sample: 2, column: 1, nil, certified: "100", sd: nil, outcome: .warn),
            ],
            in: ledger
        )
        return ledger
    }

    /// What `qc_results` says of the same.
    static let sameAsResults = """
        SELECT certificate_id, batch, position, sample, origin, reference, analyte, method, digestion, unit, value,
            expected, sd, outcome
        FROM control_charts
        EXCEPT SELECT certificate_id, batch, position, sample, origin, reference, analyte, method, digestion, unit, value,
            expected, sd, outcome
        FROM qc_results WHERE kind = 'crm' AND expected IS NOT NULL
        """

    private func expectSameAsResults(_ ledger: TestLedger, count: Int) throws {
        #expect(try ledger.query(Self.sameAsResults).isEmpty)
        #expect(try ledger.query("SELECT count(*) FROM control_charts") == [["\(count)"]])
        #expect(
            try ledger.query("SELECT count(*) FROM qc_results WHERE kind = 'crm' AND expected IS NOT NULL")
                == [["\(count)"]]
        )
    }

    @Test("show what qc_results shows of reference materials with a certified value")
    func view() throws {
        let ledger = try filled()
        try expectSameAsResults(ledger, count: 6)
        #expect(
            try ledger.query(
                """
                SELECT batch, laboratory, project, reported, sample, value, expected, sd, outcome FROM control_charts
                WHERE reference = 'OREAS 602' AND analyte = 'Cu' ORDER BY reported, position
                """
            ) == [
                ["VA1", "ALS", "Lac Vert", "2024-01-01", "S1", "-3.0", "1000.0", "25.0", "pass"],
                ["VA1", "ALS", "Lac Vert", "2024-01-01", "S3", "1100.0", "1000.0", "25.0", "fail"],
                ["VA2", "ALS", "Lac Vert", "2024-01-02", "S2", "1010.5", "1000.0", "25.0", "pass"],
            ]
        )
        #expect(
            try ledger.query(
                "SELECT sample, value, sd, outcome FROM control_charts WHERE analyte = 'Zn' ORDER BY value"
            )
                == [
                    ["S3", nil, nil, "warn"], ["S2", "5.0", "25.0", "not_evaluated"], ["S2", "99.0", nil, "pass"],
                ]
        )
    }

    @Test("are in the order of report, certificate and position, whatever came first and whichever columns were there")
    func series() throws {
        let ledger = try filled()
        let series = try ledger.ledger.read { try $0.materialSeries(ResultSelection(), material: nil) }
        #expect(
            series.map { [$0.key.material, $0.key.analyte] } == [
                ["OREAS 602", "Cu"], ["OREAS 602", "Zn"], ["UNKNOWN", "Zn"],
            ]
        )
        #expect(series[0].points.map(\.batch) == ["VA1", "VA1", "VA2"])
        #expect(series[0].points.map(\.position) == [1, 3, 2])
        #expect(series[0].points.map { $0.value?.description } == ["-3", "1100", "1010.50"])
        #expect(series[0].points.map(\.outcome) == [.pass, .fail, .pass])
        #expect(series[0].key.sd == ExactDecimal("25"))
        #expect(series[1].points.map { $0.value?.description } == [nil, "99"])
        #expect(series[1].key.sd == nil)
        #expect(series[0].digestion == .fourAcid)

        let first = try #require(CalendarDate(iso: "2024-01-01"))
        let chosen = try ledger.ledger.read {
            try $0.materialSeries(ResultSelection(analyte: "cu", to: first), material: MaterialName("oreas602"))
        }
        #expect(chosen.map { $0.points.map(\.position) } == [[1, 3]])
        let none = try ledger.ledger.read {
            try $0.materialSeries(ResultSelection(laboratory: "SGS"), material: nil)
        }
        #expect(none.isEmpty)
    }

    @Test("follow the latest verdict, and a certificate that is replaced leaves them")
    func replaced() throws {
        let ledger = try filled()
        try ledger.ledger.write { transaction in
            let results = [Self.result(sample: 1, "1010.50", certified: "1005", outcome: .warn)]
            _ = try transaction.insertVerdict(
                on: 1,
                .sample(.warn, samples: 3, results: results),
                of: .sample("VA2", columns: Self.twoColumns),
                state: .standards("B"),
                at: "t"
            )
        }
        try expectSameAsResults(ledger, count: 5)
        #expect(
            try ledger.query("SELECT expected, outcome FROM control_charts WHERE batch = 'VA2'") == [
                ["1005.0", "warn"]
            ]
        )

        try take("VA1", "2024-02-01", [Self.result(sample: 0, "1001")], in: ledger, sha256: "reissue")
        try expectSameAsResults(ledger, count: 2)
        let series = try ledger.ledger.read {
            try $0.materialSeries(ResultSelection(analyte: "Cu"), material: MaterialName("OREAS 602"))
        }
        #expect(series.map { $0.points.map { $0.value?.description } } == [["1001"], ["1010.50"]])
    }

    @Test("of what an older program judged are filled when its ledger is opened")
    func migrated() throws {
        let results = [
            Self.result(sample: 0, "1010.50"), Self.result(sample: 0, column: 1, nil, certified: "100", sd: nil),
            Self.result(sample: 2, "990", outcome: .warn), Self.result(sample: 2, column: 1, "3", certified: nil),
        ]
        let certificate = Certificate.sample("VA1", columns: Self.twoColumns)
        let judgement = Judgement.sample(.fail, samples: 3, results: results)
        for schema in 1..<Schema.version {
            let old = try OldLedger(schema: schema, certificate, judged: judgement)
            let opened = try Ledger(path: old.path)
            #expect(try old.query(Self.sameAsResults).isEmpty)
            let now = try TestLedger()
            try now.ledger.write { _ = try $0.take(certificate, sha256: "a", judged: judgement) }
            for table in ["chart_layout", "chart_column", "chart_row"] {
                let rows = try old.query("SELECT * FROM \(table)")
                #expect(try rows == now.query("SELECT * FROM \(table)"))
                #expect(!rows.isEmpty)
            }
            try opened.close()
        }
    }

    @Test("say where a value stands that nobody wrote")
    func tampered() throws {
        func read(after change: String) throws {
            let ledger = try filled()
            try ledger.tamper(change)
            _ = try ledger.ledger.read { try $0.materialSeries(ResultSelection(), material: nil) }
        }
        for (change, column) in [
            ("UPDATE chart_row SET cells = X'7078'", "cells"), ("UPDATE chart_row SET cells = X''", "cells"),
            ("UPDATE chart_row SET width = -5", "cells"), ("UPDATE chart_row SET cells = X'78782031782031'", "cells"),
            ("UPDATE chart_column SET certified = 'x'", "certified"),
        ] {
            let error = #expect(throws: LedgerError.self, "\(change)") { try read(after: change) }
            #expect("\(try #require(error))".contains(column), "\(change)")
        }
    }
}

@Suite("An insertion in a control chart")
struct ChartRowTests {
    private func entry(at place: Int, in row: ChartRow) -> ChartRow.Entry? {
        row.cells.withUnsafeBytes { ChartRow.entry(at: place, width: row.width, in: $0) }
    }

    @Test("gives back every value to the digit, and nothing where there was nothing")
    func roundTrip() throws {
        let texts: [String?] = ["0.00000001", nil, "-12.50", "123456789012345678", "0", nil]
        let row = ChartRow(
            position: 3,
            sample: "C1",
            texts.map { ($0.flatMap { ExactDecimal($0) }, .pass) }
        )
        #expect(row.width == 19)
        #expect(row.cells.count == 19 * texts.count)
        for (place, text) in texts.enumerated() {
            let found = try #require(entry(at: place, in: row))
            #expect(found.value?.description == text)
        }
        #expect(entry(at: texts.count, in: row) == nil)
        #expect(ChartRow(position: 1, sample: "", [(nil, .fail)]).cells == Array("f ".utf8))
    }

    @Test("keeps every outcome", arguments: Outcome.allCases)
    func outcomes(outcome: Outcome) throws {
        let row = ChartRow(position: 1, sample: "", [(7, outcome), (nil, outcome)])
        #expect(entry(at: 0, in: row)?.outcome == outcome)
        #expect(entry(at: 1, in: row)?.outcome == outcome)
        #expect(row.cells.withUnsafeBytes { ChartRow.entry(at: 0, width: 1, in: $0) } == nil)
    }
}
