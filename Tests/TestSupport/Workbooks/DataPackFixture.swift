/// A workbook in the shape in which OREAS publishes certified values ("DataPack"), of a material that does not exist.
///
/// The tables begin in column B; a title is merged over them, the heading has two rows, a method heading fills one cell,
/// and behind the tables stand sheets of single results that are nobody's business here.
public struct DataPackFixture {
    /// What the four vintages differ in.
    public enum Vintage: CaseIterable, Sendable {
        /// Performance gates on a hidden sheet, left over from another material, with broken references.
        case hiddenGates
        /// Performance gates that name the material and say that the SD is pooled.
        case pooledGates
        /// Titles with a revision in the file's name, digestions with sample weights.
        case revised
        /// Oxides of rare earths, in ppm and percent.
        case rareEarths
    }

    public enum Row: Sendable {
        case heading(String)
        /// A method heading beside which a number strayed.
        case stray(String, String)
        /// Stored numbers; a text that is no number stands as it is.
        case value(String, String, String, format: String = "0.00")
    }

    public var material = "TESTROCK 12a"
    public var vintage: Vintage
    public var rows: [Row]
    /// Heading, and cells of three: constituent, unit, value.
    public var indicative: [[String]] = []
    /// The headings of value and SD, both rows: `Certified` over `Value`.
    public var valueHeading = ("Certified", "Value")
    public var sdHeading = ("SD", "")
    public var title = "Table 2. Certified Values, SD's, 95% Confidence and Tolerance Limits for"
    public var gatesTitle = "Table 4. Pooled-Lab Performance Gates for"
    /// The material of the gates, where they are another's.
    public var gatesMaterial: String?
    /// The rows of the gates, where they are not those of the certified values.
    public var gateRows: [Row]?
    /// Sheets beside the usual ones.
    public var others: [WorkbookFixture.Sheet] = []

    public init(_ vintage: Vintage, _ rows: [Row]) {
        self.vintage = vintage
        self.rows = rows
    }

    public var bytes: [UInt8] { WorkbookFixture(sheets).bytes }

    public var fileName: String {
        vintage == .revised ? "\(material) DataPack-2.1.180830_085149.xlsx" : "\(material) Datapack.xlsx"
    }

    public var sheets: [WorkbookFixture.Sheet] {
        var sheets = [abbreviations]
        if vintage != .hiddenGates {
            sheets.append(
                .init("Laboratory List", [["", .text("Table 5. Participating Laboratory List used for \(material)")]])
            )
        }
        sheets += [certified, indicativeSheet, gates, results]
        return sheets + others
    }

    private var abbreviations: WorkbookFixture.Sheet {
        .init(
            "Abbreviations",
            [
                ["", .text("Table 1. Abbreviations used for \(material)")], ["", "Abbreviation", "Explanation"],
                ["", "<\u{A0}", "\u{2018}less than\u{2019}"], ["", "IND", "indeterminate"],
                ["", "NR", "not reported"],
            ]
        )
    }

    public var certified: WorkbookFixture.Sheet {
        var cells: [[WorkbookFixture.Cell]] = [
            ["", .text("\(title) \(material)")],
            [
                "", "Constituent", .init(stringLiteral: valueHeading.0), .init(stringLiteral: sdHeading.0),
                "95% Confidence Limits", "", "95% Tolerance Limits",
            ],
            [
                "", "", .init(stringLiteral: valueHeading.1), .init(stringLiteral: sdHeading.1), "Low", "High", "Low",
                "High",
            ],
        ]
        cells += rows.map { row in
            switch row {
            case .heading(let text): ["", .text(text)]
            case .stray(let text, let number): ["", .text(text), .number(number, "0.00")]
            case .value(let name, let value, let sd, let format):
                ["", .text(name), Self.cell(value, format), Self.cell(sd, format + "0"), "IND", "IND", "IND", "IND"]
            }
        }
        return .init("Certified Values", cells, merged: ["B1:H1", "B2:B3", "D2:D3", "E2:F2", "G2:H2"])
    }

    private var indicativeSheet: WorkbookFixture.Sheet {
        let heading = Array(repeating: ["Constituent", "Unit", "Value"], count: 3).flatMap(\.self)
        return .init(
            "Indicative Values",
            [
                ["", .text("Table 3. Indicative Values for \(material)")],
                [""] + heading.map { .init(stringLiteral: $0) },
            ] + indicative.map { row in [""] + row.map { Self.cell($0, "0.00") } }
        )
    }

    public var gates: WorkbookFixture.Sheet {
        if vintage == .hiddenGates { return leftOverGates }
        let cells: [[WorkbookFixture.Cell]] = [
            ["", .text("\(gatesTitle) \(gatesMaterial ?? material)")],
            ["", "Constituent", "Certified Value", "Absolute Standard Deviations", "", "", "", "", "5% window"],
            ["", "", "", "1SD  ", "2SD Low", "2SD High", "3SD Low", "3SD High", "Low", "High"],
        ]
        return .init(
            "Performance Gates",
            cells + (gateRows ?? rows).map(Self.gate),
            merged: ["B1:M1", "B2:B3", "C2:C3", "D2:H2"]
        )
    }

    /// `Au, Gold (ppm)` is `Au, ppm` among the gates.
    private static func gate(_ row: Row) -> [WorkbookFixture.Cell] {
        switch row {
        case .heading(let text), .stray(let text, _): return ["", .text(text)]
        case .value(let name, let value, let sd, let format):
            let symbol = name.prefix { $0 != "," }
            let unit = name.split(separator: "(").last.map { $0.dropLast() } ?? ""
            return ["", .text("\(symbol), \(unit)"), cell(value, format), cell(sd, format + "0"), .number("1", "0.00")]
        }
    }

    /// What old workbooks carry on a hidden sheet: another material's numbers under broken references.
    private var leftOverGates: WorkbookFixture.Sheet {
        .init(
            "Performance Gates",
            [
                ["Exported Routine & Random Performance Gates"], [], ["", .error("#REF!")],
                ["Analyte", "Constituent", "Certified Value", "Absolute Standard Deviations"],
                ["", "", "", "1SD  ", "2SD Low"],
                ["Cu", "CuT (wt.%)", .number("1.2933625000000002", "0.000"), .number("0.015136623836404073", "0.000")],
            ],
            visibility: .hidden
        )
    }

    private var results: WorkbookFixture.Sheet {
        .init(
            "4-Acid",
            [
                ["", .text("Analytical results for Ag in \(material) (Certified Value 40 ppm)")],
                ["Ag", "Round", "Replicate", "Lab", "Lab"], ["", "No", "No", "01", "02"],
                ["", .number("1"), .number("1"), .number("37.2"), "< 0.5"],
            ]
        )
    }

    private static func cell(_ text: String, _ format: String) -> WorkbookFixture.Cell {
        if text.hasPrefix("#") { return .error(text) }
        return Double(text) == nil ? .init(stringLiteral: text) : .number(text, format)
    }
}
