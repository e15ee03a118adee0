import CertificateReading
import Geochemistry
import Testing

@Suite("How every layout saw a file")
struct ExplanationTests {
    private func explain(_ text: String, _ layouts: Layout...) throws -> DocumentExplanation {
        let laboratories = layouts.map { Laboratory(id: $0.id, name: "Lab", layouts: [$0]) }
        let reader = CertificateReader(laboratories: laboratories, analytes: LayoutChoiceTests.analytes)
        let explanations = reader.explain(Array(text.utf8), name: "x.csv")
        #expect(explanations.count == 1)
        return try #require(explanations.first)
    }

    @Test("A file that is read: the layout chosen, and why; what stood where; by what evidence")
    func read() throws {
        let explanation = try explain(
            LayoutChoiceTests.text + "S2,<0.01\n",
            LayoutChoiceTests.layout("a", marks: ["Order*"]),
            LayoutChoiceTests.layout("b", marks: ["Order*", "Units"]),
            LayoutChoiceTests.layout("c", marks: ["Order*", "Unidad", "Fin"])
        )
        #expect(
            explanation.text == """
                x.csv: 6 rows, cells divided by ','
                  fits  a (Lab, 1 marks)
                  fits  b (Lab, 2 marks)
                   25%  c (Lab): 'Unidad' does not stand in the 10 rows from line 1 on, nor do 1 more of its marks; there stand 'Order: L1' on line 1, column 1, 'Units' on line 2, column 1, 'Method' on line 3, column 1, 'Element' on line 4, column 1
                  => 'b' of Lab reads it: its 2 marks are more than those of 'a'
                     work_order: 'L1', line 1, column 1 by 'Order'
                     received: '03/04/2020', line 1, column 2 by 'Received'
                     reported: '13/04/2020', line 1, column 4 by 'Reported'
                     analytes: line 4, labelled 'Element'
                     methods: line 3, labelled 'Method'
                     units: line 2, labelled 'Units'
                     sample numbers: column 1
                     results: columns 2 to 2
                  L1 (Lab), read by 'b'
                     columns: 1, 1 of them determinations
                     samples: lines 5 to 6, 2 of the client
                     decimal sign: point; 1 numbers show a point, none a comma
                     order of dates: day_first; '13/04/2020' shows it
                """
        )
        #expect(explanation.isRead)
    }

    @Test("A file that no layout fits: which mark, header row or heading is missing, and what stands there instead")
    func refused() throws {
        var wide = Layout(id: "w", shape: .wide)
        wide.columns = [.sample: [Label("sample")]]
        var elsewhere = LayoutChoiceTests.layout("s", marks: ["Order*"])
        elsewhere.sheets = [CellPattern("QC*")]
        let explanation = try explain(
            LayoutChoiceTests.text.replacing("Units", with: "Unidad").replacing("Au\n", with: "Au,Cu\n"),
            LayoutChoiceTests.layout("a", marks: ["Order*"]),
            wide,
            elsewhere
        )
        let views = try #require(explanation.sheets.first).views
        #expect(views.map(\.layout) == ["a", "w", "s"])
        #expect(views.map(\.percent) == [50, 0, 0])
        #expect(views.map(\.stop?.step) == [.headerRow, .heading, .sheet])
        #expect(views[0].stop?.reason == "the row of units ('Units') does not stand in rows 1 to 5")
        #expect(explanation.sheets.first?.choice == SheetExplanation.Choice.none)
        #expect(explanation.refusal?.code == .noLayout)
        #expect(explanation.text.contains("  => no layout fits; 'cupel layouts suggest' makes one to start from\n"))
        #expect(explanation.text.contains("\nREFUSED: x.csv: no layout of a laboratory fits this file"))
    }

    @Test("Two layouts with as many marks, a register, a file that is no table")
    func others() throws {
        let tie = try explain(
            LayoutChoiceTests.text,
            LayoutChoiceTests.layout("b", marks: ["Order*"]),
            LayoutChoiceTests.layout("a", marks: ["Units"])
        )
        #expect(
            tie.text.contains(
                "  => nobody reads it: 'a' and 'b' fit with as many marks; give one of them a mark that the other's "
                    + "files do not have\n"
            )
        )
        #expect(tie.refusal?.code == .ambiguousLayout)

        let register = try explain(
            "sample,type,reference\nA1,crm,X\n",
            LayoutChoiceTests.layout("a", marks: ["Order*"])
        )
        #expect(register.isRead)
        #expect(
            register.text == """
                x.csv: 2 rows, cells divided by ','
                  => it is a register, which needs no layout
                """
        )

        let binary = try explain("%PDF-1.7\n", LayoutChoiceTests.layout("a", marks: ["Order*"]))
        #expect(!binary.isRead)
        #expect(binary.text.hasPrefix("x.csv: not a table\nREFUSED: x.csv: "))
    }

    @Test("A layout that fits, and a fault of the file behind it")
    func fault() throws {
        let explanation = try explain(
            LayoutChoiceTests.text.replacing("S1,0.5", with: "S1,0.5,7"),
            LayoutChoiceTests.layout("a", marks: ["Order*"])
        )
        #expect(explanation.text.contains("  => 'a' of Lab reads it: no other layout fits\n"))
        #expect(explanation.certificates.isEmpty)
        #expect(explanation.refusal?.code == .headerMismatch)
    }

    @Test(
        "What settled the decimal sign and the order of dates",
        arguments: [
            ("1,5", DecimalConvention.byEvidence, "decimal sign: comma; 1 numbers show a comma, none a point"),
            ("15", .byEvidence, "decimal sign: point; no number shows another"),
            ("15", .comma, "decimal sign: comma; the layout says so"),
        ]
    )
    func evidence(cell: String, decimal: DecimalConvention, said: String) throws {
        var layout = LayoutChoiceTests.layout("a", marks: ["Order*"])
        layout.decimal = decimal
        let text = LayoutChoiceTests.text.replacing(",", with: ";").replacing("S1;0.5", with: "S1;" + cell)
        #expect(try explain(text, layout).text.contains(said))
        let doubtful = text.replacing("13/04/2020", with: "")
        #expect(try explain(doubtful, layout).text.contains("no date shows it; the day is taken first"))
        let clear = text.replacing("13/04/2020", with: "").replacing("03/04/2020", with: "2020-04-03")
        #expect(try explain(clear, layout).text.contains("no date can be read in two ways"))
        let none = text.replacing("13/04/2020", with: "").replacing("03/04/2020", with: "")
        #expect(try explain(none, layout).text.contains("no date was read"))
        layout.dates = .dayFirst
        #expect(try explain(text, layout).text.contains("order of dates: day_first; the layout says so"))
    }
}
