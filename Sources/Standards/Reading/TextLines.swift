/// Lines of a text in bytes.
enum TextLines {
    /// The first line that is not UTF-8, or holds a NUL byte (where a C library would stop reading); nil for good text.
    static func firstInvalid(in bytes: [UInt8]) -> Int? {
        if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil { return nil }
        var line = 1
        for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if text.contains(0) || String(validating: text, as: UTF8.self) == nil { return line }
            line += 1
        }
        return nil
    }
}
