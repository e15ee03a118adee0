import Geochemistry

/// The order of day and month that the dates of a file show, wherever they stand: above the table, and in the columns
/// that hold no results.
///
/// A day beyond 12 shows it. Where some dates show one order and some the other, the file shows none.
struct DateEvidence {
    private var shown: Set<DateOrder> = []

    init() {}

    init(_ texts: [String]) {
        for text in texts { add(text) }
    }

    mutating func add(_ text: String) {
        guard shown.count < 2, let order = PrintedDate.evidence(in: text) else { return }
        shown.insert(order)
    }

    /// Looks at cells that begin as dates in digits do; others cannot show an order.
    mutating func add(_ sheet: Sheet, rows: Range<Int>, columns: some Sequence<Int>) {
        for row in rows where shown.count < 2 {
            for column in columns {
                let mayBeDate = sheet.withCell(row: row, column: column) { cell in
                    let text = cell.extracting(cell.trimmedOfBlanks)
                    return Self.beginsAsDate(text)
                }
                if mayBeDate { add(sheet.text(row: row, column: column)) }
            }
        }
    }

    /// Looks behind the colons of labels too: `File Created: 13/12/2010`.
    mutating func add(labelled sheet: Sheet, rows: Range<Int>, columns: some Sequence<Int>) {
        for row in rows {
            for column in columns {
                let text = sheet.text(row: row, column: column)
                for piece in text.split(separator: ":") {
                    let value = String(piece).trimmedOfBlanks
                    if Self.beginsAsDate(Array(value.utf8).span) { add(value) }
                }
            }
        }
    }

    /// One or two digits, `/`, `-` or a point, one or two digits, the same sign, two digits at least.
    private static func beginsAsDate(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 6, text.count <= 40 else { return false }
        var index = 0
        var separator: UInt8?
        for _ in 0..<2 {
            var digits = 0
            while index < text.count, isDigit(text[index]) {
                digits += 1
                index += 1
            }
            guard (1...2).contains(digits), index < text.count else { return false }
            let sign = text[index]
            guard separator == nil ? [0x2F, 0x2D, 0x2E].contains(sign) : sign == separator else { return false }
            separator = sign
            index += 1
        }
        return index + 1 < text.count && isDigit(text[index]) && isDigit(text[index + 1])
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// The order in which to read the dates of the file, where the layout leaves it to them.
    func settled(_ order: DateOrder) -> DateOrder {
        switch order {
        case .dayFirst, .monthFirst: order
        case .yearFirst, .byEvidence: shown.count == 1 ? shown.first ?? order : order
        }
    }
}
