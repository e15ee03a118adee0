public import Geochemistry

/// One reference material of an imported file: what was taken, what was left, and how it was read.
public struct ImportedMaterial: Sendable {
    /// Its values' places are those of the source: `Certified Values:5`.
    public let material: ReferenceMaterial
    /// The method headings in their order, for a file that has some.
    public let headings: [ImportedHeading]
    public let left: [LeftRow]
    /// What the written file says of its origin, a line each.
    public let comments: [String]

    init(material: ReferenceMaterial, headings: [ImportedHeading], left: [LeftRow], comments: [String]) {
        self.material = material
        self.headings = headings
        self.left = left
        self.comments = comments
    }
}
