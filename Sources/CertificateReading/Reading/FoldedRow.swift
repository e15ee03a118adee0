import Geochemistry

/// The cells of a row of a sheet, folded as by ``CellPattern/folded(_:)``, in one buffer.
struct FoldedRow {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// With which bytes its cells begin.
    private var firsts = ByteSet()

    /// - Parameter columns: of which to fold the cells.
    init(_ row: Int, of sheet: Sheet, columns: Range<Int>) {
        ends.reserveCapacity(columns.count)
        for column in columns {
            let start = bytes.count
            sheet.withCell(row: row, column: column) {
                CellPattern.fold($0.extracting($0.trimmedOfBlanks), onto: &bytes)
            }
            if bytes.count > start { firsts.insert(bytes[start]) }
            ends.append(bytes.count)
        }
    }

    var count: Int { ends.count }

    /// Whether any of its cells is a mark.
    func contains(_ mark: RecognitionMark) -> Bool {
        contains(mark.pattern) || mark.others.contains { contains($0) }
    }

    /// Whether the cell of this number is a mark.
    func holds(_ mark: RecognitionMark, at index: Int) -> Bool {
        mark.matches(folded: bytes.span.extracting(range(index)))
    }

    /// Nearly every pattern is looked for in vain, and nearly always its first byte tells.
    private func contains(_ pattern: CellPattern) -> Bool {
        if let first = pattern.firstByte, !firsts.contains(first) { return false }
        let bytes = bytes.span
        for index in ends.indices where pattern.matches(folded: bytes.extracting(range(index))) { return true }
        return false
    }

    private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
}

/// A set of bytes, a bit each.
struct ByteSet {
    private var words = SIMD4<UInt64>()

    mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

    func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }
}
