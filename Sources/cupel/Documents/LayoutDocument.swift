import CertificateReading

/// A layout as `layouts list --json` shows it.
struct LayoutDocument: Encodable {
    let laboratory: String
    let layout: String
    let shape: String
    let marks: [String]

    init(_ layout: Layout, of laboratory: Laboratory) {
        self.laboratory = laboratory.name
        self.layout = layout.id
        shape = layout.shape.rawValue
        marks = layout.marks.map(\.pattern.text)
    }
}
