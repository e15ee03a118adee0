import Geochemistry

/// Cells such as `DATE RECEIVED : 2019-03-01  DATE FINALIZED : 2019-03-20`: fields with their labels, two or more
/// blanks apart.
struct LabelledText {
    /// The keys of all labels of a layout: where one of them begins, the value before it ends.
    private let keys: Set<String>

    init(labels: [Label]) {
        keys = Set(labels.map(\.key))
    }

    /// Whether a cell is a label, or begins with one and its colon.
    func isLabel(_ cell: String) -> Bool {
        keys.contains(Label.key(of: cell)) || labelAtStart(of: cell[...]) != nil
    }

    /// The value that one of the labels leads to; empty where the cell holds the label alone, nil where it does not
    /// hold it.
    func value(of labels: [Label], in cell: String) -> String? {
        let wanted = Set(labels.map(\.key))
        if wanted.contains(Label.key(of: cell)) { return "" }
        let pieces = pieces(of: cell)
        for (index, piece) in pieces.enumerated() {
            guard let (key, value) = labelAtStart(of: piece), wanted.contains(key) else { continue }
            // Blanks inside a value are part of it, until the next label begins.
            var end = value.endIndex
            for next in pieces[(index + 1)...] {
                if labelAtStart(of: next) != nil { break }
                end = next.endIndex
            }
            return String(cell[value.startIndex..<end]).withoutQuotes
        }
        return nil
    }

    /// The parts of a cell that two or more blanks separate.
    private func pieces(of cell: String) -> [Substring] {
        var pieces: [Substring] = []
        var start: String.Index?
        var blanks = 0
        var end = cell.startIndex
        for index in cell.indices {
            if cell[index].isWhitespace {
                blanks += 1
                continue
            }
            if blanks >= 2, let first = start {
                pieces.append(cell[first..<end])
                start = nil
            }
            if start == nil { start = index }
            blanks = 0
            end = cell.index(after: index)
        }
        if let start { pieces.append(cell[start..<end]) }
        return pieces
    }

    /// The label and the text behind its colon, where a text begins so.
    private func labelAtStart(of text: Substring) -> (key: String, value: Substring)? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let key = Label.key(of: String(text[..<colon]))
        guard keys.contains(key) else { return nil }
        return (key, text[text.index(after: colon)...])
    }
}
