public import Geochemistry

/// One element of a composite, and what it is counted as.
public struct CompositeMember: Sendable, Hashable {
    public let element: Analyte
    /// An oxide (`Pr6O11`), or the element itself.
    public let counted: Analyte

    public init(element: Analyte, counted: Analyte) {
        self.element = element
        self.counted = counted
    }
}
