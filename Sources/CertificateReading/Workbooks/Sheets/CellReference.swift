/// The place of a cell as `AB12`; rows and columns count from 0 (ST_CellRef, ECMA-376 18.18.7).
struct CellReference: Sendable, Hashable {
    var row: Int
    var column: Int

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// nil for anything but one to three letters and one to nine digits, of which the first is no zero.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var column = 0
        var index = 0
        while index < min(text.count, 3) {
            let letter = text[index] & 0xDF
            guard text[index] >= UInt8(ascii: "A"), (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else {
                break
            }
            column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
            index += 1
        }
        guard index > 0, index < text.count, text[index] != UInt8(ascii: "0"),
            let row = WholeNumber.parse(UnsafeBufferPointer(rebasing: text[index...]))
        else { return nil }
        self.init(row: row - 1, column: column - 1)
    }
}

extension Sheet.MergedCells {
    /// The cells of `B1:E2`; nil for anything else.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
            let first = CellReference(UnsafeBufferPointer(rebasing: text[..<colon])),
            let last = CellReference(UnsafeBufferPointer(rebasing: text[(colon + 1)...])),
            first.row <= last.row, first.column <= last.column
        else { return nil }
        self.init(rows: first.row..<(last.row + 1), columns: first.column..<(last.column + 1))
    }
}
