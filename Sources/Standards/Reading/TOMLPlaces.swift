/// Where the keys and values of a TOML text stand. TOMLKit tells lines for syntax errors only.
///
/// It walks a text that TOMLKit has found to be valid, and keeps for every path the line, and for every plain value
/// the text as typed, so that `0.10` is read as the decimal 0.10 and never goes through a Double. In a text that is
/// not valid it stops early, and nothing worse happens.
struct TOMLPlaces {
    /// A step from a table to a key or from an array to an element.
    enum Step: Hashable {
        case key(String)
        case index(Int)
    }

    struct Place {
        /// From 1.
        let line: Int
        /// The text of a number, a truth value or a date as typed; empty for anything else.
        let text: String
    }

    private(set) var places: [[Step]: Place] = [:]
    /// The first place that the parser under TOMLKit must not be given.
    private(set) var firstTrap: TOMLTrap?
    private var arrayCounts: [[Step]: Int] = [:]
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        var table: [Step] = []
        skipBlanksAndComments()
        while at < bytes.count {
            let start = at
            if bytes[at] == UInt8(ascii: "[") {
                table = header()
            } else {
                keyValue(in: table)
            }
            // A line of an invalid text that nothing can be made of is left.
            if at == start { skipLine() }
            skipBlanksAndComments()
        }
    }

    /// The line of a path, or of the nearest table around it.
    func line(of path: [Step]) -> Int {
        var path = path
        while true {
            if let place = places[path] { return place.line }
            guard path.popLast() != nil else { return 1 }
        }
    }

    // MARK: Structure

    private mutating func header() -> [Step] {
        let line = line
        let isArray = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "[")
        at += isArray ? 2 : 1
        skipSpaces()
        if at >= bytes.count || !Self.beginsKey(bytes[at]) { trap(.unnamedHeader) }
        let keys = dottedKey()
        var path: [Step] = []
        for (index, key) in keys.enumerated() {
            path.append(.key(key))
            note(path, line)
            let isLast = index == keys.count - 1
            if isLast, isArray {
                let count = arrayCounts[path] ?? 0
                arrayCounts[path] = count + 1
                path.append(.index(count))
                note(path, line)
            } else if !isLast, let count = arrayCounts[path] {
                path.append(.index(count - 1))
            }
        }
        skipLine()
        return path
    }

    private static func beginsKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private mutating func keyValue(in table: [Step]) {
        let line = line
        let keys = dottedKey()
        guard !keys.isEmpty else { return }
        var path = table
        for key in keys {
            path.append(.key(key))
            note(path, line)
        }
        skipSpaces()
        guard take(UInt8(ascii: "=")) else { return }
        skipSpaces()
        value(at: path)
    }

    private mutating func note(_ path: [Step], _ line: Int, text: String = "") {
        if places[path] == nil || !text.isEmpty { places[path] = Place(line: line, text: text) }
    }

    private mutating func trap(_ kind: TOMLTrap.Kind) {
        if firstTrap == nil { firstTrap = TOMLTrap(kind: kind, line: line) }
    }

    // MARK: Keys

    private mutating func dottedKey() -> [String] {
        var keys: [String] = []
        repeat {
            skipSpaces()
            guard at < bytes.count else { return keys }
            if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
                keys.append(quotedKey(bytes[at]))
            } else {
                let start = at
                while at < bytes.count, Self.isBareKey(bytes[at]) { at += 1 }
                guard at > start else { return keys }
                keys.append(String(decoding: bytes[start..<at], as: UTF8.self))
            }
            skipSpaces()
        } while take(UInt8(ascii: "."))
        return keys
    }

    private mutating func quotedKey(_ quote: UInt8) -> String {
        at += 1
        var key: [UInt8] = []
        while at < bytes.count, bytes[at] != quote, bytes[at] != UInt8(ascii: "\n") {
            if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                key.append(contentsOf: escape())
            } else {
                key.append(bytes[at])
                at += 1
            }
        }
        _ = take(quote)
        return String(decoding: key, as: UTF8.self)
    }

    /// The bytes that an escape at the current place stands for.
    private mutating func escape() -> [UInt8] {
        at += 1
        guard at < bytes.count else { return [] }
        let letter = bytes[at]
        at += 1
        switch letter {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"): return scalar(digits: 4)
        case UInt8(ascii: "U"): return scalar(digits: 8)
        default: return [letter]
        }
    }

    private mutating func scalar(digits: Int) -> [UInt8] {
        let end = min(at + digits, bytes.count)
        let text = String(decoding: bytes[at..<end], as: UTF8.self)
        at = end
        guard let code = UInt32(text, radix: 16), let scalar = Unicode.Scalar(code) else { return [] }
        return Array(String(Character(scalar)).utf8)
    }

    // MARK: Values

    /// Steps over one value. Tables and arrays inside each other are as deep as ``TOMLNesting`` let them be.
    private mutating func value(at path: [Step]) {
        guard at < bytes.count else { return }
        switch bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(bytes[at])
        case UInt8(ascii: "["): array(at: path)
        case UInt8(ascii: "{"): inlineTable(at: path)
        default: plainValue(at: path)
        }
    }

    private mutating func plainValue(at path: [Step]) {
        let start = at
        while at < bytes.count, !Self.endsPlainValue(bytes[at]) { at += 1 }
        var end = at
        while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 || bytes[end - 1] == 0x0D { end -= 1 }
        if bytes[start..<end].contains(where: { $0 == 0x20 || $0 == 0x09 }) { trap(.blankInValue) }
        note(path, line, text: String(decoding: bytes[start..<end], as: UTF8.self))
    }

    private mutating func array(at path: [Step]) {
        at += 1
        var index = 0
        while true {
            skipBlanksAndComments()
            guard at < bytes.count, !take(UInt8(ascii: "]")) else { return }
            let start = at
            if bytes[at] == UInt8(ascii: "}") { trap(.braceInList) }
            note(path + [.index(index)], line)
            value(at: path + [.index(index)])
            skipBlanksAndComments()
            _ = take(UInt8(ascii: ","))
            if at == start { return }
            index += 1
        }
    }

    private mutating func inlineTable(at path: [Step]) {
        at += 1
        while true {
            skipBlanksAndComments()
            guard at < bytes.count, !take(UInt8(ascii: "}")) else { return }
            let start = at
            keyValue(in: path)
            skipBlanksAndComments()
            _ = take(UInt8(ascii: ","))
            if at == start { return }
        }
    }

    private mutating func skipString(_ quote: UInt8) {
        let isLong = at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote
        at += isLong ? 3 : 1
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "\n") {
                if !isLong { return }
                line += 1
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                // A line break behind a backslash still counts.
                at += at + 1 < bytes.count && bytes[at + 1] != UInt8(ascii: "\n") ? 2 : 1
                continue
            }
            at += 1
            guard byte == quote else { continue }
            if !isLong { return }
            if at + 1 < bytes.count, bytes[at] == quote, bytes[at + 1] == quote {
                at += 2
                // Up to two quotes may stand directly before the closing three.
                while at < bytes.count, bytes[at] == quote { at += 1 }
                return
            }
        }
    }

    // MARK: Bytes

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpaces() {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    }

    private mutating func skipBlanksAndComments() {
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "\n"):
                line += 1
                at += 1
            case 0x20, 0x09, 0x0D: at += 1
            case UInt8(ascii: "#"): skipLine()
            default: return
            }
        }
    }

    private static func isBareKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: byte >= 0x80
        }
    }

    private static func endsPlainValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "\n"): true
        default: false
        }
    }
}
