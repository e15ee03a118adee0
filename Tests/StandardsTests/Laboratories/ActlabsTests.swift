import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Actlabs")
struct ActlabsTests {
    static let fixture = ActlabsReport(
        reportNumber: "A25-15567",
        columns: [("Ag", "ppm", "0.2", "AR-MS"), ("Pb", "ppm", "0.01", "AR-MS"), ("Au", "ppb", "2", "FA-ICP")],
        rows: [
            ("PF25TR04", ["< 0.2", "12.1", "5"]), ("PF25TR05", ["0.4", "> 5000", "17"]),
            ("OREAS 922 (AQUA REGIA) Meas", ["< 0.25", "61.3", ""]),
            ("OREAS 922 (AQUA REGIA) Cert", ["0.126", "60.0", ""]),
            ("OREAS 45h  (Aqua Regia) Meas", ["", "10.2", ""]), ("OREAS 45h  (Aqua Regia) Cert", ["", "11.1", ""]),
            ("OREAS L14 Meas", ["", "", "3140"]), ("OREAS L14 Cert", ["", "", "3240"]),
            ("PF25TR04 Orig", ["< 0.2", "12.0", ""]), ("PF25TR04 Dup", ["< 0.2", "12.3", ""]),
            ("Method Blank", ["< 0.2", "< 0.01", ""]), ("Method Blank", ["", "", "< 2"]),
        ]
    )

    @Test("Labels with their values in one cell, day first, and limits are read")
    func metadata() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        #expect(certificate.laboratory == "Actlabs")
        #expect(certificate.batch == "A25-15567")
        #expect(certificate.reported == CalendarDate(year: 2025, month: 11, day: 14))
        #expect(certificate.status == .unstated)
        #expect(certificate.columns.map(\.unit) == [.ppm, .ppm, .ppb])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.2", "0.01", "2"])
        #expect(certificate.columns.map(\.digestion) == [.aquaRegia, .aquaRegia, .fireAssay])
        #expect(certificate.remarks == [])
    }

    @Test("A whole certificate: its letter above, the method named by a code, dates of submission and invoice")
    func wholeCertificate() throws {
        let certificate = try ShippedLaboratories.certificate(
            """
            Quality Analysis ...,,,,Innovative Technologies
            Date Submitted: 12-Mar-21,,,,
            Invoice No.: A21-04567,,,,
            Invoice Date: 26-Apr-21,,,,
            Your Reference: Lot 12,,,,
            CERTIFICATE OF ANALYSIS,,,,
            2 Rock samples were submitted for analysis.,,,,
            Report Number: A21-04567,,,,
            Analyte Symbol,Sc,La,Fe2O3(T),LOI
            Unit Symbol,ppm,ppm,%,%
            Lower Limit,1,0.05,0.01,
            Method Code,FUS-ICP,FUS-MS,FUS-ICP,GRAV
            S-100,112,45.2,18.21,0.55
            S-101,< 1,11.0,3.30,1.20
            """
        )
        #expect(certificate.batch == "A21-04567")
        #expect(certificate.dispatch == "Lot 12")
        #expect(certificate.received == CalendarDate(year: 2021, month: 3, day: 12))
        #expect(certificate.reported == CalendarDate(year: 2021, month: 4, day: 26))
        #expect(certificate.columns.map(\.digestion) == [.borateFusion, .borateFusion, .borateFusion, .lossOnIgnition])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["1", "0.05", "0.01", nil])
        #expect(certificate.samples.map(\.name) == ["S-100", "S-101"])
        #expect(certificate.remarks == [])
    }

    @Test("Pairs of measured and certified, original and repeated, and blanks are recognised")
    func pairs() throws {
        let certificate = try ShippedLaboratories.certificate(Self.fixture.bytes)
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client,
                .laboratoryCRM(material: "OREAS 922 (AQUA REGIA)"),
                .laboratoryCertified(material: "OREAS 922 (AQUA REGIA)"),
                .laboratoryCRM(material: "OREAS 45h  (Aqua Regia)"),
                .laboratoryCertified(material: "OREAS 45h  (Aqua Regia)"),
                .laboratoryCRM(material: "OREAS L14"), .laboratoryCertified(material: "OREAS L14"),
                .laboratoryOriginal(of: "PF25TR04"), .laboratoryDuplicate(of: "PF25TR04"),
                .laboratoryBlank, .laboratoryBlank,
            ]
        )
        #expect(certificate.value(sample: 2, column: 0) == .below(limit: ExactDecimal("0.25")))
        #expect(certificate.value(sample: 1, column: 1) == .above(limit: 5000))
    }

    @Test(
        "A later issue belongs to the same work order",
        arguments: ["A25-15568-Final2", "A25-15568Final", "A25-15568"]
    )
    func reissue(number: String) throws {
        var fixture = Self.fixture
        fixture.reportNumber = number
        #expect(try ShippedLaboratories.certificate(fixture.bytes).batch == "A25-15568")
    }

    @Test("Header rows may stand in any order")
    func anyOrder() throws {
        var lines = Self.fixture.text.split(separator: "\n").map(String.init)
        lines.swapAt(2, 5)
        lines.swapAt(3, 4)
        let certificate = try ShippedLaboratories.certificate(lines.joined(separator: "\n"))
        #expect(certificate.columns.map(\.analyteText) == ["Ag", "Pb", "Au"])
        #expect(certificate.columns.map(\.method) == ["AR-MS", "AR-MS", "FA-ICP"])
        #expect(certificate.samples.count == 12)
    }

    @Test("A preliminary issue is one, though only its number says so")
    func preliminary() throws {
        var fixture = Self.fixture
        fixture.reportNumber = "A25-15567-Prelim"
        let certificate = try ShippedLaboratories.certificate(fixture.bytes)
        #expect(certificate.batch == "A25-15567")
        #expect(certificate.status == .preliminary)
    }

    @Test(
        "Labels without a colon, with the value in the next cell, and in Spanish and French",
        arguments: [
            ["Report Number", "Report Date", "Analyte Symbol", "Unit Symbol", "Detection Limit", "Analysis Method"],
            [
                "NÚMERO DE REPORTE:", "Fecha del Reporte:", "Símbolo del Analito", "Simbolo de la Unidad",
                "Límite de Detección", "Metodo de Analisis",
            ],
            [
                "Numéro de rapport :", "Date du rapport :", "Symbole de l'analyte", "Symbole de l'unité",
                "Limite de détection", "Méthode d'analyse",
            ],
        ]
    )
    func labels(labels: [String]) throws {
        let english = [
            "Report Number: ", "Report Date: ", "Analyte Symbol", "Unit Symbol", "Detection Limit", "Analysis Method",
        ]
        var text = Self.fixture.text
        for (one, other) in zip(english, labels) {
            text = text.replacing(one, with: one.hasSuffix(" ") ? other + "," : other)
        }
        let certificate = try ShippedLaboratories.certificate(text)
        #expect(certificate.batch == "A25-15567")
        #expect(certificate.reported == CalendarDate(year: 2025, month: 11, day: 14))
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.2", "0.01", "2"])
        #expect(certificate.columns.map(\.digestion) == [.aquaRegia, .aquaRegia, .fireAssay])
    }
}
