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
        // Every cell of a sheet's head is compared with every label of every layout, and nearly all are ASCII.
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case 0x20, 0x09...0x0D, UInt8(ascii: "_"), UInt8(ascii: "."):
                if !key.isEmpty, key.last != 0x20 { key.append(0x20) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
            case ..<0x80: key.append(byte)
            default: return keyBeyondASCII(of: text)
            }
        }
        while let last = key.last, last == UInt8(ascii: ":") || last == 0x20 { key.removeLast() }
        return String(decoding: key, as: UTF8.self)
    }

    /// `N°` and `Nº` are `N`, too.
    private static func keyBeyondASCII(of text: String) -> String {
        var ascii = ""
        for character in text.lowercased() {
            switch character {
            case "°", "º", "\u{A0}": ascii.append(" ")
            default: ascii += plain[character] ?? String(character)
            }
        }
        guard ascii.utf8.allSatisfy({ $0 < 0x80 }) else {
            var words = ascii.split { $0.isWhitespace || $0 == "_" || $0 == "." }.joined(separator: " ")[...]
            while let last = words.last, last == ":" || last == " " { words.removeLast() }
            return String(words)
        }
        return key(of: ascii)
    }

    /// The letters of Spanish, Portuguese and French without their accents, which exporters print or leave out.
    private static let plain: [Character: String] = {
        var plain: [Character: String] = [:]
        for (letter, accented) in [
            ("a", "áàâãä"), ("c", "ç"), ("e", "éèêë"), ("i", "íìîï"), ("n", "ñ"), ("o", "óòôõö"), ("u", "úùûü"),
        ] {
            for character in accented { plain[character] = letter }
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
