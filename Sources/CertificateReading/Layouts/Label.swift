import Geochemistry

/// The words that name a field, a header row or a column, comparable however a laboratory types them:
/// `LabjobNo :`, `LabjobNo:` and `LABJOBNO` are one label.
public struct Label: Sendable, Hashable {
    /// As the layout writes it.
    public let text: String
    /// Lower case, single blanks, no colon at the end; `sample_id` is `Sample ID`.
    let key: String

    public init(_ text: String) {
        self.text = text
        key = Self.key(of: text)
    }

    static func key(of text: String) -> String {
        // Every cell of a sheet's head is compared with every label of every layout, and nearly all are ASCII.
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x20, 0x09...0x0D, UInt8(ascii: "_"): if !key.isEmpty, key.last != 0x20 { key.append(0x20) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
            case ..<0x80: key.append(byte)
            default: return keyBeyondASCII(of: text)
            }
        }
        while let last = key.last, last == UInt8(ascii: ":") || last == 0x20 { key.removeLast() }
        return String(decoding: key, as: UTF8.self)
    }

    private static func keyBeyondASCII(of text: String) -> String {
        var words = text.lowercased().split { $0.isWhitespace || $0 == "_" }.joined(separator: " ")[...]
        while let last = words.last, last == ":" || last == " " { words.removeLast() }
        return String(words)
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
