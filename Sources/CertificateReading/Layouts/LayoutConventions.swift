/// The decimal sign of a layout's numbers.
public enum DecimalConvention: String, Sendable, Hashable, CaseIterable {
    case point = "."
    case comma = ","
    /// Files that people open in a spreadsheet and save again: each file shows by its numbers which one it has.
    case byEvidence = "by_evidence"

    /// nil where the file shows it.
    var sign: UInt8? {
        switch self {
        case .point: UInt8(ascii: ".")
        case .comma: UInt8(ascii: ",")
        case .byEvidence: nil
        }
    }
}

/// How a date in digits is to be read. A date that begins with four digits needs no convention.
public enum DateOrder: String, Sendable, Hashable, CaseIterable {
    case dayFirst = "day_first"
    case monthFirst = "month_first"
    case yearFirst = "year_first"
    /// Another date of the file shows it; where none does, the day is taken first and a remark says so.
    case byEvidence = "by_evidence"
}

/// What the number of samples in a header counts; laboratories differ.
public enum DeclaredCount: String, Sendable, Hashable, CaseIterable {
    /// ALS: the client's samples; QC rows are extra.
    case clientSamples = "client_samples"
    /// SGS Geosol: the client's samples and the preparation blanks among them.
    case sampleList = "sample_list"
    /// Australian templates: every data row.
    case allRows = "all_rows"
}
