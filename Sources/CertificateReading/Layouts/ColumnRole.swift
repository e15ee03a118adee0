/// What a named column holds, beside results.
public enum ColumnRole: String, Sendable, Hashable, CaseIterable {
    case sample
    /// `Rock`, `SOLO`, or the laboratory's code of a QC row.
    case type
    /// The laboratory's own number, the order of analysis: kept in the archived file, needed by nobody.
    case ignored

    // Plain tables
    case laboratory
    case workOrder = "work_order"
    case status
    case client
    case project
    case dispatch
    case received
    case reported

    // Plain tables with a result a row
    case analyte
    case method
    case unit
    case result
    case detectionLimit = "detection_limit"
    /// Only of a directory of columns.
    case upperLimit = "upper_limit"

    // Plain tables that say what a sample is
    /// `FDUP`, `STANDARD`, `BLANK`.
    case control
    /// The material that a standard or a blank is of.
    case reference
    /// The sample that a duplicate repeats.
    case parent
}
