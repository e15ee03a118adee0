import Geochemistry

/// Writes compact JSON byte by byte, straight from the bytes of a certificate.
///
/// Text is UTF-8 and comes back to the letter: only `"`, `\` and the control characters below U+0020 are escaped, as
/// RFC 8259 demands. Numbers are written as text, because a JSON number would pass through a Double on the way back.
struct PackedJSON {
    private(set) var bytes: [UInt8] = []
    /// Whether the next element follows another one of the same array.
    private var needsComma = false

    init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func array(_ body: (inout PackedJSON) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// An object of texts.
    mutating func object(_ members: [(name: String, text: String)]) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        for member in members {
            string(member.name)
            bytes.append(UInt8(ascii: ":"))
            needsComma = false
            string(member.text)
        }
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    mutating func string(_ text: Span<UInt8>) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        text.withUnsafeBufferPointer { buffer in
            var start = 0
            for index in 0..<buffer.count where Self.needsEscape(buffer[index]) {
                bytes.append(contentsOf: buffer[start..<index])
                escape(buffer[index])
                start = index + 1
            }
            bytes.append(contentsOf: buffer[start...])
        }
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string($0.span) }
    }

    mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    mutating func strings(_ texts: [String]) {
        array { json in
            for text in texts { json.string(text) }
        }
    }

    mutating func number(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
        needsComma = true
    }

    /// The digits as judged, in quotes.
    mutating func decimal(_ value: ExactDecimal?) {
        guard let value else { return null() }
        separate()
        bytes.append(UInt8(ascii: "\""))
        value.write(onto: &bytes)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// The shortest text that reads back as the same Double, in quotes; null for what is not finite.
    mutating func double(_ value: Double?) {
        guard let value, value.isFinite else { return null() }
        string(value.description)
    }

    mutating func null() {
        separate()
        bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C])
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(contentsOf: [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")])
            bytes.append(Self.digit(byte >> 4))
            bytes.append(Self.digit(byte & 0x0F))
        }
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }
}
