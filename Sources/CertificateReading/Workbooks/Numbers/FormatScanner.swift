/// Reads the code of a number format (ECMA-376 18.8.31): sections between semicolons, of places for digits, of text
/// in quotes or behind a backslash, and of brackets.
struct FormatScanner {
    private let code: [UInt8]
    private var index = 0
    private var section = FormatSection()
    private var sections: [FormatSection] = []
    /// Commas since the last place for a digit: they divide by a thousand when no other place follows.
    private var commas = 0
    private var hasPoint = false
    private var hasDigits = false
    private var isFraction = false
    /// The letters of the date so far, in lower case, one for each run of the same letter.
    private var dateRuns: [UInt8] = []
    private var longestMonth = 0
    private var isDuration = false
    private var secondDecimals = 0

    init(_ code: [UInt8]) { self.code = code }

    /// All sections, empty ones too.
    mutating func scan() -> [FormatSection] {
        while index < code.count {
            let byte = code[index]
            index += 1
            take(byte)
        }
        closeSection()
        return sections
    }

    private mutating func take(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: ";"): closeSection()
        case UInt8(ascii: "\""): takeQuoted()
        case UInt8(ascii: "\\"): appendLiteral(nextCharacter())
        case UInt8(ascii: "_"):
            // A blank as wide as the next character.
            _ = nextCharacter()
            appendLiteral([UInt8(ascii: " ")])
        case UInt8(ascii: "*"): _ = nextCharacter()  // Fills the cell, however wide it is.
        case UInt8(ascii: "["): takeBrackets()
        case UInt8(ascii: "0"): takeDigit(.zero)
        case UInt8(ascii: "#"): takeDigit(.nothing)
        case UInt8(ascii: "?"): takeDigit(.blank)
        case UInt8(ascii: "."): takePoint()
        case UInt8(ascii: ",") where hasDigits && dateRuns.isEmpty: commas += 1
        case UInt8(ascii: "%"):
            section.scale += 2
            appendLiteral([byte])
        case UInt8(ascii: "@"): section.tokens.append(.text)
        case UInt8(ascii: "/") where hasDigits && dateRuns.isEmpty: isFraction = true
        default: takeLetter(byte)
        }
    }

    private mutating func closeSection() {
        section.scale -= 3 * commas
        if !dateRuns.isEmpty {
            section.kind = hasDigits ? .unreadable : .moment(dateParts)
        } else if isFraction {
            section.kind = .unreadable
        }
        section.countPlaces()
        sections.append(section)
        self = FormatScanner(code: code, index: index, sections: sections)
    }

    private init(code: [UInt8], index: Int, sections: [FormatSection]) {
        self.code = code
        self.index = index
        self.sections = sections
    }

    private mutating func appendLiteral(_ bytes: some Sequence<UInt8>) {
        if case .literal(let before)? = section.tokens.last {
            section.tokens[section.tokens.count - 1] = .literal(before + bytes)
        } else {
            section.tokens.append(.literal(Array(bytes)))
        }
    }

    /// The bytes of the character that stands next, which is passed over.
    private mutating func nextCharacter() -> ArraySlice<UInt8> {
        let start = index
        if index < code.count { index += 1 }
        while index < code.count, code[index] & 0xC0 == 0x80 { index += 1 }
        return code[start..<index]
    }

    private mutating func takeQuoted() {
        let end = code[index...].firstIndex(of: UInt8(ascii: "\"")) ?? code.count
        appendLiteral(code[index..<end])
        index = min(end + 1, code.count)
    }
}

// MARK: - Digits

extension FormatScanner {
    private mutating func takeDigit(_ place: FormatToken.Place) {
        // A comma between places groups thousands, which Cupel does not show.
        commas = 0
        hasDigits = true
        section.tokens.append(.digit(place))
    }

    private mutating func takePoint() {
        if dateRuns.last == UInt8(ascii: "s") {
            while index < code.count, code[index] == UInt8(ascii: "0") {
                secondDecimals += 1
                index += 1
            }
        } else if !hasPoint {
            hasPoint = true
            section.scale -= 3 * commas
            commas = 0
            section.tokens.append(.point)
        } else {
            appendLiteral([UInt8(ascii: ".")])
        }
    }
}

// MARK: - Letters and brackets

extension FormatScanner {
    private mutating func takeLetter(_ byte: UInt8) {
        let rest = code[(index - 1)...]
        if hasDigits, byte | 0x20 == UInt8(ascii: "e"), let sign = rest.dropFirst().first,
            sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
        {
            index += 1
            section.tokens.append(.exponent(showsPlus: sign == UInt8(ascii: "+")))
        } else if Self.begins(rest, with: "general") {
            index += 6
            section.tokens.append(.general)
        } else if let marker = ["am/pm", "a/p"].first(where: { Self.begins(rest, with: $0) }) {
            index += marker.utf8.count - 1
            dateRuns.append(UInt8(ascii: "p"))
        } else if "ymdhs".utf8.contains(byte | 0x20) {
            takeDateLetter(byte | 0x20)
        } else if (byte | 0x20 == UInt8(ascii: "e") || byte | 0x20 == UInt8(ascii: "g")) && !hasDigits {
            // Years of Japanese eras stand beside other letters of a date, which say that it is one.
        } else {
            index -= 1
            appendLiteral(nextCharacter())
        }
    }

    private mutating func takeDateLetter(_ letter: UInt8) {
        var length = 1
        while index < code.count, code[index] | 0x20 == letter {
            length += 1
            index += 1
        }
        // Three letters and more are the name of a month, never minutes.
        dateRuns.append(letter == UInt8(ascii: "m") && length > 2 ? UInt8(ascii: "M") : letter)
    }

    /// Elapsed time, a condition, a currency, or a colour or language, which change no text.
    private mutating func takeBrackets() {
        guard let end = code[index...].firstIndex(of: UInt8(ascii: "]")) else {
            index = code.count
            section.kind = .unreadable
            return
        }
        let content = code[index..<end]
        index = end + 1
        if let condition = FormatCondition(content) {
            section.condition = condition
        } else if content.first == UInt8(ascii: "$") {
            appendLiteral(content.dropFirst().prefix { $0 != UInt8(ascii: "-") })
        } else if let letter = content.first.map({ $0 | 0x20 }), "hms".utf8.contains(letter),
            content.allSatisfy({ $0 | 0x20 == letter })
        {
            isDuration = true
            dateRuns.append(letter == UInt8(ascii: "m") ? UInt8(ascii: "n") : letter)
        }
    }

    /// `m` is a month, but minutes behind hours and before seconds.
    private var dateParts: DateParts {
        var parts = DateParts(isDuration: isDuration, secondDecimals: secondDecimals)
        for (position, letter) in dateRuns.enumerated() {
            switch letter {
            case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "M"): parts.hasDay = true
            case UInt8(ascii: "m"):
                let isMinute =
                    position > 0 && dateRuns[position - 1] == UInt8(ascii: "h")
                    || position + 1 < dateRuns.count && dateRuns[position + 1] == UInt8(ascii: "s")
                if isMinute { parts.hasTime = true } else { parts.hasDay = true }
            default: parts.hasTime = true
            }
        }
        return parts
    }

    private static func begins(_ text: ArraySlice<UInt8>, with word: String) -> Bool {
        text.prefix(word.utf8.count).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }.elementsEqual(word.utf8)
    }
}
