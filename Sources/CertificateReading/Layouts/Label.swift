import Geochemistry

/// The words that name a field, a header row or a column, comparable however a laboratory types them:
/// `LabjobNo :`, `LabjobNo:` and `LABJOBNO` are one label, as are `Det. Lim.` and `Det.Lim`, `Método` and `METODO`.
public struct Label: Sendable, Hashable {
    /// As the layout writes it.
    public let text: String
    /// Lower case without accents, single blanks, no colon at the end; `sample_id` is `Sample ID`, `P.O.` is `PO`.
    let key: String

    public init(_ text: String) {
        self.text = text
        key = Self.key(of: text)
    }

    static func key(of text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x5F, 0xA0: if bytes.last != 0x20 { bytes.append(0x20) }
            case 0x2E:
                // The full stop of an abbreviation; one before a digit is a decimal sign.
                let isBeforeDigit = index + 1 < scalars.count && (0x30...0x39).contains(scalars[index + 1].value)
                if isBeforeDigit { bytes.append(0x2E) }
            case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
            case ..<0x80: bytes.append(UInt8(scalar.value))
            default: bytes += Array(FoldedText.fold(String(scalar)).utf8)
            }
        }
        while let last = bytes.last, last == UInt8(ascii: ":") || last == 0x20 { bytes.removeLast() }
        let start = bytes.prefix { $0 == 0x20 }.count
        return String(decoding: bytes[start...], as: UTF8.self)
    }

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
