/// An Australian mineral reporting template for geochemistry: every line begins with the code of its record.
public struct ReportingTemplate: Sendable {
    public var format = "DG4"
    public var declared: Int?
    public var jobs = ["PH230123"]
    public var companies = ["Genalysis"]
    /// The codes of all methods as a list, which stands above the columns' own row of methods.
    public var codes = ["FA50/AA", "4A/MS"]
    public var columns: [HeadedColumn]
    public var rows: [(sample: String, results: [String])]
    /// Whether the columns' methods stand in H1002.
    public var hasMethodRow = true
    /// Methods above their columns in H0800 instead of a list.
    public var isCodeAligned = false

    public init(columns: [HeadedColumn], rows: [(sample: String, results: [String])]) {
        self.columns = columns
        self.rows = rows
    }

    public var table: PrintedTable {
        let lead = ["", "", "", ""]
        let tail = [""]
        var lines = [
            ["H0002", "Version", "4"], ["H0003", "Date_generated", "28-Feb-2023"],
            ["H0004", "Reporting_period_end_date", "31-Jan-2023"], ["H0005", "State", "WA"],
            ["H0100", "Tenement_no", "E 45/1234", "E 45/1235"], ["H0101", "Tenement_holder", "Example Resources"],
            ["H0102", "Project_name", "North"], ["H0202", "Template_format", format],
            ["H0203", "Number_of_data_records", "\(declared ?? rows.count)"],
            ["H0500", "Feature_located", "Drillhole"],
            ["H0600", "Sample_code", "CUT"], ["H0601", "Sample_type", "Chips"],
            ["H0702", "Job_no"] + jobs,
            isCodeAligned ? ["H0800"] + lead + columns.map(\.method) + tail : ["H0800", "Assay_code"] + codes,
            ["H0801", "Assay_company"] + companies, ["H0900", "Remarks", ""],
            ["H1000", "Hole_id", "Sample_ID", "From", "To"] + columns.map(\.analyte) + ["Comments"],
            ["H1001", "", "", "metres", "metres"] + columns.map(\.unit) + tail,
        ]
        if hasMethodRow { lines.append(["H1002"] + lead + columns.map(\.method) + tail) }
        lines += [
            ["H1003"] + lead + columns.map(\.lower) + tail, ["H1005"] + lead + columns.map(\.upper) + tail,
        ]
        for (index, row) in rows.enumerated() {
            lines.append(["D", "NRD1", row.sample, "\(index)", "\(index + 1)"] + row.results + ["wet, cold"])
        }
        return PrintedTable(lines + [["EOF"]])
    }
}
