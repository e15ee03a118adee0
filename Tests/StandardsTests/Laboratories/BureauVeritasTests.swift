import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Bureau Veritas and ACME")
struct BureauVeritasTests {
    static let fixture = BureauVeritasReport(
        jobNumber: "VAN24000123",
        columns: [
            ("WGHT", "Wgt", "KG", "0.01"), ("FA430", "Au", "PPM", "0.005"), ("MA250", "Cu", "PPM", "0.1"),
            ("MA250", "Zn", "PPM", "0.2"),
        ],
        samples: [
            ("D-1", "Rock", ["2.1", "0.455", "12.3", "87.0"]), ("D-2", "Rock", ["1.9", "<0.005", "I.S.", ">10000"]),
        ],
        quality: [
            (
                "Pulp Duplicates",
                [("D-1", "Rock", ["2.1", "0.455", "12.3", "87.0"]), ("D-1", "REP", ["", "0.460", "", ""])]
            ),
            (
                "Core Reject Duplicates",
                [
                    ("D-2", "Rock", ["1.9", "<0.005", "I.S.", ">10000"]),
                    ("DUP D-2", "DUP", ["", "<0.005", "45.6", ""]),
                ]
            ),
            (
                "Reference Materials",
                [
                    ("STD OREAS 620", "STD", ["", "0.68", "", ""]),
                    ("STD OREAS 620 Expected", "", ["", "0.685", "", ""]),
                    ("STD OREAS 25A", "STD", ["", "", "33.9", "44.4"]), ("BLK", "BLK", ["", "<0.005", "", ""]),
                ]
            ),
            (
                "Prep Wash",
                [("ROCK-VAN", "Prep Blank", ["", "<0.005", "3.1", "38.5"]), ("QZ", "Prep Wash", ["", "", "1.1", ""])]
            ),
        ]
    )

    static let origins: [SampleRow.Origin] = [
        .client, .client, .laboratoryOriginal(of: "D-1"), .laboratoryDuplicate(of: "D-1"),
        .laboratoryOriginal(of: "D-2"), .laboratoryDuplicate(of: "D-2"), .laboratoryCRM(material: "OREAS 620"),
        .laboratoryCertified(material: "OREAS 620"), .laboratoryCRM(material: "OREAS 25A"), .laboratoryBlank,
        .laboratoryPreparationBlank, .laboratoryOther("QZ"),
    ]

    private func expectWhole(_ certificate: Certificate) throws {
        #expect(certificate.laboratory == "Bureau Veritas")
        #expect(certificate.batch == "VAN24000123")
        #expect(certificate.status == .final)
        #expect(certificate.client == "Example Gold")
        #expect(certificate.project == "North")
        #expect(certificate.dispatch == "D-17")
        #expect(certificate.reported == CalendarDate(year: 2024, month: 3, day: 14))
        #expect(certificate.received == CalendarDate(year: 2024, month: 3, day: 1))
        #expect(certificate.declaredSamples == 2)
        #expect(certificate.columns.map(\.method) == ["WGHT", "FA430", "MA250", "MA250"])
        #expect(certificate.columns.map(\.digestion) == [.none, .fireAssay, .fourAcid, .fourAcid])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.01", "0.005", "0.1", "0.2"])
        #expect(certificate.columns.map(\.unit) == [.other("KG"), .ppm, .ppm, .ppm])
        #expect(certificate.columns.map(\.isDetermination) == [false, true, true, true])
        #expect(certificate.samples.map(\.origin) == Self.origins)
        let rows = Self.fixture.samples + Self.fixture.quality.flatMap(\.rows)
        for index in certificate.columns.indices {
            #expect(certificate.texts(index) == rows.map { $0.results[index] })
        }
        #expect(certificate.value(sample: 1, column: 2) == .noResult(.insufficientSample))
        #expect(certificate.remarks == [])
    }

    @Test("The CSV is told apart from SGS Geosol's by the laboratory's name, and read whole")
    func delimited() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.text)
        #expect(certificate.format == "bureau-veritas")
        try expectWhole(certificate)
    }

    @Test("Two sheets of a workbook are one certificate, wherever their header blocks begin", arguments: [0, 3, 11])
    func workbook(rowsAbove: Int) throws {
        var results = Self.fixture
        results.rowsAbove = rowsAbove
        let bytes = results.workbook(quality: Self.fixture).bytes
        let certificate = try ShippedLaboratories.certificate(bytes, name: "VAN24000123.xlsx")
        try expectWhole(certificate)
        #expect(certificate.samples.map(\.sheet).prefix(3) == ["Analytical Data", "Analytical Data", "QC Data"])
        #expect(certificate.samples.map(\.sheetRow).prefix(3) == [rowsAbove + 16, rowsAbove + 17, 17])
    }

    @Test("A method and an analyte that the second sheet spells otherwise are the first sheet's column")
    func otherSpelling() throws {
        var results = Self.fixture
        results.columns = [
            ("WGHT", "Wgt", "KG", "0.01"), ("1F", "Au", "PPB", "0.2"), ("1F", "Fe2O3.T", "%", "0.01"),
            ("1F", "Zn", "PPM", "0.2"),
        ]
        var quality = results
        quality.columns[1].method = "1F30"
        quality.columns[2] = ("1F30", "Fe2O3_T", "%", "0.01")
        quality.columns[3].method = "1F30"
        let certificate = try ShippedLaboratories.certificate(results.workbook(quality: quality).bytes)
        #expect(certificate.columns.map(\.method) == ["WGHT", "1F", "1F", "1F"])
        #expect(certificate.columns.map(\.analyteText) == ["Wgt", "Au", "Fe2O3.T", "Zn"])
        #expect(certificate.texts(3) == ["87.0", ">10000", "87.0", "", ">10000", "", "", "", "44.4", "", "38.5", ""])
        #expect(certificate.columns.map(\.digestion) == [.none, .aquaRegia, .aquaRegia, .aquaRegia])
    }

    @Test("A workbook whose quality control is empty, and that names no status, is read")
    func emptyQuality() throws {
        var report = Self.fixture
        report.status = nil
        let certificate = try ShippedLaboratories.certificate(report.workbook(quality: nil).bytes)
        #expect(certificate.samples.map(\.origin) == [.client, .client])
        #expect(certificate.status == .unstated)
        #expect(certificate.remarks == [])
    }

    @Test("A header of quality control without rows is no fault")
    func headerOnly() throws {
        var quality = Self.fixture
        quality.quality = []
        let certificate = try ShippedLaboratories.certificate(Self.fixture.workbook(quality: quality).bytes)
        #expect(certificate.samples.map(\.origin) == [.client, .client])
        #expect(certificate.remarks == [])
    }

    @Test(
        "Older files of ACME are the same laboratory's",
        arguments: [
            "ACME ANALYTICAL LABORATORIES LTD.", "Acme Analytical Laboratories (Vancouver) Ltd.",
            "Acme Analitica Laboratorios Ltda.", "AcmeLabs",
        ]
    )
    func acme(name: String) throws {
        var report = Self.fixture
        report.laboratory = name
        try expectWhole(try ShippedLaboratories.certificate(report.text))
    }

    @Test("Portuguese labels, dates and sample types are read, and types of samples are no quality control")
    func portuguese() throws {
        var report = Self.fixture
        report.labels = .portuguese
        report.laboratory = "Acme Analítica Laboratórios Ltda."
        report.status = "Relatório Final"
        (report.created, report.received) = ("14/mar/2024", "1 de março de 2024")
        let types = ["ROCHA", "SOLO", "Sed.Corrente", "SEDIMENTO CORRENTE", "AGUA"]
        report.samples = types.enumerated().map { ("S-\($0 + 1)", $1, ["2.1", "0.455", "12.3", "87.0"]) }
        report.quality = [("", [("S-1", "REP", ["", "0.46", "", ""])])]
        let certificate = try ShippedLaboratories.certificate(Latin1.encode(report.text))
        #expect(certificate.samples.map(\.type) == types + ["REP"])
        #expect(certificate.samples.map(\.origin.isClient) == [true, true, true, true, true, false])
        #expect(certificate.status == .final)
        #expect(certificate.batch == "VAN24000123")
        #expect(certificate.reported == CalendarDate(year: 2024, month: 3, day: 14))
        #expect(certificate.received == CalendarDate(year: 2024, month: 3, day: 1))
        #expect(certificate.declaredSamples == 5)
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.01", "0.005", "0.1", "0.2"])
        #expect(certificate.remarks == [])
    }

    @Test("A preliminary report is one", arguments: ["Preliminary Report", "Partial Report", "Relatório Preliminar"])
    func preliminary(status: String) throws {
        var report = Self.fixture
        report.status = status
        #expect(try ShippedLaboratories.certificate(report.text).status == .preliminary)
    }

    @Test("A limit too few refuses the file, for units would stand above the wrong results")
    func limitMissing() throws {
        let text = Self.fixture.text.replacing(",MDL,0.01,0.005,0.1,0.2", with: ",MDL,0.01,0.005,0.1")
        #expect(try ShippedLaboratories.refusal(text).code == .headerMismatch)
    }
}
