import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Suggested layouts for workbooks")
struct WorkbookSuggestionTests {
    @Test("One sheet: methods above groups of merged cells, limits as numbers, blank rows at the end")
    func mergedMethods() throws {
        let sheet = WorkbookFixture.Sheet(
            "REPORTE",
            [
                ["ANDES LAB S.A."], ["Laboratorio de ensayes"], ["Orden:", "AL-2209"],
                ["Cliente:", "Minera Ejemplo"], ["Numero de Muestras", .number("2")],
                ["Fecha de Recepcion", "13/06/2022"], ["Fecha de Reporte", "20/06/2022"], [],
                ["Elemento", "", "Au", "Ag", "Cu", "Pb"], ["Unidad", "", "ppm", "ppm", "%", "%"],
                ["Metodo", "", "FAA515", "AAS41B", "", ""],
                ["Limite Detec.", "", .number("0.005", "0.000"), .number("0.3"), .number("0.01"), .number("0.01")],
                ["Muestra", "Tipo"],
                ["C-1", "Roca", .number("0.455", "0.000"), .number("12.3"), .number("1.25"), .number("0.03")],
                ["C-2", "Roca", "<0.005", .number("0.5", "0.0"), .number("0.4", "0.00"), "<0.01"],
                ["*DUP C-2", "", "<0.005", .number("0.4"), .number("0.41"), "<0.01"], [], [],
            ],
            merged: ["D11:F11"],
            dimension: "A1:F2000"
        )
        let trip = try RoundTrip(WorkbookFixture([sheet]).bytes, name: "reporte.xlsx")
        let certificate = try trip.certificate
        #expect(certificate.batch == "AL-2209")
        #expect(certificate.client == "Minera Ejemplo")
        #expect(certificate.declaredSamples == 2)
        #expect(certificate.received == CalendarDate(year: 2022, month: 6, day: 13))
        #expect(certificate.columns.map(\.method) == ["FAA515", "AAS41B", "AAS41B", "AAS41B"])
        #expect(certificate.columns.map(\.unit) == [.ppm, .ppm, .percent, .percent])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.005", "0.3", "0.01", "0.01"])
        #expect(certificate.rowCounts == ["client": 2, "duplicate": 1])
        #expect(certificate.remarks == [])
    }

    @Test("Results and quality control on sheets of one shape are one layout, those of another shape one each")
    func severalSheets() throws {
        let results = WorkbookFixture.Sheet(
            "Analytical Data",
            delimited: """
                Ridge Analytical Laboratories
                Certificate No:,RAL-77
                Client:,Example Gold
                Number of samples:,2
                Analyte,Au,Cu
                Units,ppm,ppm
                Method,FA430,MA300
                LOR,0.005,1
                Sample ID
                K-1,0.51,120
                K-2,<0.005,88
                """
        )
        let duplicates = WorkbookFixture.Sheet(
            "Lab Duplicates",
            delimited: """
                Ridge Analytical Laboratories
                Certificate No:,RAL-77
                Client:,Example Gold
                Number of samples:,2
                Analyte,Au,Cu
                Units,ppm,ppm
                Method,FA430,MA300
                LOR,0.005,1
                Sample ID
                K-1,0.53,118
                """
        )
        let standards = WorkbookFixture.Sheet(
            "Lab Standards",
            delimited: """
                Standard Name,Au,Cu
                Unit,ppm,ppm
                Method Code,FA430,MA300
                OREAS 620,0.68,1720
                """
        )
        let notes = WorkbookFixture.Sheet("Notes", [["Values below the limit of reporting are shown with <."]])
        let trip = try RoundTrip(
            WorkbookFixture([results, duplicates, standards, notes]).bytes,
            name: "RAL-77.xlsx"
        )
        #expect(trip.suggestion.layouts.count == 2)
        #expect(trip.delivery.certificates.count == 1)
        let certificate = try trip.certificate
        #expect(certificate.batch == "RAL-77")
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryDuplicate(of: "K-1"), .laboratoryCRM(material: "OREAS 620"),
            ]
        )
        #expect(certificate.columns.map(\.method) == ["FA430", "MA300"])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.005", "1"])
    }

    @Test("Headings that wrap in their cells, below what the certificate says")
    func wrappedHeadings() throws {
        let sheet = WorkbookFixture.Sheet(
            "Sheet1",
            [
                ["Tierra Labs"], ["Report Number: TL-5"], ["Date Reported: 31/01/2024"],
                ["Field No.", "Au\nppm\nAu-AA23", "Cu\n%"],
                ["F-1", .number("0.25"), .number("1.1")], ["F-2", "<0.01", .number("0.3")],
            ]
        )
        let certificate = try RoundTrip(WorkbookFixture([sheet]).bytes, name: "tl.xlsx").certificate
        #expect(certificate.batch == "TL-5")
        #expect(certificate.reported == CalendarDate(year: 2024, month: 1, day: 31))
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Cu"])
        #expect(certificate.columns.map(\.unit) == [.ppm, .percent])
        #expect(certificate.columns.first?.digestion == .fireAssay)
        #expect(certificate.samples.map(\.name) == ["F-1", "F-2"])
    }

    @Test(
        "Actlabs, real sheets of quality control",
        .enabled(if: SharedFiles.arePresent),
        arguments: ["A25-15567Final.xlsx", "A25-15568-Final2.xlsx"]
    )
    func actlabs(name: String) throws {
        let bytes = try SharedFiles.bytes("real/actlabs/" + name)
        let shipped = try #require(try RoundTrip.shippedReading(bytes, name: name).first)
        let trip = try RoundTrip(bytes, name: name, without: ["actlabs"])
        let certificate = try trip.certificate
        #expect(certificate.batch == shipped.batch)
        #expect(certificate.reported == shipped.reported)
        #expect(certificate.samples.map(\.name) == shipped.samples.map(\.name))
        #expect(certificate.rowCounts == shipped.rowCounts)
        #expect(certificate.columns.map(\.texts) == shipped.columns.map(\.texts))
        #expect(certificate.columns.map(\.detectionLimit) == shipped.columns.map(\.detectionLimit))
        #expect(certificate.columns.map(\.method) == shipped.columns.map(\.method))
        #expect(certificate.columns.map(\.unit) == shipped.columns.map(\.unit))
    }
}
