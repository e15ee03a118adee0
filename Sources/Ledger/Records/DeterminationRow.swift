public import QualityControl

/// One reported cell, as the view `determinations` shows it; for export.
public struct DeterminationRow: Sendable, Hashable {
    /// From 1, in laboratory order.
    public let position: Int
    public let sample: String
    /// Under the latest verdict; nil before the first.
    public let role: SampleRole.Kind?
    public let analyte: String
    public let method: String
    public let digestion: String
    public let unit: String
    /// Exactly as printed.
    public let reported: String
    /// `<`, `>` or nothing.
    public let qualifier: String
    /// For plotting; nil for what is censored, over range or no number.
    public let value: Double?
    /// For plotting: the limit in the text, or the column's.
    public let detectionLimit: Double?
}
