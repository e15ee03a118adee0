import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Determinations")
struct DeterminationTests {
    @Test("come back to the letter, whatever stands in a cell")
    func oddTexts() throws {
        let texts = [
            "a \"quoted\" text", "back\\slash \\n \\u0041", "line\nbreak\r\ttab", "Ünïcödé µ 漢字 🜁", "null", "[1,2]",
            "\u{1}\u{1F}\u{7F}", "'; DROP TABLE sample; --", "0,005", "  12.50 ", "<\u{A0}0.5", "\u{2028}",
        ]
        let ledger = try TestLedger()
        _ = try ledger.ledger.write {
            try $0.insertCertificate(
                PackedCertificate(.sample("VA1", columns: [("Cu", "ME\"ICP", texts)], samples: texts)),
                sha256: "a",
                part: 0,
                fileName: "q'\"\\.csv",
                ingestedAt: "2024-03-02T08:00:00Z"
            )
        }
        let rows = try ledger.query("SELECT sample, reported, method FROM determinations ORDER BY position")
        #expect(rows.map { $0[0] } == texts)
        #expect(rows.map { $0[1] } == texts)
        #expect(rows.allSatisfy { $0[2] == "ME\"ICP" })
    }

    struct Cell: Sendable, CustomTestStringConvertible {
        var text: String
        var qualifier: String
        var value: String?
        var limit: String?
        var testDescription: String { text }
    }

    @Test("carry qualifier, value and detection limit")
    func numbers() throws {
        try expect(
            [
                Cell(text: "10", qualifier: "", value: "10.0", limit: "0.5"),
                Cell(text: " 0.50 ", qualifier: "", value: "0.5", limit: "0.5"),
                Cell(text: "+1.2E3", qualifier: "", value: "1200.0", limit: "0.5"),
                Cell(text: "0", qualifier: "", value: "0.0", limit: "0.5"),
                Cell(text: "<0.2", qualifier: "<", value: nil, limit: "0.2"),
                Cell(text: "< 0,2", qualifier: "<", value: nil, limit: "0.2"),
                Cell(text: "<\u{A0}0.2", qualifier: "<", value: nil, limit: "0.2"),
                Cell(text: "ND", qualifier: "<", value: nil, limit: "0.5"),
                Cell(text: ">10000", qualifier: ">", value: nil, limit: "0.5"),
                Cell(text: "NSS", qualifier: "", value: nil, limit: "0.5"),
                Cell(text: "12,5", qualifier: "", value: nil, limit: "0.5"),
                Cell(text: "#N/A", qualifier: "", value: nil, limit: "0.5"),
                Cell(text: "-3", qualifier: "", value: nil, limit: "0.5"),
            ],
            decimalSign: "."
        )
    }

    @Test("honour a decimal comma")
    func decimalComma() throws {
        try expect(
            [
                Cell(text: "0,06", qualifier: "", value: "0.06", limit: "0.5"),
                Cell(text: "<0.01", qualifier: "<", value: nil, limit: "0.01"),
                Cell(text: "1.250", qualifier: "", value: nil, limit: "0.5"),
            ],
            decimalSign: ","
        )
    }

    private func expect(_ cells: [Cell], decimalSign: Character) throws {
        let ledger = try TestLedger()
        _ = try ledger.ledger.write {
            try $0.insertCertificate(
                PackedCertificate(
                    .sample("VA1", columns: [("Cu", "ME-ICP61", cells.map(\.text))], decimalSign: decimalSign)
                ),
                sha256: "a",
                part: 0,
                fileName: "a.csv",
                ingestedAt: "2024-03-02T08:00:00Z"
            )
        }
        let rows = try ledger.query(
            """
            SELECT reported, qualifier, value, detection_limit, typeof(value) FROM determinations ORDER BY position
            """
        )
        #expect(rows.count == cells.count)
        for (row, cell) in zip(rows, cells) {
            #expect(row[0] == cell.text)
            #expect(row[1] == cell.qualifier, "\(cell.text)")
            #expect(row[2] == cell.value, "\(cell.text)")
            #expect(row[3] == cell.limit, "\(cell.text)")
            #expect(row[4] == (cell.value == nil ? "null" : "real"), "\(cell.text)")
        }
    }

    @Test("leave out what groups thousands, where the file has proved it, and blanks of every sort")
    func thousands() throws {
        for (sign, cells) in [
            (ThousandsSign.comma, [("1,250", "1250.0"), ("12,345,678.5", "12345678.5"), ("0.5", "0.5")]),
            (.blank, [("1 250", "1250.0"), (" 12 345.5 ", "12345.5")]),
            (.narrowNoBreakSpace, [("1\u{202F}250", "1250.0"), ("\u{2007}7", "7.0")]),
            (.apostrophe, [("1'250", "1250.0")]),
        ] {
            let ledger = try TestLedger()
            var certificate = Certificate.sample("VA1", columns: [("Cu", "ME-ICP61", cells.map(\.0) + ["<1,000"])])
            certificate.vocabulary.thousandsSign = sign
            let stored = certificate
            _ = try ledger.ledger.write {
                try $0.insertCertificate(
                    PackedCertificate(stored),
                    sha256: "a",
                    part: 0,
                    fileName: "a",
                    ingestedAt: "2024"
                )
            }
            let rows = try ledger.query("SELECT value, detection_limit FROM determinations ORDER BY position")
            #expect(rows.dropLast().map(\.first) == cells.map(\.1))
            if sign == .comma { #expect(rows.last == [nil, "1000.0"]) }
            #expect(throws: (any Error).self) { try ledger.tamper("UPDATE certificate SET thousands_sign = ''") }
        }
    }

    @Test("of a negative number are below its magnitude where the layout says so")
    func negativeMeansBelow() throws {
        let ledger = try TestLedger()
        var certificate = Certificate.sample("VA1", columns: [("Cu", "ME-ICP61", ["-0.05"])])
        certificate.vocabulary.negativeMeansBelow = true
        let stored = certificate
        _ = try ledger.ledger.write {
            try $0.insertCertificate(PackedCertificate(stored), sha256: "a", part: 0, fileName: "a", ingestedAt: "2024")
        }
        let rows = try ledger.query("SELECT reported, qualifier, value, detection_limit FROM determinations")
        #expect(rows == [["-0.05", "<", nil, "0.05"]])
    }

    @Test("leave out empty cells, name an unknown analyte as printed, and have no role before a verdict")
    func emptyAndUnknown() throws {
        let ledger = try TestLedger()
        var certificate = Certificate.sample("VA1", columns: [("Recvd Wt.", "WEI-21", ["", "1.5", "  "])])
        certificate.columns[0].analyte = nil
        certificate.columns[0].digestion = .none
        let stored = certificate
        _ = try ledger.ledger.write {
            try $0.insertCertificate(PackedCertificate(stored), sha256: "a", part: 0, fileName: "a", ingestedAt: "2024")
        }
        let rows = try ledger.query("SELECT sample, role, analyte, digestion, unit, reported FROM determinations")
        #expect(rows == [["S2", nil, "Recvd Wt.", "none", "ppm", "1.5"]])
    }

    @Test("can be read for export, a certificate at a time")
    func export() throws {
        let ledger = try TestLedger()
        let (inserted, _) = try ledger.ledger.write { transaction in
            try transaction.take(
                .sample("VA0", columns: [("Au", "Au-AA23", ["9"])]),
                sha256: "0",
                judged: .sample(.pass, samples: 1)
            )
            return try transaction.take(
                .sample("VA1", columns: [("Cu", "ME-ICP61", ["<1", ""]), ("Zn", "ME-ICP61", ["", "2.50"])]),
                sha256: "a",
                judged: .sample(.pass)
            )
        }
        let rows = try ledger.ledger.read { try $0.determinations(of: inserted.certificate.id) }
        #expect(rows.map(\.analyte) == ["Cu", "Zn"])
        #expect(rows.map(\.reported) == ["<1", "2.50"])
        #expect(rows.map(\.value) == [nil, 2.5])
        #expect(rows.map(\.detectionLimit) == [1, 0.5])
        #expect(rows.map(\.role) == [.routine, .routine])
    }

    @Test("show every role as the vocabulary words it")
    func roles() throws {
        let kinds = SampleRole.Kind.allCases
        let ledger = try TestLedger()
        let texts = kinds.map { _ in "1" }
        try ledger.ledger.write { transaction in
            var judgement = Judgement.sample(.pass, samples: kinds.count)
            judgement.roles = kinds.map { SampleRole($0, reference: "of \($0)", source: "register") }
            let verdict = try transaction.take(
                .sample("VA1", columns: [("Cu", "ME-ICP61", texts)]),
                sha256: "a",
                judged: judgement
            ).verdict
            #expect(try transaction.roles(of: verdict.id) == judgement.roles)
        }
        let rows = try ledger.query("SELECT role FROM determinations ORDER BY position")
        #expect(rows.map { $0[0] } == kinds.map(\.rawValue))
    }
}
