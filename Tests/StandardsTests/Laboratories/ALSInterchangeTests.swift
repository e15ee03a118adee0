import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("ALS, standard interchange format")
struct ALSInterchangeTests {
    static let fixture = ALSInterchangeFile(
        metadata: [
            ("CLIENT", "Compañía Minera Ejemplo"), ("JOB NUMBER", "TV04012345"), ("PROJECT", "Río Turbio"),
            ("ORDER NO", "D-17"), ("DATE RECEIVED", "01-Mar-2004"), ("DATE REPORTED", "18-Mar-2004"),
            ("NO OF SAMPLES", "4"), ("LABORATORY", "Townsville"),
        ],
        columns: [
            .init("WEI-21", "Recvd Wt.", "kg", "0.02", "1000", ""), .init("ME-ICP41", "Ag", "ppm", "0.5", "100", "AR"),
            .init("ME-ICP41", "Cu", "ppm", "1", "10000", "AR"), .init("Cu-OG46", "Cu", "%", "0.001", "40", "AR"),
            .init("Au-AA23", "Au", "ppm", "0.005", "10", "FA"),
        ],
        samples: [
            ("A1001", ["2.31", "<0.5", "1250", "", "0.012"]), ("Año 1002 - B", ["1.90", "12.1", ">10000", "1.52", ""]),
            ("A1003", ["", "NSS", "", "", ""]), ("*STD OREAS 620", ["", "38.5", "1750", "", "0.685"]),
            ("A1004", ["2.02", "0.7", "87", "", "<0.005"]),
        ]
    )

    private func expectWhole(_ certificate: Certificate) throws {
        #expect(certificate.laboratory == "ALS")
        #expect(certificate.batch == "TV04012345")
        #expect(certificate.client == "Compañía Minera Ejemplo")
        #expect(certificate.project == "Río Turbio")
        #expect(certificate.dispatch == "D-17")
        #expect(certificate.received == CalendarDate(year: 2004, month: 3, day: 1))
        #expect(certificate.reported == CalendarDate(year: 2004, month: 3, day: 18))
        #expect(certificate.declaredSamples == 4)
        #expect(certificate.columns.map(\.method) == Self.fixture.columns.map(\.method))
        #expect(certificate.columns.map(\.analyteText) == Self.fixture.columns.map(\.analyte))
        #expect(certificate.columns.map(\.unit) == [.other("kg"), .ppm, .ppm, .percent, .ppm])
        #expect(certificate.columns.map(\.detectionLimit?.description) == Self.fixture.columns.map(\.lower))
        #expect(certificate.columns.map(\.upperLimit?.description) == Self.fixture.columns.map(\.upper))
        #expect(certificate.columns.map(\.digestion) == [.none, .aquaRegia, .aquaRegia, .aquaRegia, .fireAssay])
        #expect(certificate.columns.map(\.isDetermination) == [false, true, true, true, true])
        #expect(certificate.samples.map(\.name) == Self.fixture.samples.map(\.name))
        for index in certificate.columns.indices {
            #expect(certificate.texts(index) == Self.fixture.samples.map { $0.results[index] })
        }
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .client, .laboratoryCRM(material: "OREAS 620"), .client,
            ]
        )
        #expect(certificate.remarks == [])
    }

    @Test("Fixed width is read by characters, latin-1 and blanks inside a name included", arguments: [8, 10, 13])
    func fixedWidth(stride: Int) throws {
        var fixture = Self.fixture
        fixture.stride = stride + 1
        let certificate = try ShippedLaboratories.certificate(fixture.bytes, name: "TV04012345.sif")
        #expect(certificate.format == "als-sif")
        try expectWhole(certificate)
        #expect(certificate.samples.first?.sheetRow == 20)
    }

    @Test("The delimited cousin holds the same", arguments: [",", ";", "\t"])
    func delimited(delimiter: String) throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.delimited(by: delimiter))
        #expect(certificate.format == "als-sif-delimited")
        try expectWhole(certificate)
    }

    @Test("Labels with colons, and a work order in the line of the status, are read too")
    func colons() throws {
        var fixture = Self.fixture
        fixture.metadata = [
            ("TV04012345 - Final", ""), ("Client          :", "Example"), ("Date Reported:", "18/03/2004"),
        ]
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.batch == "TV04012345")
        #expect(certificate.status == .final)
        #expect(certificate.client == "Example")
        #expect(certificate.reported == CalendarDate(year: 2004, month: 3, day: 18))
    }

    @Test("A single column is read")
    func oneColumn() throws {
        var fixture = Self.fixture
        fixture.columns = [fixture.columns[4]]
        fixture.samples = [("A1", ["0.012"]), ("A sample of long name", ["<0.005"]), ("A3", ["10250.75"])]
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.texts(0) == ["0.012", "<0.005", "10250.75"])
        #expect(certificate.columns.map(\.analyte?.symbol) == ["Au"])
    }

    @Test("Values that fill their columns touch, and are divided by the stride")
    func touching() throws {
        var fixture = Self.fixture
        fixture.stride = 9
        let results = ["12345.678", "100.12345", "<10000.55", "12.345678", "0.0012345"]
        fixture.samples[1].results = results
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.columns.map { $0.texts[1] } == results)
    }

    @Test("A sample name that fills the lead is a name")
    func longName() throws {
        var fixture = Self.fixture
        fixture.lead = 14
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.samples[3].name == "*STD OREAS 620")
        #expect(certificate.columns[1].texts[3] == "38.5")
    }

    /// Each a row that no longer stands in its columns, and the words of the refusal.
    static let shifted: [(row: [String], words: String)] = [
        // Longer by one: all that follow stand one character too far to the right.
        (["2.31", ">1234567.89", "1250", "", "0.012"], "two texts stand in the column that ends at character 70"),
        // Nothing follows but the end of the value itself.
        (["2.31", ">1234567.89", "", "", ""], "the text does not end at character 70, where its column ends"),
        // The last column runs over.
        (
            ["2.31", "1.2", "1250", "", "<0.005000000"],
            "something stands behind character 90, where the last column ends"
        ),
        // Every column behind it is full as well.
        (
            ["2.31", "12345678911", "1234567891", "1234567891", "1234567891"],
            "something stands behind character 90, where the last column ends"
        ),
    ]

    @Test("A value that is longer than its column refuses the file, with its line", arguments: shifted.indices)
    func tooLong(index: Int) throws {
        var fixture = Self.fixture
        fixture.samples[0].results = Self.shifted[index].row
        let refusal = try ShippedLaboratories.refusal(fixture.bytes, name: "a.sif")
        #expect(refusal.code == .headerMismatch)
        #expect(refusal.what == Self.shifted[index].words)
        #expect(refusal.place.line == 20)
        #expect(
            refusal.advice
                == "Results could stand below the wrong headings: ask the laboratory for a delimited file (CSV)"
        )
    }

    @Test("A sample name that is longer than the lead refuses the file")
    func nameTooLong() throws {
        var fixture = Self.fixture
        fixture.lead = 12
        let refusal = try ShippedLaboratories.refusal(fixture.bytes)
        #expect(refusal.what == "the text does not end at character 22, where its column ends")
    }

    @Test("A value that reaches into the column before it is no two values")
    func reachesLeft() throws {
        var lines = Self.fixture.lines
        // `>12345678.9` right-aligned over the end of an empty column.
        let row = try #require(lines.firstIndex { $0.hasPrefix("A1003") })
        lines[row] = "A1003" + String(repeating: " ", count: 44) + ">12345678.9"
        let refusal = try ShippedLaboratories.refusal(lines.joined(separator: "\n"))
        #expect(refusal.what == "a text is longer than the column that ends at character 60")
    }

    @Test("A row that breaks off inside a value refuses the file")
    func brokenOff() throws {
        var lines = Self.fixture.lines
        lines[lines.count - 1].removeLast(2)
        let refusal = try ShippedLaboratories.refusal(lines.joined(separator: "\n"))
        #expect(refusal.what == "the text does not end at character 90, where its column ends")
    }

    @Test("A heading that is longer than its column refuses the file")
    func longHeading() throws {
        var fixture = Self.fixture
        fixture.columns[1].method = "ME-ICP41m-X"
        let refusal = try ShippedLaboratories.refusal(fixture.bytes)
        #expect(refusal.code == .headerMismatch)
        #expect(refusal.place.line == 10)
    }

    @Test("A header that shows no columns is told")
    func noColumns() throws {
        var lines = Self.fixture.lines
        let units = try #require(lines.firstIndex { $0.hasPrefix("UNITS") })
        lines[units] = "UNITS      kg   ppm     ppm      %  ppm"
        let refusal = try ShippedLaboratories.refusal(lines.joined(separator: "\n"))
        #expect(refusal.code == .noLayout)
        #expect(
            refusal.closest.first { $0.layout == "als-sif" }?.reason
                == "the header on line 12 does not show where columns of a fixed width end"
        )
    }
}
