import Geochemistry

/// The words that name a field, a header row or a column, comparable however a laboratory types them:
/// `LabjobNo :`, `LabjobNo:` and `LABJOBNO` are one label, as are `Det. Lim.` and `Det.Lim`, `Método` and `METODO`.
public struct Label: Sendable, Hashable {
    /// As the layout writes it.
    public let text: String
    /// Lower case without accents, single blanks, no dots, no colon at the end; `sample_id` is `Sample ID`.
    let key: String

    public init(_ text: String) {
        self.text = text
        key = Self.key(of: text)
    }

    static func key(of text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x2E, 0x5F, 0xA0, 0xB0, 0xBA: if bytes.last != 0x20 { bytes.append(0x20) }
            case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
            case ..<0x80: bytes.append(UInt8(scalar.value))
            default: bytes += Array((plain[scalar] ?? String(scalar).lowercased()).utf8)
            }
        }
        while let last = bytes.last, last == UInt8(ascii: ":") || last == 0x20 { bytes.removeLast() }
        let start = bytes.prefix { $0 == 0x20 }.count
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    /// The letters of Spanish, Portuguese and French without their accents, which exporters print or leave out.
    private static let plain: [Unicode.Scalar: String] = {
        var plain: [Unicode.Scalar: String] = [:]
        for (letter, accented) in [
            ("a", "áàâãäÁÀÂÃÄ"), ("c", "çÇ"), ("e", "éèêëÉÈÊË"), ("i", "íìîïÍÌÎÏ"), ("n", "ñÑ"), ("o", "óòôõöÓÒÔÕÖ"),
            ("u", "úùûüÚÙÛÜ"),
        ] {
            for scalar in accented.unicodeScalars { plain[scalar] = letter }
        }
        return plain
    }()

    public static func == (left: Label, right: Label) -> Bool { left.key == right.key }
    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension [Label] {
    /// Whether a cell holds one of the labels and nothing else.
    func name(_ cell: String) -> Bool {
        guard !isEmpty, !cell.isEmpty else { return false }
        let key = Label.key(of: cell)
        return contains { $0.key == key }
    }
}
