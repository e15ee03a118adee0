/// A row of the source that did not become a certified value, and why.
public struct LeftRow: Sendable, Hashable {
    /// The method heading it stands under; the digestion for a table that has such a column.
    public let heading: String
    /// The analyte as the source names it.
    public let constituent: String
    public let unit: String
    /// As the source shows it: `< 3`, `IND`, `12.3`.
    public let value: String
    public let sd: String
    /// `Certified Values:5`, sheet and row; a line of a text.
    public let place: String
    public let reason: Reason

    public init(
        heading: String,
        constituent: String,
        unit: String,
        value: String,
        sd: String,
        place: String,
        reason: Reason
    ) {
        self.heading = heading
        self.constituent = constituent
        self.unit = unit
        self.value = value
        self.sd = sd
        self.place = place
        self.reason = reason
    }
}
