import CertificateReading
import Geochemistry
import TestSupport
import Testing

@Suite("Sheets of one certificate")
struct SheetsOfOneCertificateTests {
    static var layout: Layout {
        var layout = BlockTests.layout
        layout.continues = false
        layout.fields.append(MetadataField(holds: [.declaredSamples], labels: [Label("Samples")]))
        layout.qcRows = [
            QCRowRule(.crm, prefixes: ["STD "]), QCRowRule(.blank, names: ["BLK"], sections: [Label("QC")]),
        ]
        return layout
    }

    static func read(_ sheets: [WorkbookFixture.Sheet]) throws -> Delivery {
        let laboratory = Laboratory(id: "lab", name: "Lab", layouts: [layout])
        let reader = CertificateReader(laboratories: [laboratory], analytes: BlockTests.analytes)
        // The name lies; the content decides.
        return try reader.read(WorkbookFixture(sheets).bytes, name: "L1.CSV")
    }

    static var results: WorkbookFixture.Sheet {
        WorkbookFixture.Sheet(
            "Results",
            delimited: """
                Order: L1
                Samples:,2
                Method,,FA,1F
                Units,,ppm,ppm
                Sample ID,Type,Au,Cu
                S1,Rock,0.50,10
                S2,Rock,0.60,20
                """
        )
    }

    static var control: WorkbookFixture.Sheet {
        WorkbookFixture.Sheet(
            "QC",
            delimited: """
                Method,,1F30,FA
                Units,,ppm,ppm
                Sample ID,Type,Cu,Au
                STD X,,11,0.70
                BLK,,<1,<0.01
                Any other,,3,
                """
        )
    }

    @Test("Results and quality control are one certificate; a sheet without a work order goes on with the other")
    func resultsAndControl() throws {
        var control = Self.control
        control.rows.insert(["Order: L1"], at: 0)
        let certificates = try Self.read([Self.results, control]).certificates
        #expect(certificates.count == 1)
        let certificate = try #require(certificates.first)
        #expect(certificate.batch == "L1" && certificate.declaredSamples == 2)
        #expect(certificate.samples.map(\.name) == ["S1", "S2", "STD X", "BLK", "Any other"])
        #expect(certificate.samples.map(\.position) == [1, 2, 3, 4, 5])
        #expect(certificate.samples.map(\.sheet) == ["Results", "Results", "QC", "QC", "QC"])
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryCRM(material: "X"), .laboratoryBlank, .laboratoryBlank,
            ]
        )
        #expect(certificate.remarks.isEmpty)

        // Au stands in another column of the QC sheet, and its cells are found there.
        let gold = try #require(certificate.columns.firstIndex { $0.analyteText == "Au" })
        #expect((0..<5).map { certificate.columns[gold].texts[$0] } == ["0.50", "0.60", "0.70", "<0.01", ""])
        let place = certificate.place(sample: 2, column: gold)
        #expect(place.row == CellPlace(sheet: "QC", line: 5) && place.column == 3)
        #expect(certificate.place(sample: 0, column: gold).column == 2)
    }

    @Test("The same sheet with another order of tabs is the same certificate")
    func otherOrder() throws {
        var control = Self.control
        control.rows.insert(["Order: L1"], at: 0)
        let certificate = try #require(try Self.read([control, Self.results]).certificates.first)
        #expect(certificate.declaredSamples == 2)
        #expect(certificate.samples.map(\.name) == ["STD X", "BLK", "Any other", "S1", "S2"])
        #expect(certificate.remarks.isEmpty)
    }

    @Test("A method spelled in two ways at the same place is one column")
    func anotherSpelling() throws {
        let control = WorkbookFixture.Sheet(
            "QC",
            delimited: "Order: L1\nMethod,,FA,1F30\nUnits,,ppm,ppm\nSample ID,Type,Au,Cu\nBLK,,<0.01,<1\n"
        )
        let certificate = try #require(try Self.read([Self.results, control]).certificates.first)
        #expect(certificate.columns.map(\.method) == ["FA", "1F"])
        #expect(certificate.columns[1].texts[2] == "<1")
    }

    @Test("A hidden sheet and a sheet of notes are not read, and are named")
    func otherSheets() throws {
        var hidden = Self.control
        hidden.name = "Old"
        hidden.visibility = .hidden
        let notes = WorkbookFixture.Sheet("Notes", [["Methods are described in the schedule of services."]])
        let certificate = try #require(try Self.read([Self.results, hidden, notes]).certificates.first)
        #expect(certificate.samples.count == 2)
        #expect(certificate.remarks.map(\.code) == ["sheet_not_read", "hidden_sheet"])
        #expect(
            certificate.remarks.map(\.message) == [
                "The sheet 'Notes' was not read: no layout fits it.", "The sheet 'Old' is hidden and was not read.",
            ]
        )
        #expect(certificate.remarks.allSatisfy { !$0.needsPerson })
    }

    @Test("A sheet that comes close to a layout and has a fault needs a person")
    func sheetWithAFault() throws {
        let broken = WorkbookFixture.Sheet("QC", delimited: "Order: L1\nMethod,,FA\nSample ID,Type,Au\nBLK,,1\n")
        let certificate = try #require(try Self.read([Self.results, broken]).certificates.first)
        let remark = try #require(certificate.remarks.first)
        #expect(remark.code == "sheet_not_read" && remark.needsPerson)
        #expect(
            remark.message == "The sheet 'QC' was not read: no layout fits it. What came closest: printed: the row of "
                + "units ('Units') does not stand in rows 1 to 4. Look whether results stand there."
        )
    }

    @Test("What is shown is judged; a format that hides digits is told once, with the first place")
    func shownRounding() throws {
        var results = Self.results
        results.rows[5][2] = .number("0.4987", "0.00")
        results.rows[6][2] = .number("0.59999999999999998", "0.00")
        let certificate = try #require(try Self.read([results]).certificates.first)
        #expect(certificate.columns[0].texts[0] == "0.50")
        #expect(certificate.columns[0].storedTexts == [0: "0.4987", 1: "0.59999999999999998"])
        #expect(
            certificate.remarks.map(\.message) == [
                "One result shows another number than the workbook stores, by the format of the cell: Au FA of S1, row "
                    + "6 of sheet 'Results', shows 0.50 and stores 0.4987. What is shown was judged; ask the laboratory "
                    + "which of them it reports."
            ]
        )
    }

    @Test("A workbook in which no sheet fits is refused as a whole")
    func nothingFits() throws {
        let refusal = #expect(throws: ReadingRefusal.self) {
            try Self.read([.init("Notes", [["a", "b"]]), .init("More", [["c"]])])
        }
        #expect(refusal?.code == .noLayout)
        #expect(refusal?.place.description == "L1.CSV")
    }
}
