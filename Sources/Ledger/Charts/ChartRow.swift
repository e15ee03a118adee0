import Geochemistry
import QualityControl

/// One insertion of a reference material as control charts read it: the value and the outcome of each column of its
/// layout, in cells of one width, so that the one that is asked for is found without reading the others.
struct ChartRow: Sendable, Hashable {
    /// A value as judged, nil where there is none, and what became of it.
    typealias Entry = (value: ExactDecimal?, outcome: Outcome)

    let position: Int
    let sample: String
    /// Bytes a cell; at least one.
    let width: Int
    /// Decimals, with spaces behind them up to the width; only spaces where there is no value.
    let cells: [UInt8]
    /// One byte a cell: `p`, `w`, `f`, `n`.
    let outcomes: [UInt8]

    init(position: Int, sample: String, _ entries: [Entry]) {
        var digits: [UInt8] = []
        var ends: [Int] = []
        for entry in entries {
            entry.value?.write(onto: &digits)
            ends.append(digits.count)
        }
        let starts = [0] + ends
        let width = zip(starts, ends).reduce(1) { max($0, $1.1 - $1.0) }
        var cells: [UInt8] = []
        cells.reserveCapacity(width * entries.count)
        for (start, end) in zip(starts, ends) {
            cells += digits[start..<end]
            cells.append(contentsOf: repeatElement(Self.space, count: width - (end - start)))
        }
        (self.position, self.sample, self.width, self.cells) = (position, sample, width, cells)
        outcomes = entries.map { Self.byte(of: $0.outcome) }
    }

    /// The cell of a column, or nil where that holds no value.
    /// - Throws: where the bytes are no decimal, or too few.
    static func value(
        at place: Int,
        width: Int,
        in cells: UnsafeRawBufferPointer
    ) throws(NumberProblem) -> ExactDecimal? {
        let start = place * width
        guard width > 0, start + width <= cells.count else { throw .notANumber }
        var end = start + width
        while end > start, cells[end - 1] == space { end -= 1 }
        return end == start ? nil : try ExactDecimal(cells.bindMemory(to: UInt8.self).extracting(start..<end).span)
    }

    static func outcome(of byte: UInt8) -> Outcome? { Outcome.allCases.first { Self.byte(of: $0) == byte } }

    private static func byte(of outcome: Outcome) -> UInt8 {
        switch outcome {
        case .pass: UInt8(ascii: "p")
        case .warn: UInt8(ascii: "w")
        case .fail: UInt8(ascii: "f")
        case .notEvaluated: UInt8(ascii: "n")
        }
    }

    private static let space = UInt8(ascii: " ")
}
