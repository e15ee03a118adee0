/// One of the rows that stand above the results and say what a column is.
public struct HeaderRow: Sendable, Hashable {
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case analyte
        case method
        case unit
        case lowerLimit = "lower_limit"
        case upperLimit = "upper_limit"
        /// Belongs to the header and says nothing that is needed: SIF's TOLERANCE, TEMPERATURE, TIME.
        case ignored
    }

    public var role: Role
    /// What its lead cell says; empty where ``offset`` places it.
    public var labels: [Label]
    /// Rows below (or, negative, above) the analyte row, for a row whose lead cell is empty.
    public var offset: Int
    /// A file without it does not have this layout.
    public var isRequired: Bool
    /// A text stands for the empty cells to its right as well: a method above the first of its analytes.
    public var fills: Bool

    public init(
        _ role: Role,
        labels: [Label] = [],
        offset: Int = 0,
        isRequired: Bool = true,
        fills: Bool = false
    ) {
        self.role = role
        self.labels = labels
        self.offset = offset
        self.isRequired = isRequired
        self.fills = fills
    }
}
