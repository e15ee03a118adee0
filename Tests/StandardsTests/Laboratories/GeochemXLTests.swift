import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("GeochemXL")
struct GeochemXLTests {
    static func workbook(_ form: GeochemXLWorkbook.Form) -> GeochemXLWorkbook {
        GeochemXLWorkbook(
            form,
            columns: [
                HeadedColumn("ME-ICP61", "Ag", "Parts per million (ppm)", "0.5", "100"),
                HeadedColumn("Au-AA23", "Au", "Parts per billion (ppb)", "5", "10000"),
                HeadedColumn("IC587", "Cu", "Percent (%)", "0.001", ""),
            ],
            samples: [("Q1", ["1.2", "12", "0.15"]), ("Q2", ["<0.5", "", "0.02"])],
            controls: [
                .init("Q3", of: "Q1", "FDUP", "", ["1.3", "11", "0.16"]),
                .init("Q1-R", of: "Q1", "LDUP", "", ["1.1", "", ""]),
                .init("Q4", of: "", "STANDARD", "OREAS 620", ["38.5", "685", "0.17"]),
                .init("Q5", of: "", "BLANK", "Quartz", ["<0.5", "<5", ""]),
            ]
        )
    }

    static let forms = GeochemXLWorkbook.Form.allCases

    @Test("Units and limits come from the sheet that has them", arguments: forms)
    func directory(form: GeochemXLWorkbook.Form) throws {
        let certificate = try ShippedLaboratories.certificate(Self.workbook(form).bytes, name: "gsq.xlsx")
        #expect(certificate.laboratory == "ALS")
        #expect(certificate.batch == "BR23123456")
        #expect(certificate.columns.map(\.method) == ["ME-ICP61", "Au-AA23", "IC587"])
        #expect(certificate.columns.map(\.analyte?.symbol) == ["Ag", "Au", "Cu"])
        #expect(certificate.columns.map(\.unit) == [.ppm, .ppb, .percent])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.5", "5", "0.001"])
        #expect(certificate.columns.map(\.upperLimit?.description) == ["100", "10000", nil])
        #expect(certificate.columns.map(\.digestion) == [.fourAcid, .fireAssay, .unknown])
        #expect(certificate.texts(0).prefix(3) == ["1.2", "<0.5", "1.3"])
        #expect(certificate.remarks.filter(\.needsPerson) == [])
    }

    @Test("A laboratory's duplicate is its own; what the database says of samples is a register", arguments: forms)
    func controls(form: GeochemXLWorkbook.Form) throws {
        let delivery = try ShippedLaboratories.read(Self.workbook(form).bytes, name: "gsq.xlsx")
        #expect(delivery.certificates.count == 1)
        #expect(
            delivery.certificates.first?.samples.map(\.origin) == [
                .client, .client, .client, .laboratoryDuplicate(of: "Q1"), .client, .client,
            ]
        )
        let entries = try #require(delivery.registers.first).entries
        #expect(delivery.registers.count == 1)
        #expect(entries.map(\.sample) == ["Q3", "Q4", "Q5"])
        #expect(entries.map(\.type) == [.fieldDuplicate, .crm, .blank])
        #expect(entries.map(\.reference) == ["", "OREAS 620", "Quartz"])
        #expect(entries.map(\.parent) == ["Q1", "", ""])
    }

    @Test("Example rows of the template are no samples", arguments: forms)
    func examples(form: GeochemXLWorkbook.Form) throws {
        let delivery = try ShippedLaboratories.read(Self.workbook(form).bytes, name: "gsq.xlsx")
        #expect(delivery.certificates.map(\.batch) == ["BR23123456"])
    }

    @Test("A word that nobody knows waits for a person")
    func unknownWord() throws {
        var workbook = Self.workbook(.wide)
        workbook.controls[0].type = "XYZ"
        let remark = try ShippedLaboratories.certificate(workbook.bytes, name: "gsq.xlsx").remarks("unknown_control")
            .first
        #expect(remark?.needsPerson == true)
        #expect(
            remark?.message
                == "The table calls samples 'XYZ', and nobody knows what that is. Deliver a register that says "
                + "it, or add the word to the layout."
        )
    }

    @Test("Without the sheet of units nothing is read")
    func noDirectory() throws {
        var workbook = Self.workbook(.wide)
        workbook.hasDirectory = false
        workbook.controls = []
        let read = try? ShippedLaboratories.read(workbook.bytes, name: "gsq.xlsx")
        #expect(read?.certificates.isEmpty ?? true)
    }
}
