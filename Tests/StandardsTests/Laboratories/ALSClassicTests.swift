import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("ALS, classic export")
struct ALSClassicTests {
    static let fixture = ALSCertificate(
        workOrder: "VA19012345",
        columns: [.weight, .gold, .copper, .copperOverLimit, .goldOverLimit],
        samples: [
            ("A1001", ["2.31", "<0.005", "1250", "", ""]),
            ("A1002", ["1.90", "0.450", ">10000", "1.52", ""]),
            ("A1003", ["2.02", ">10.0", "87", "", "12.35"]),
            ("A1004", ["NSS", "NSS", "--", "", ""]),
        ]
    )

    @Test("The metadata are read: two dates in one line, a comma in the client's name, latin-1")
    func metadata() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        #expect(certificate.laboratory == "ALS")
        #expect(certificate.batch == "VA19012345")
        #expect(certificate.status == .final)
        #expect(certificate.client == "MINQUE - Minière Québec, Inc.")
        #expect(certificate.project == "PRJ-7")
        #expect(certificate.dispatch == "")
        #expect(certificate.received == CalendarDate(year: 2019, month: 3, day: 1))
        #expect(certificate.reported == CalendarDate(year: 2019, month: 3, day: 20))
        #expect(certificate.declaredSamples == 4)
        #expect(certificate.format == "als-classic")
        #expect(certificate.remarks == [])
    }

    @Test("Columns are told apart by method, analyte and unit; a weight is no determination")
    func columns() throws {
        let columns = try ShippedLaboratories.certificate(Self.fixture.bytes).columns
        #expect(columns.map(\.method) == ["WEI-21", "Au-AA23", "ME-ICP41", "Cu-OG46", "Au-GRA21"])
        #expect(columns.map(\.analyte?.symbol) == [nil, "Au", "Cu", "Cu", "Au"])
        #expect(columns.map(\.unit) == [.other("kg"), .ppm, .ppm, .percent, .ppm])
        #expect(columns.map(\.digestion) == [.none, .fireAssay, .aquaRegia, .aquaRegia, .fireAssay])
        #expect(columns.map(\.isDetermination) == [false, true, true, true, true])
        #expect(columns.map(\.sheetColumn) == [1, 2, 3, 4, 5])
    }

    @Test("Every cell is kept to the letter, with its line")
    func cells() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        for (index, _) in certificate.columns.enumerated() {
            #expect(certificate.texts(index) == Self.fixture.samples.map { $0.results[index] })
        }
        #expect(certificate.samples.map(\.name) == ["A1001", "A1002", "A1003", "A1004"])
        #expect(certificate.samples.map(\.position) == [1, 2, 3, 4])
        #expect(certificate.samples.map(\.sheetRow) == [11, 12, 13, 14])
        #expect(certificate.value(sample: 0, column: 1) == .below(limit: ExactDecimal("0.005")))
        #expect(certificate.value(sample: 1, column: 2) == .above(limit: 10_000))
        #expect(certificate.value(sample: 3, column: 1) == .noResult(.insufficientSample))
    }

    @Test("A comment that runs over lines shifts the lines, and nothing else")
    func commentOverLines() throws {
        var fixture = Self.fixture
        fixture.comments = "Wet.\r\nVA19099999 - Finalized, see there."
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.batch == "VA19012345")
        #expect(certificate.samples.map(\.sheetRow) == [12, 13, 14, 15])
    }

    @Test("Certificates below one another are read as several")
    func concatenated() throws {
        var second = ALSCertificate(
            workOrder: "VA19012346",
            columns: [.silver],
            samples: [("B1", ["0.2"]), ("B2 - 7", ["3.1"])]
        )
        second.status = "Preliminary"
        let delivery = try ShippedLaboratories.read(Self.fixture.bytes + second.bytes)
        #expect(delivery.certificates.map(\.batch) == ["VA19012345", "VA19012346"])
        #expect(delivery.certificates.map(\.samples.count) == [4, 2])
        #expect(delivery.certificates.last?.status == .preliminary)
        #expect(delivery.certificates.last?.samples.map(\.name) == ["B1", "B2 - 7"])
        #expect(delivery.certificates.flatMap(\.remarks) == [])
    }

    @Test("A status that nobody knows counts as preliminary")
    func unknownStatus() throws {
        var fixture = Self.fixture
        fixture.status = "Under Review"
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.status == .preliminary)
        #expect(certificate.remarks("unknown_status").count == 1)
    }

    @Test("A file that a spreadsheet saved with semicolons and decimal commas is read")
    func savedAgain() throws {
        let lines = Self.fixture.lines.enumerated().map { index, line in
            index < 7 ? line : String(line.replacing(",", with: ";").replacing(".", with: ","))
        }
        let text = lines.joined(separator: "\r\n")
        let certificate = try ShippedLaboratories.certificate(text.replacing("Recvd Wt,", with: "Recvd Wt."))
        #expect(certificate.value(sample: 1, column: 1) == .number(try #require(ExactDecimal("0.450"))))
        #expect(certificate.value(sample: 0, column: 1) == .below(limit: ExactDecimal("0.005")))
        #expect(certificate.remarks == [])
    }

    @Test("A variant with a row of detection limits and METHOD in its first cell is read")
    func limitRow() throws {
        var lines = Self.fixture.lines
        lines[7] = "METHOD" + lines[7]
        lines.insert("LOR,0.02,0.005,1,0.001,0.05", at: 10)
        let certificate = try ShippedLaboratories.certificate(lines.joined(separator: "\r\n"))
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.02", "0.005", "1", "0.001", "0.05"])
        #expect(certificate.samples.count == 4)
    }

    @Test("A declared number of samples that the table does not have wants a person")
    func declaredCount() throws {
        var fixture = Self.fixture
        fixture.declared = 5
        let remarks = try ShippedLaboratories.certificate(fixture.bytes).remarks
        #expect(remarks.map(\.code) == ["declared_samples"])
        #expect(remarks.first?.needsPerson == true)
    }

    @Test("The format says in what the certificate was packed")
    func packed() throws {
        let gzip = try ShippedLaboratories.certificate(GzipFixture.gzip(Self.fixture.bytes), name: "x.csv.gz")
        #expect(gzip.format == "als-classic+gzip")
        let zip = ZipFixture.zip([.init("a.csv", Self.fixture.bytes), .init("readme.txt", "Dear client,\n\nhello\n")])
        let delivery = try ShippedLaboratories.read(zip, name: "x.zip")
        #expect(delivery.certificates.map(\.format) == ["als-classic+zip"])
        #expect(delivery.documents.map(\.name) == ["readme.txt"])
    }
}
