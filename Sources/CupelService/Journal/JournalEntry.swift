/// A message for the journal with fields of its own, in the native protocol (systemd: Native Journal Protocol).
public struct JournalEntry: Sendable, Equatable {
    /// In the order in which they are sent; the same name may stand twice.
    public private(set) var fields: [(name: String, value: String)] = []

    public init() {}

    /// A name that the journal would refuse is made one that it takes: upper case, digits and `_`, at most 64 bytes,
    /// no digit or `_` in front.
    public mutating func add(_ name: String, _ value: String) { fields.append((Self.name(name), value)) }

    public static func == (one: JournalEntry, other: JournalEntry) -> Bool { one.bytes == other.bytes }

    /// `NAME=value` and a line break; a value with a line break in it stands behind its length in eight bytes, lowest
    /// first, because no value is escaped.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            let content = Array(value.utf8)
            bytes += name.utf8
            if content.contains(Self.lineBreak) {
                bytes.append(Self.lineBreak)
                let length = UInt64(content.count)
                bytes += (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
            } else {
                bytes.append(UInt8(ascii: "="))
            }
            bytes += content
            bytes.append(Self.lineBreak)
        }
        return bytes
    }

    private static let lineBreak = UInt8(ascii: "\n")

    private static func name(_ text: String) -> String {
        let letters = text.utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
            case UInt8(ascii: "a")...UInt8(ascii: "z"): byte & 0xDF
            default: UInt8(ascii: "_")
            }
        }
        let kept = letters.drop { !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }.prefix(64)
        return kept.isEmpty ? "FIELD" : String(decoding: kept, as: UTF8.self)
    }
}
