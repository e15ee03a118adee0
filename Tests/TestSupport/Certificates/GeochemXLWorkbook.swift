/// A GeochemXL workbook: titles above every sheet's headings, units and limits in a sheet of their own, results a row or
/// a column, quality control on another sheet.
public struct GeochemXLWorkbook: Sendable {
    public enum Form: Sendable, CaseIterable { case wide, long }

    public struct Control: Sendable {
        public var sample: String
        public var original: String
        public var type: String
        public var standard: String
        public var results: [String]

        public init(_ sample: String, of original: String, _ type: String, _ standard: String, _ results: [String]) {
            self.sample = sample
            self.original = original
            self.type = type
            self.standard = standard
            self.results = results
        }
    }

    public var form: Form
    public var job = "BR23123456"
    public var laboratory = "ALS"
    /// Units as the template's vocabulary has them: `Parts per million (ppm)`.
    public var columns: [HeadedColumn]
    public var samples: [(name: String, results: [String])]
    public var controls: [Control]
    public var hasDirectory = true

    public init(
        _ form: Form,
        columns: [HeadedColumn],
        samples: [(name: String, results: [String])],
        controls: [Control]
    ) {
        self.form = form
        self.columns = columns
        self.samples = samples
        self.controls = controls
    }

    public var bytes: [UInt8] {
        let directory = columns.map {
            ["", job, laboratory, $0.method, $0.analyte, $0.unit, $0.lower, "5", $0.upper, "Yes"]
        }
        var sheets = [
            sheet("DATASET_METADATA", [["", "DATASET_NAME", "Example"]]),
            sheet("SURFACE_SAMPLE", [["", "SAMPLE_ID", "SAMPLE_TYPE"]] + samples.map { ["", $0.name, "Rock chip"] }),
        ]
        if hasDirectory {
            let headings = [
                "", "JOB_NUMBER", "LABORATORY", "ASSAY_CODE", "ANALYTE_CODE", "UNIT_OF_MEASURE",
                "LOWER_DETECTION_LIMIT", "ACCURACY", "UPPER_DETECTION_LIMIT", "PREFERRED_RESULT",
            ]
            let example = ["", "GC12345", "Example Labs", "ABC", "Au", "Percent (%)", "1", "1", "2", "Yes"]
            sheets.append(sheet("GEOCHEMISTRY_META", [headings, example] + directory))
        }
        sheets.append(sheet("SAMPLE_GEOCHEMISTRY", results))
        if !controls.isEmpty { sheets.append(sheet("QAQC_GEOCHEMISTRY", quality)) }
        return WorkbookFixture(sheets).bytes
    }

    private func sheet(_ name: String, _ rows: [[String]]) -> WorkbookFixture.Sheet {
        PrintedTable([["GeochemXL", "3.0"], [""], [name], [""]] + rows).sheet(name)
    }

    private var results: [[String]] {
        switch form {
        case .wide:
            return [["", "JOB_NUMBER", "SAMPLE_ID"] + columns.map { "\($0.method)_\($0.analyte)" }]
                + samples.map { ["", job, $0.name] + $0.results }
        case .long:
            let example = [["", "TV19287993", "AB1", "ABC", "Au", "1"]]
            return [["", "JOB_NUMBER", "SAMPLE_ID", "ASSAY_CODE", "ANALYTE_CODE", "RESULT"]] + example
                + samples.flatMap { row(of: $0.name, $0.results, behind: []) }
        }
    }

    private var quality: [[String]] {
        let headings = ["ORIG_SAMPLE_ID", "QAQC_TYPE", "STANDARD_ID", "STANDARD_PROVIDER"]
        func statement(_ control: Control) -> [String] { [control.original, control.type, control.standard, "OREAS"] }
        switch form {
        case .wide:
            return [["", "JOB_NUMBER", "SAMPLE_ID"] + headings + columns.map { "\($0.method)_\($0.analyte)" }]
                + controls.map { ["", job, $0.sample] + statement($0) + $0.results }
        case .long:
            return [["", "JOB_NUMBER", "SAMPLE_ID", "ASSAY_CODE", "ANALYTE_CODE", "RESULT"] + headings]
                + controls.flatMap { row(of: $0.sample, $0.results, behind: statement($0)) }
        }
    }

    /// A row a result; what was not analysed has none.
    private func row(of sample: String, _ results: [String], behind: [String]) -> [[String]] {
        zip(columns, results).filter { !$1.isEmpty }.map { column, result in
            ["", job, sample, column.method, column.analyte, result] + behind
        }
    }
}
