import Foundation
import TestSupport
import Testing

/// Deliveries that were made to harm: they end in quarantine with a note that says why, whole, while the daemon stays
/// small and goes on.
@Suite("Hostile input through the daemon")
struct HostileInputTests {
    private let lab: LabRoot
    private var ledger: LedgerView { LedgerView(lab: lab) }
    private let good = GoldReport("VA26088888", samples: "H9")

    init() throws { lab = try LabRoot() }

    private struct Case {
        let name: String
        let bytes: [UInt8]
        let codes: Set<String>

        init(_ name: String, _ bytes: [UInt8], _ codes: String...) {
            self.name = name
            self.bytes = bytes
            self.codes = Set(codes)
        }

        init(_ name: String, _ text: String, _ code: String) { self.init(name, Array(text.utf8), code) }
    }

    private func note(of name: String) -> String? {
        // The note is written first, then the file is moved.
        guard !LabRoot.names(in: lab.incoming).contains(name) else { return nil }
        return try? LabRoot.text(lab.quarantine + "/" + name + ".why.txt")
    }

    private func code(of note: String) -> String {
        let line = note.split(separator: "\n").first { $0.hasPrefix("Code:") } ?? ""
        return line.dropFirst(5).trimmingCharacters(in: .whitespaces)
    }

    /// Every case is refused with one of its codes and kept byte for byte; then a good certificate is judged.
    private func expectRefused(_ cases: [Case], megabytes: Int) async throws {
        let daemon = try await Daemon(lab)
        for item in cases { try lab.deliver(item.name, item.bytes) }
        for item in cases {
            try await eventually("\(item.name) had a note", within: .seconds(120)) { note(of: item.name) != nil }
        }
        for item in cases {
            let note = note(of: item.name) ?? ""
            #expect(item.codes.contains(code(of: note)), "\(item.name): \(note)")
            #expect(note.utf8.count < 4_000, "\(item.name): a note that nobody reads to its end")
            #expect(try Data(contentsOf: URL(filePath: lab.quarantine + "/" + item.name)) == Data(item.bytes))
        }
        #expect(
            try ledger.rows("SELECT count(*) FROM deliveries WHERE disposition = 'quarantined'") == ["\(cases.count)"]
        )
        let peak = try #require(daemon.program.peakMegabytes)
        #expect(peak < megabytes, "the daemon took \(peak) MB")

        try lab.deliver("good-register.csv", good.register)
        try lab.deliver("good.csv", good.text)
        try await eventually("the good certificate passed: \(daemon.log.suffix(2000))") {
            try ledger.outcome(of: good.batch) == "pass"
        }
        // The ledger has it before it leaves.
        try await eventually("incoming/ was empty") { LabRoot.names(in: lab.incoming).isEmpty }
        #expect(try await daemon.stop() == 0)
    }

    @Test("Text: a million columns, a million rows, a cell of 100 MB, marks that never close")
    func text() async throws {
        let certificate = GoldReport("VA26080001", samples: "T1").text
        let (head, tail) = (Array((certificate + "T111,2.1,").utf8), Array("\r\n".utf8))
        try await expectRefused(
            [
                Case("columns.csv", certificate + String(repeating: ",", count: 1_000_000), "too_large"),
                Case("rows.csv", certificate + String(repeating: "T1,2,1\n", count: 1_000_000), "too_large"),
                Case(
                    "cell.csv.gz",
                    GzipFixture.gzip([.bytes(head), .repeated(UInt8(ascii: "a"), atLeast: 100 << 20), .bytes(tail)]),
                    "too_large",
                    "bomb"
                ),
                Case("blanks.csv.gz", GzipFixture.gzip([.repeated(0x20, atLeast: 250 << 20)]), "too_large", "bomb"),
                Case("open.csv", certificate + "\"" + String(repeating: "a,b\n", count: 500_000), "unclosed_quote"),
                Case("labels.csv", String(repeating: "A:\":\":", count: 1_000_000), "too_large"),
                Case("lines.csv", String(repeating: "A:\"\"x\n", count: 199_999), "no_layout"),
                Case("dots.csv", certificate + "T112,2.1," + String(repeating: "9", count: 32 << 10 + 1), "too_large"),
            ],
            megabytes: 1_000
        )
    }

    // MARK: Workbooks

    /// The good certificate as a workbook, its sheet replaced.
    private func workbook(sheet: String) -> [UInt8] {
        var fixture = WorkbookFixture([.init("Sheet1", [["x"]])])
        fixture.parts["xl/worksheets/sheet1.xml"] = sheet
        return fixture.bytes
    }

    private static let open =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
    private static let close = "</sheetData></worksheet>"

    /// A workbook whose sheet is too large to be made: it is written as a deflate stream at once.
    private func workbook(pieces: [DeflateFixture.Piece]) -> [UInt8] {
        let entries = WorkbookFixture([.init("Sheet1", [["x"]])]).entries.map { entry in
            guard entry.path == "xl/worksheets/sheet1.xml" else { return entry }
            var huge = ZipFixture.Entry(entry.path, DeflateFixture.stream(pieces))
            huge.deflatedLength = min(pieces.reduce(0) { $0 + $1.length }, 1 << 30)
            huge.checksum = 0
            return huge
        }
        return ZipFixture.zip(entries)
    }

    @Test("Workbooks: entities, what they point to, depth, cells that stand far away, cells and parts without end")
    func workbooks() async throws {
        let bomb =
            "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\">"
            + (1...9).map {
                "<!ENTITY \("a" + "\($0)") \"\(String(repeating: "&a\($0 == 1 ? "" : "\($0 - 1)");", count: 10))\">"
            }
            .joined() + "]>"
        let outside = "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
        let cell = "<row><c t=\"inlineStr\"><is><t>"
        try await expectRefused(
            [
                Case(
                    "bomb.xlsx",
                    workbook(sheet: bomb + Self.open + cell + "&a9;</t></is></c></row>" + Self.close),
                    "document_type"
                ),
                Case(
                    "outside.xlsx",
                    workbook(sheet: outside + Self.open + cell + "&a;</t></is></c></row>" + Self.close),
                    "document_type"
                ),
                Case(
                    "deep.xlsx",
                    workbook(sheet: Self.open + String(repeating: "<row>", count: 500_000)),
                    "corrupt_workbook"
                ),
                Case(
                    "down.xlsx",
                    workbook(sheet: Self.open + "<row r=\"1048576\"><c><v>1</v></c></row>" + Self.close),
                    "too_large"
                ),
                Case(
                    "right.xlsx",
                    workbook(sheet: Self.open + "<row><c r=\"XFD1\"><v>1</v></c></row>" + Self.close),
                    "too_large"
                ),
                Case(
                    "columns.xlsx",
                    workbook(sheet: Self.open + "<row>" + String(repeating: "<c><v>1</v></c>", count: 1_000_000)),
                    "too_large"
                ),
                Case(
                    "rows.xlsx",
                    workbook(sheet: Self.open + String(repeating: "<row><c><v>1</v></c></row>", count: 1_000_000)),
                    "too_large"
                ),
                Case(
                    "cell.xlsx",
                    workbook(pieces: [
                        .bytes(Array((Self.open + cell).utf8)), .repeated(UInt8(ascii: "a"), atLeast: 100 << 20),
                    ]),
                    "too_large"
                ),
                Case(
                    "tag.xlsx",
                    workbook(pieces: [
                        .bytes(Array((Self.open + "<row ").utf8)), .repeated(UInt8(ascii: "a"), atLeast: 100 << 20),
                    ]),
                    "corrupt_workbook",
                    "too_large"
                ),
                Case(
                    "blanks.xlsx",
                    workbook(pieces: [.bytes(Array(Self.open.utf8)), .repeated(0x20, atLeast: 10 << 30)]),
                    "too_large",
                    "bomb"
                ),
            ],
            megabytes: 1_000
        )
    }

    @Test("A workbook that lies about its size is read for what it holds")
    func lyingDimension() async throws {
        let report = GoldReport("VA26080002", samples: "W1")
        let daemon = try await Daemon(lab)
        for (index, dimension) in ["A1", "A1:XFD1048576", "B2:A1", "rubbish"].enumerated() {
            var report = report
            report.batch += "\(index)"
            // The quotes of the text are no part of a workbook's cells.
            var sheet = WorkbookFixture.Sheet("Sheet1", delimited: report.text.replacing("\"", with: ""))
            sheet.dimension = dimension
            sheet.rows += Array(repeating: [.styled("0.00"), .styled("0.00")], count: 2_000)
            try lab.deliver("dimension-\(index).xlsx", WorkbookFixture([sheet]).bytes)
            try await eventually("\(dimension) was judged: \(daemon.log.suffix(2000))") {
                try ledger.outcome(of: report.batch) != nil
            }
        }
        #expect(try ledger.rows("SELECT DISTINCT declared_samples FROM certificates") == ["10"])
        #expect(try await daemon.stop() == 0)
    }

    // MARK: Containers

    @Test("Containers: in one another without end, overlapping, and lying about what they hold")
    func containers() async throws {
        let certificate = Array(GoldReport("VA26080003", samples: "Z1").text.utf8)
        var nested = certificate
        for depth in 0..<200 { nested = ZipFixture.zip([.init(depth == 0 ? "a.csv" : "a.zip", nested)]) }
        var gzips = certificate
        for _ in 0..<200 { gzips = GzipFixture.gzip(gzips) }
        var short = ZipFixture.Entry("a.csv", DeflateFixture.stored(certificate))
        short.deflatedLength = 10
        var wrong = ZipFixture.Entry("a.csv", certificate)
        wrong.checksum = 1
        var twice = ZipFixture.Entry("b.csv", certificate)
        twice.borrowedOffset = 0
        var lying = GzipFixture.gzip(certificate)
        lying.replaceSubrange((lying.count - 4)..., with: [0xFF, 0xFF, 0xFF, 0x7F])
        try await expectRefused(
            [
                Case("nested.zip", nested, "nested_too_deep"),
                Case("nested.csv.gz", gzips, "nested_too_deep"),
                Case("short.zip", ZipFixture.zip([short]), "corrupt_zip"),
                Case("wrong.zip", ZipFixture.zip([wrong]), "corrupt_zip"),
                Case("overlap.zip", ZipFixture.zip([.init("b.csv", certificate), twice]), "duplicate_member"),
                Case("lying.csv.gz", lying, "corrupt_gzip"),
                Case(
                    "members.zip",
                    ZipFixture.zip((0..<1_001).map { .init("\($0).csv", "x") }),
                    "too_many_members"
                ),
                Case("bomb.zip", bombInZip(), "bomb", "too_large"),
            ],
            megabytes: 1_000
        )
    }

    private func bombInZip() -> [UInt8] {
        var entry = ZipFixture.Entry("a.csv", DeflateFixture.zeros(atLeast: 10 << 30))
        entry.deflatedLength = 100
        return ZipFixture.zip([entry])
    }
}
