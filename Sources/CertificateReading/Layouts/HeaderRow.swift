/// One of the rows that stand above the results and say what a column is.
public struct HeaderRow: Sendable, Hashable {
    public enum Role: String, Sendable, Hashable, CaseIterable {
        case analyte
        case method
        case unit
        case lowerLimit = "lower_limit"
        case upperLimit = "upper_limit"
        /// Belongs to the method, behind a slash: `MS` below `4A` is `4A/MS`.
        case finish
        /// Belongs to the header and says nothing that is needed: SIF's TOLERANCE, TEMPERATURE, TIME.
        case ignored
    }

    public var role: Role
    /// What its lead cell says. Where ``offset`` places it: texts that may stand in it and say nothing.
    public var labels: [Label]
    /// Rows below (or, negative, above) the analyte row, for a row whose lead cell is empty; where the analyte row is
    /// such a row itself, it counts from the first header row with a label. 0 where labels find it. A row below is
    /// taken only where its lead cell is empty or one of the texts: it could be a sample.
    public var offset: Int
    /// A file without it does not have this layout. Of several rows with one role the first that is there counts.
    public var isRequired: Bool
    /// A text stands for the empty cells to its right as well: a method above the first of its analytes.
    public var fills: Bool
    /// It may also be a list of all its texts, side by side from the left; then it says nothing of the columns.
    public var mayBeList: Bool

    /// Whether its place is known, and no label has to find it.
    var isPlaced: Bool { labels.isEmpty || offset != 0 }

    public init(
        _ role: Role,
        labels: [Label] = [],
        offset: Int = 0,
        isRequired: Bool = true,
        fills: Bool = false,
        mayBeList: Bool = false
    ) {
        self.role = role
        self.labels = labels
        self.offset = offset
        self.isRequired = isRequired
        self.fills = fills
        self.mayBeList = mayBeList
    }
}
