import Geochemistry

/// Compares what a workbook shows with what it stores.
///
/// The laboratory reports what is shown: 0.50 by its format, where 0.5 is stored. A format that hides digits, though,
/// may be somebody's choice of screen and not the laboratory's of digits, so it is told.
struct ShownRounding {
    /// Results that show another number than is stored, to the 15 digits that a spreadsheet keeps.
    private(set) var count = 0
    private(set) var first: (column: Int, sample: Int)?

    init(_ certificate: Certificate) {
        for (index, column) in certificate.columns.enumerated() where column.isDetermination {
            for (sample, stored) in column.storedTexts where differs(stored, column.texts, at: sample) {
                count += 1
                // The first by place, whatever the order of the dictionary.
                if first.map({ (index, sample) < ($0.column, $0.sample) }) ?? true { first = (index, sample) }
            }
        }
    }

    private func differs(_ stored: String, _ texts: PackedTexts, at sample: Int) -> Bool {
        let shown = texts.bytes.span.extracting(texts.range(at: sample))
        guard let shown = CellNumber(shown.extracting(shown.trimmedOfBlanks)),
            let stored = CellNumber(Array(stored.utf8).span)
        else { return false }
        return shown != stored
    }
}
