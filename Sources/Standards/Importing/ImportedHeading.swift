public import Geochemistry

/// A method heading of the source and the digestion classes that it became; none where its rows were left.
public struct ImportedHeading: Sendable, Hashable {
    public let text: String
    public let digestions: [DigestionClass]
    /// Rows of the source that became certified values.
    public let taken: Int
    public let left: Int
}
