import Geochemistry

/// The words that name a field, a header row or a column, comparable however a laboratory types them:
/// `LabjobNo :`, `LabjobNo:` and `LABJOBNO` are one label.
public struct Label: Sendable, Hashable {
    /// As the layout writes it.
    public let text: String
    /// Lower case, no accents, single blanks, no colon at the end; `sample_id` is `Sample ID`, `P.O.` is `PO`.
    let key: String

    public init(_ text: String) {
        self.text = text
        key = Self.key(of: text)
    }

    static func key(of text: String) -> String {
        var words = FoldedText.fold(withoutStops(text)).split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")[
            ...
        ]
        while let last = words.last, last == ":" || last == " " { words.removeLast() }
        return String(words)
    }

    /// Without the full stops of abbreviations; one before a digit is a decimal sign.
    private static func withoutStops(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
        var kept: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            let isBeforeDigit = index + 1 < bytes.count && (0x30...0x39).contains(bytes[index + 1])
            if byte != UInt8(ascii: ".") || isBeforeDigit { kept.append(byte) }
        }
        return String(decoding: kept, as: UTF8.self)
    }

    public static func == (left: Label, right: Label) -> Bool { left.key == right.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension [Label] {
    /// Whether a cell holds one of the labels and nothing else.
    func name(_ cell: String) -> Bool {
        guard !cell.isEmpty else { return false }
        let key = Label.key(of: cell)
        return contains { $0.key == key }
    }
}
