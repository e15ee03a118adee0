import Geochemistry

/// What a column of a plain table says of a row: the laboratory's own quality control, or the client's.
///
/// What the layout's QC rules know by its type (`LDUP`) the laboratory put in. Anything else is the client's or the
/// database's word on the client's sample (`FDUP`, `STANDARD`, `BLANK`), the same that a register would say; it goes into
/// a register of its own, so that it is shown, kept and outdone like any other.
struct ControlStatement {
    var origin: SampleRow.Origin = .client
    var entry: RegisterEntry?
    /// A word that nobody knows.
    var unknown = ""

    init(_ table: PlainTable, row: Int) {
        let word = table.text(.control, row)
        let name = table.text(.sample, row)
        guard !word.isEmpty else { return }
        let (reference, parent) = (table.text(.reference, row), table.text(.parent, row))
        let subject: (String) -> String = { $0.isEmpty ? name : $0 }
        switch QCRowClassifier(table.layout.qcRows).origin(name: "", type: word, section: nil) {
        case .client: break
        case .laboratoryCRM: origin = .laboratoryCRM(material: subject(reference))
        case .laboratoryDuplicate: origin = .laboratoryDuplicate(of: subject(parent))
        case let other: origin = other
        }
        guard origin.isClient else { return }
        switch TypeWord(word) {
        case .type(let type):
            entry = RegisterEntry(
                sample: name,
                type: type,
                reference: reference,
                parent: parent,
                row: table.sheet.line(row: row)
            )
        case .ambiguousDuplicate, .unknown: unknown = word
        }
    }
}
