/// One thing that stands above the table: where it is found, and what it says.
///
/// Either a label leads to it, in the same cell (`Report Number: A25-15567`, also several in one cell, two or more
/// blanks apart) or in a cell to the left; or it is the whole cell that a pattern describes (`* - *`).
public struct MetadataField: Sendable, Hashable {
    public enum Item: String, Sendable, Hashable, CaseIterable {
        case workOrder = "work_order"
        /// Formats that several laboratories share name it.
        case laboratory
        case status
        case client
        case project
        case dispatch
        case received
        case reported
        case declaredSamples = "declared_samples"
        /// Needed by nobody, and named so that the value before its label ends there.
        case ignored
    }

    /// What the value holds; two or more are told apart by ``separator``, the last one takes the rest.
    public var holds: [Item]
    public var labels: [Label]
    public var pattern: CellPattern?
    /// For a pattern: the column, from 1; nil for any.
    public var column: Int?
    /// For a pattern: one of this many rows from the start of the certificate.
    public var within: Int
    public var separator: String
    /// A value is none where another one stands behind it in the row: a file of several jobs.
    public var isAlone: Bool
    /// Instead of label and pattern: the work order is the file's name without its endings, where nothing else names it.
    public var isFileName: Bool
    /// Endings that are not part of the value: `-Final*` behind an Actlabs work order. The longest is cut off.
    public var endings: [CellPattern]

    public init(
        holds: [Item],
        labels: [Label] = [],
        pattern: CellPattern? = nil,
        column: Int? = nil,
        within: Int = 10,
        separator: String = "",
        isAlone: Bool = false,
        isFileName: Bool = false,
        endings: [CellPattern] = []
    ) {
        self.holds = holds
        self.labels = labels
        self.pattern = pattern
        self.column = column
        self.within = within
        self.separator = separator
        self.isAlone = isAlone
        self.isFileName = isFileName
        self.endings = endings
    }
}
