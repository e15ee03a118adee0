import Geochemistry
import Standards

/// A method heading of an imported workbook.
struct ImportedHeadingDocument: Encodable {
    let heading: String
    let digestions: [String]
    let taken: Int
    let left: Int

    init(_ heading: ImportedHeading) {
        self.heading = heading.text
        digestions = heading.digestions.map(\.rawValue)
        taken = heading.taken
        left = heading.left
    }
}
