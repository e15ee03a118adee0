/// What a laboratory puts between groups of three digits: `1,250`, `1.250,5`, `1 250`, `1'250`.
///
/// A file has to prove that it does (see `NumberEvidence` in CertificateReading), because `1,250` alone may be 1.25.
public enum ThousandsSign: String, Sendable, Hashable, CaseIterable {
    case comma = ","
    case point = "."
    case blank = " "
    case noBreakSpace = "\u{A0}"
    case narrowNoBreakSpace = "\u{202F}"
    case apostrophe = "'"
    case rightQuote = "\u{2019}"

    /// Its bytes in UTF-8.
    public var utf8: [UInt8] { Array(rawValue.utf8) }

    /// How many bytes of `text` from `index` on are the sign; 0 where it does not stand there.
    package func length(in text: Span<UInt8>, at index: Int) -> Int {
        switch self {
        case .comma: Self.stands(0x2C, in: text, at: index)
        case .point: Self.stands(0x2E, in: text, at: index)
        case .blank: Self.stands(0x20, in: text, at: index)
        case .apostrophe: Self.stands(0x27, in: text, at: index)
        case .noBreakSpace: Self.stands(0xC2, 0xA0, in: text, at: index)
        case .narrowNoBreakSpace: Self.stands(0xE2, 0x80, 0xAF, in: text, at: index)
        case .rightQuote: Self.stands(0xE2, 0x80, 0x99, in: text, at: index)
        }
    }

    /// The sign that stands at a place of a text, and its bytes; nil where none does.
    package static func sign(in text: Span<UInt8>, at index: Int) -> (sign: ThousandsSign, length: Int)? {
        guard index < text.count else { return nil }
        switch text[index] {
        case 0x2C: return (.comma, 1)
        case 0x2E: return (.point, 1)
        case 0x20: return (.blank, 1)
        case 0x27: return (.apostrophe, 1)
        case 0xC2: return stands(0xC2, 0xA0, in: text, at: index) > 0 ? (.noBreakSpace, 2) : nil
        case 0xE2:
            if stands(0xE2, 0x80, 0xAF, in: text, at: index) > 0 { return (.narrowNoBreakSpace, 3) }
            return stands(0xE2, 0x80, 0x99, in: text, at: index) > 0 ? (.rightQuote, 3) : nil
        default: return nil
        }
    }

    private static func stands(_ bytes: UInt8..., in text: Span<UInt8>, at index: Int) -> Int {
        guard index >= 0, index + bytes.count <= text.count else { return 0 }
        for (offset, byte) in bytes.enumerated() where text[index + offset] != byte { return 0 }
        return bytes.count
    }
}
