/// Refuses a TOML text that is nested deeper than any table of standards, before it is parsed.
///
/// The parser behind TOMLKit 0.6.0 follows inline tables and dotted keys by recursion without a limit, and a stack
/// that runs out cannot be caught. Strings and comments are stepped over as TOML defines them, so this scan and the
/// parser see the same brackets up to the first error, where the parser stops.
enum TOMLNesting {
    /// Lists and tables inside each other.
    static let deepest = 32
    /// Parts of a dotted key.
    static let longestKey = 32

    /// The line where the text is nested too deeply; nil where it never is.
    static func firstTooDeep(in bytes: [UInt8]) -> Int? {
        var depth = 0
        var dots = 0
        var line = 1
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                line += 1
                dots = 0
            case UInt8(ascii: "#"):
                index = endOfLine(bytes, from: index)
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let end = endOfString(bytes, from: index)
                line += bytes[index..<end].count { $0 == UInt8(ascii: "\n") }
                index = end
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                dots = 0
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth = max(0, depth - 1)
            case UInt8(ascii: "."): dots += 1
            case UInt8(ascii: ","), UInt8(ascii: "="): dots = 0
            default: break
            }
            if depth > deepest || dots >= longestKey { return line }
            index += 1
        }
        return nil
    }

    private static func endOfLine(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }

    /// Behind the closing quotes, or at the line break that ends an open short string, or at the end of the text.
    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        let quote = bytes[start]
        func isTriple(_ index: Int) -> Bool {
            index + 2 < bytes.count && bytes[index] == quote && bytes[index + 1] == quote && bytes[index + 2] == quote
        }
        let isLong = isTriple(start)
        var index = start + (isLong ? 3 : 1)
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                index += 2
            } else if isLong, isTriple(index) {
                index += 3
                // Up to two quotes may belong to the text before the closing three.
                var extra = 0
                while extra < 2, index < bytes.count, bytes[index] == quote {
                    index += 1
                    extra += 1
                }
                return index
            } else if !isLong, bytes[index] == quote {
                return index + 1
            } else if !isLong, bytes[index] == UInt8(ascii: "\n") {
                return index
            } else {
                index += 1
            }
        }
        return bytes.count
    }
}
