import Geochemistry
import QualityControl

/// One insertion of a reference material as control charts read it: outcome and value of each column of its layout, in
/// cells of one width, so that the one that is asked for is found without reading the others.
struct ChartRow {
    /// A value as judged, nil where there is none, and what became of it.
    typealias Entry = (value: ExactDecimal?, outcome: Outcome)

    let position: Int
    let sample: String
    /// Bytes a cell; at least two.
    let width: Int
    /// The outcome in one byte (`p`, `w`, `f`, `n`), and the decimal with spaces behind it up to the width; only spaces
    /// where there is no value.
    let cells: [UInt8]

    init(position: Int, sample: String, _ entries: [Entry]) {
        var digits: [UInt8] = []
        var ends: [Int] = []
        for entry in entries {
            entry.value?.write(onto: &digits)
            ends.append(digits.count)
        }
        let starts = [0] + ends
        let width = zip(starts, ends).reduce(1) { max($0, $1.1 - $1.0) } + 1
        var cells: [UInt8] = []
        cells.reserveCapacity(width * entries.count)
        for (entry, (start, end)) in zip(entries, zip(starts, ends)) {
            cells.append(Self.byte(of: entry.outcome))
            cells += digits[start..<end]
            cells.append(contentsOf: repeatElement(Self.space, count: width - 1 - (end - start)))
        }
        (self.position, self.sample, self.width, self.cells) = (position, sample, width, cells)
    }

    /// What the cell of a column holds, or nil where the bytes are not those of a cell.
    static func entry(at place: Int, width: Int, in cells: UnsafeRawBufferPointer) -> Entry? {
        let start = place * width
        guard width > 1, start + width <= cells.count, let outcome = outcome(of: cells[start]) else { return nil }
        var end = start + width
        while cells[end - 1] == space { end -= 1 }
        if end == start + 1 { return (nil, outcome) }
        let digits = cells.bindMemory(to: UInt8.self).extracting(start + 1..<end)
        return (try? ExactDecimal(digits.span)).map { ($0, outcome) }
    }

    private static func byte(of outcome: Outcome) -> UInt8 {
        switch outcome {
        case .pass: UInt8(ascii: "p")
        case .warn: UInt8(ascii: "w")
        case .fail: UInt8(ascii: "f")
        case .notEvaluated: UInt8(ascii: "n")
        }
    }

    private static func outcome(of byte: UInt8) -> Outcome? { Outcome.allCases.first { Self.byte(of: $0) == byte } }

    private static let space = UInt8(ascii: " ")
}
