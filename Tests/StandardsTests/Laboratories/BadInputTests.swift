import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Certificates with faults")
struct BadInputTests {
    func als(_ samples: [(name: String, results: [String])]) -> ALSCertificate {
        ALSCertificate(workOrder: "VA1", columns: [.gold, .copper], samples: samples)
    }

    @Test("A certificate without samples is refused")
    func noSamples() throws {
        let refusal = try ShippedLaboratories.refusal(als([]).bytes)
        #expect(refusal.code == .noSamples)
        #expect(refusal.place.line == 10)
    }

    @Test("A header with a cell too few or too much is refused, with the counts", arguments: [7, 8, 9])
    func headerTooShort(line: Int) throws {
        var lines = als([("A", ["1", "2"])]).lines
        lines[line] = lines[line].split(separator: ",", omittingEmptySubsequences: false).dropLast().joined(
            separator: ","
        )
        let refusal = try ShippedLaboratories.refusal(lines.joined(separator: "\r\n"))
        #expect(refusal.code == .headerMismatch)
        #expect(refusal.message.contains("column 2"))
        #expect(refusal.message.contains("column 3"))
    }

    @Test("A whole header a column too short is refused at the row that is longer")
    func rowTooLong() throws {
        let refusal = try ShippedLaboratories.refusal(als([("A", ["1", "2"]), ("B", ["1", "2", "3"])]).bytes)
        #expect(refusal.code == .headerMismatch)
        #expect(refusal.place.line == 12)
        #expect(refusal.place.column == 4)
    }

    @Test("A certificate in a zip that came close to a layout refuses the zip; what is no certificate does not")
    func faultyMember() throws {
        let good = als([("A", ["1", "2"])]).bytes
        let faulty = Array(
            String(decoding: good, as: UTF8.self).replacing("DESCRIPTION", with: "DETAILS").utf8
        )
        let refusal = try ShippedLaboratories.refusal(
            ZipFixture.zip([.init("good.csv", good), .init("bad.csv", faulty)]),
            name: "delivery.zip"
        )
        #expect(refusal.code == .noLayout)
        #expect(refusal.place.member == "bad.csv")
        let delivery = try ShippedLaboratories.read(
            ZipFixture.zip([.init("good.csv", good), .init("readme.txt", "Results for July.\n")]),
            name: "delivery.zip"
        )
        #expect(delivery.certificates.count == 1)
        #expect(delivery.documents.map(\.name) == ["readme.txt"])
    }

    @Test("More than the whole sample needs a person; exactly all of it does not")
    func impossibleValues() throws {
        func codes(_ text: String) throws -> [String] {
            let bytes = als([("A", [text, "2"])]).bytes
            return try ShippedLaboratories.read(bytes, name: "x.csv").certificates[0].remarks.filter(\.needsPerson)
                .map(\.code)
        }
        #expect(try codes("1000000") == [])
        #expect(try codes("1000000.1") == ["impossible_value"])
    }

    @Test("A short row has empty cells at its end; a delimiter too many behind every row does not count")
    func shortRow() throws {
        let certificate = try ShippedLaboratories.certificate(als([("A", ["1"]), ("B", ["1", "2", "", ""])]).bytes)
        #expect(certificate.texts(1) == ["", "2"])
        #expect(certificate.remarks == [])
    }

    @Test("A file that breaks off in its last row wants a person")
    func truncated() throws {
        let text = als([("A", ["1", "2"]), ("B", ["1", "2"]), ("C", ["1"])]).text.dropLast()
        let certificate = try ShippedLaboratories.certificate(String(text))
        #expect(certificate.remarks.map(\.code) == ["truncated"])
    }

    @Test("A client's sample number that stands twice wants a person")
    func sampleTwice() throws {
        let certificate = try ShippedLaboratories.certificate(als([("A", ["1", "2"]), ("A", ["1", "3"])]).bytes)
        let remark = try #require(certificate.remarks.first)
        #expect(certificate.remarks.count == 1)
        #expect(remark.code == "sample_twice")
        #expect(remark.needsPerson)
        #expect(remark.position == 2)
    }

    @Test("Results without a sample number want a person")
    func unnamed() throws {
        let certificate = try ShippedLaboratories.certificate(als([("A", ["1", "2"]), ("", ["1", "3"])]).bytes)
        #expect(certificate.samples.count == 2)
        #expect(certificate.remarks.map(\.code) == ["sample_unnamed"])
    }

    @Test("Cells that are no numbers are kept, and told with sample, analyte, line and text")
    func unreadable() throws {
        let certificate = try ShippedLaboratories.certificate(
            als([("A", ["1.2.3", "1e400"]), ("B", ["1", "-4"])]).bytes
        )
        #expect(certificate.texts(0) == ["1.2.3", "1"])
        #expect(
            certificate.remarks.map(\.message) == [
                "Au of A, line 11, column 2: '1.2.3' is not a number and no known token. Ask the laboratory for the result.",
                "Cu of A, line 11, column 3: '1e400' has more digits than any laboratory measures. Ask the laboratory for "
                    + "the result.",
                "Cu of B, line 12, column 3: '-4' is negative. Ask the laboratory for the result.",
            ]
        )
        #expect(certificate.remarks.map(\.position) == [1, 1, 2])
        #expect(certificate.remarks.filter { !$0.needsPerson } == [])
    }

    @Test("Unreadable cells are listed up to twenty", arguments: [19, 20, 21])
    func manyUnreadable(count: Int) throws {
        let samples = (0..<count).map { (name: "S\($0)", results: ["?", "1"]) }
        let remarks = try ShippedLaboratories.certificate(als(samples).bytes).remarks
        #expect(remarks.count == count)
        #expect(remarks.last?.message.hasPrefix("1 more") == (count > 20))
        #expect(remarks.filter { !$0.needsPerson } == [])
    }

    @Test("Bare zeros are told once a column, and need no person")
    func zeros() throws {
        let remarks = try ShippedLaboratories.certificate(als([("A", ["0", "2"]), ("B", ["0.000", "2"])]).bytes).remarks
        #expect(remarks.map(\.code) == ["suspect_zero"])
        #expect(remarks.first?.message.hasPrefix("2 of the results of Au Au-AA23 are a bare 0, the first at A") == true)
        #expect(remarks.first?.needsPerson == false)
    }

    @Test(
        "A sample number is a text and nothing more",
        arguments: ["'); DROP TABLE certificates;--", "../../etc/passwd", "=1+1", "A\u{301}🪨"]
    )
    func sampleNumbers(name: String) throws {
        var text = als([(name, ["1", "2"])]).text
        text = text.replacing("Québec", with: "Quebec")
        #expect(try ShippedLaboratories.certificate(text).samples.map(\.name) == [name])
    }

    @Test("A file that no layout fits is refused with the layouts that came closest")
    func noLayout() throws {
        let lines = als([("A", ["1", "2"])]).lines.filter { !$0.hasPrefix("DESCRIPTION") }
        let refusal = try ShippedLaboratories.refusal(lines.joined(separator: "\n"), name: "x.csv")
        #expect(refusal.code == .noLayout)
        #expect(refusal.closest.map(\.layout) == ["als-classic", "als-with-qc", "certimin"])
        #expect(
            refusal.closest.first
                == .init(
                    layout: "als-classic",
                    reason:
                        "'DESCRIPTION' or 'DESCRIPCIÓN' or 'DESCRIÇÃO' or 'UNITS' does not stand in the 60 rows of column 1 "
                        + "from line 1 on"
                )
        )
    }

    @Test("Letters, blank files and binaries are refused")
    func noTables() throws {
        #expect(try ShippedLaboratories.refusal("Dear Sirs,\nplease find our invoice.\n").code == .noLayout)
        #expect(try ShippedLaboratories.refusal([]).code == .emptyFile)
        #expect(
            try ShippedLaboratories.refusal((0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 31) }).code != .noLayout
        )
    }

    @Test("A zip in which nothing is a certificate is refused")
    func nothingInZip() throws {
        let zip = ZipFixture.zip([.init("a.txt", "Dear Sirs,\nhello\n"), .init("b.txt", "Bye,\nbye\n")])
        let refusal = try ShippedLaboratories.refusal(zip, name: "x.zip")
        #expect(refusal.code == .noLayout)
        #expect(refusal.message.hasPrefix("x.zip: none of the 2 files in it is a certificate or a register."))
    }

    @Test("A faulty certificate in a zip refuses the whole delivery")
    func faultInZip() throws {
        let zip = ZipFixture.zip([
            .init("a.csv", als([("A", ["1", "2"])]).bytes), .init("b.csv", als([]).bytes),
        ])
        let refusal = try ShippedLaboratories.refusal(zip, name: "x.zip")
        #expect(refusal.code == .noSamples)
        #expect(refusal.place.member == "b.csv")
    }

    @Test("A certificate that names no work order is refused")
    func noWorkOrder() throws {
        var report = ActlabsReport(reportNumber: "", columns: [("Au", "ppb", "2", "FA-ICP")], rows: [("A", ["5"])])
        report.reportNumber = ""
        #expect(try ShippedLaboratories.refusal(report.bytes).code == .noWorkOrder)
    }
}
