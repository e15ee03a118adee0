/// The name of a file in a folder: any bytes but `/` and NUL. It need not be UTF-8.
public struct FileName: Sendable, Hashable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The name for people and for the ledger. Bytes that are not UTF-8, characters that steer a terminal or turn the
    /// direction of writing, and `%` before two hexadecimal digits are written `%XX`, so that two names never look the
    /// same and the bytes can be had back.
    public var display: String {
        var shown: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let length = Self.characterLength(bytes, at: index)
            let byte = bytes[index]
            if length == 0 || byte < 0x20 || byte == 0x7F || (byte == UInt8(ascii: "%") && isEscape(at: index)) {
                shown.append(contentsOf: Self.escaped(byte))
                index += 1
            } else if Self.steers(bytes[index..<(index + length)]) {
                for byte in bytes[index..<(index + length)] { shown.append(contentsOf: Self.escaped(byte)) }
                index += length
            } else {
                shown.append(contentsOf: bytes[index..<(index + length)])
                index += length
            }
        }
        return String(decoding: shown, as: UTF8.self)
    }

    public var isUTF8: Bool {
        var index = 0
        while index < bytes.count {
            let length = Self.characterLength(bytes, at: index)
            if length == 0 { return false }
            index += length
        }
        return true
    }

    /// A name that is safe on every file system and in every shell, for archive, quarantine and alerts.
    ///
    /// Letters, digits, `.`, `-` and `_` stay, others become `_`; a leading `.` or `-` is covered; never empty, at
    /// most 120 bytes. Different names can come out equal, so it never stands alone as a key.
    public static func safe(_ text: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": name.unicodeScalars.append(scalar)
            default: name.append("_")
            }
        }
        if let first = name.first, first == "." || first == "-" { name = "_" + name }
        return name.isEmpty ? "_" : String(name.prefix(120))
    }

    /// Hidden files, and the names under which copying programs keep unfinished files, are left alone.
    public var isPartial: Bool {
        guard let first = bytes.first, let last = bytes.last else { return true }
        if first == UInt8(ascii: ".") || first == UInt8(ascii: "~") || last == UInt8(ascii: "~") { return true }
        let lowered = bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        return Self.partialEndings.contains { lowered.count > $0.count && lowered.suffix($0.count).elementsEqual($0) }
    }

    private static let partialEndings: [[UInt8]] = [
        ".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".swp", ".upload", ".writing",
    ].map { Array($0.utf8) }

    private func isEscape(at index: Int) -> Bool {
        guard index + 2 < bytes.count else { return false }
        return bytes[(index + 1)...(index + 2)].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                UInt8(ascii: "a")...UInt8(ascii: "f"):
                true
            default: false
            }
        }
    }

    private static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// C1 control characters (U+0080 to U+009F), line and paragraph separators, and marks of the direction of writing.
    private static func steers(_ character: ArraySlice<UInt8>) -> Bool {
        guard character.count > 1, let last = character.last else { return false }
        switch (character.first, character.dropFirst().first) {
        case (0xC2, _): return last < 0xA0
        case (0xE2, 0x80): return (0x8E...0x8F).contains(last) || (0xA8...0xAE).contains(last)
        case (0xE2, 0x81): return (0xA6...0xA9).contains(last)
        default: return false
        }
    }

    /// The bytes of the UTF-8 character that starts here, 0 where none does.
    private static func characterLength(_ bytes: [UInt8], at index: Int) -> Int {
        let first = bytes[index]
        let length: Int
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard index + length <= bytes.count, bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
        else { return 0 }
        let second = bytes[index + 1]
        switch (first, second) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
        default: return length
        }
    }
}

extension FileName: CustomStringConvertible {
    public var description: String { display }
}
