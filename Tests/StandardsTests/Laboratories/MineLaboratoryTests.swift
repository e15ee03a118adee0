import CertificateReading
import FoundationEssentials
import Geochemistry
import TestSupport
import Testing

@Suite("Laboratories of mines")
struct MineLaboratoryTests {
    static func export(records: Bool, padded: Bool, unit: String = "Oz/TC") -> PeruvianExport {
        var export = PeruvianExport(
            workOrder: "ML-2041",
            columns: [
                HeadedColumn("AAS-AG", "ag", unit, "0.05", "30"), HeadedColumn("AAS-PB", "pb", "%", "0.01", "20"),
                HeadedColumn("AAS-CO", "co", "ppm", "1", ""), HeadedColumn("AAS-IN", "in", "ppm", "1", ""),
            ],
            rows: [
                ("M-1", ["12.40", "1.20", "15", "<1"]), ("M-2", ["<0.05", "0.03", "", "2"]),
                ("*STD PMP-18", ["3.10", "", "", ""]), ("*BLK", ["<0.05", "<0.01", "", ""]),
            ]
        )
        export.finalized = "DATE FINALIZE :"
        export.hasRecordTypes = records
        export.isPadded = padded
        return export
    }

    @Test(
        "With and without a column of record types, padded with blanks or not",
        arguments: [true, false],
        [true, false]
    )
    func table(records: Bool, padded: Bool) throws {
        let certificate = try ShippedLaboratories.certificate(
            Self.export(records: records, padded: padded).table.bytes()
        )
        #expect(certificate.format == (records ? "mine-laboratory-records" : "mine-laboratory"))
        #expect(certificate.laboratory == "Mine laboratory")
        #expect(certificate.batch == "ML-2041")
        #expect(certificate.dispatch == "D-17")
        #expect(certificate.reported == CalendarDate(year: 2020, month: 10, day: 20))
        #expect(certificate.columns.map(\.method) == ["AAS-AG", "AAS-PB", "AAS-CO", "AAS-IN"])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.05", "0.01", "1", "1"])
        #expect(certificate.columns.map(\.upperLimit?.description) == ["30", "20", nil, nil])
        #expect(certificate.samples.map(\.name) == ["M-1", "M-2", "*STD PMP-18", "*BLK"])
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryCRM(material: "PMP-18"), .laboratoryBlank,
            ]
        )
        #expect(certificate.value(sample: 0, column: 0) == .number(try #require(ExactDecimal("12.40"))))
        #expect(certificate.remarks == [])
    }

    @Test("Symbols in lower case are elements: co is cobalt, in is indium")
    func lowerCase() throws {
        let certificate = try ShippedLaboratories.certificate(Self.export(records: true, padded: true).table.bytes())
        #expect(certificate.columns.map(\.analyte?.symbol) == ["Ag", "Pb", "Co", "In"])
        #expect(certificate.columns.map(\.analyteText) == ["ag", "pb", "co", "in"])
    }

    @Test("No symbol of the shipped table means another element in lower case or in capitals")
    func shippedSymbols() throws {
        let analytes = try ShippedLaboratories.wholeTable()
        for entry in analytes.entries {
            let symbol = entry.analyte.symbol
            #expect(analytes.analyte(printed: symbol.lowercased()) == entry.analyte, "\(symbol)")
            #expect(analytes.analyte(printed: symbol.uppercased()) == entry.analyte, "\(symbol)")
        }
        for word in ["no", "on", "sample", "id", "type"] { #expect(analytes.analyte(printed: word) == nil, "\(word)") }
    }

    @Test(
        "Ounces are of the short ton, unless the unit says tonne",
        arguments: [
            ("Oz/TC", Unit.ouncesPerShortTon), ("ozt", .ouncesPerShortTon), ("oz/t", .ouncesPerShortTon),
            ("Oz/TM", .ouncesPerTonne),
        ]
    )
    func ounces(printed: String, unit: Unit) throws {
        let export = Self.export(records: false, padded: true, unit: printed)
        let certificate = try ShippedLaboratories.certificate(export.table.bytes())
        #expect(certificate.format == "mine-laboratory")
        #expect(certificate.columns.first?.unit == unit)
    }

    @Test("A commercial laboratory's file in the same format is not the mine's")
    func commercial() throws {
        let export = Self.export(records: false, padded: false, unit: "ppm")
        #expect(try ShippedLaboratories.certificate(export.table.bytes()).format == "als-with-qc")
    }

    @Test("Rows of another record type are no samples")
    func otherRecords() throws {
        var table = Self.export(records: true, padded: false).table
        table.rows.append(["13", "2 muestras", "", "", "", "", ""])
        #expect(try ShippedLaboratories.certificate(table.bytes()).samples.count == 4)
    }
}
