/// Lines of TOML as a person would write them: short comments above what they speak of, 120 columns.
struct TOMLLines {
    enum Value {
        case text(String)
        case texts([String])
        case number(Int)
        case flag(Bool)
    }

    private var lines: [String] = []

    /// A file without two blank lines in a row.
    var text: String {
        var text = ""
        var wasBlank = true
        for line in lines {
            if line.isEmpty, wasBlank { continue }
            text += line + "\n"
            wasBlank = line.isEmpty
        }
        return text
    }

    mutating func blank() { lines.append("") }

    /// - Parameter isClose: directly below the section before it.
    mutating func section(_ heading: String, isClose: Bool = false) {
        if !isClose { blank() }
        lines.append(heading)
    }

    mutating func pair(_ key: String, _ value: Value) {
        switch value {
        case .text(let text): lines.append("\(key) = \(Self.quoted(text))")
        case .number(let number): lines.append("\(key) = \(number)")
        case .flag(let flag): lines.append("\(key) = \(flag)")
        case .texts(let texts):
            let whole = "\(key) = [\(texts.map(Self.quoted).joined(separator: ", "))]"
            if whole.count <= Self.width {
                lines.append(whole)
            } else {
                lines.append("\(key) = [")
                lines += texts.map { "    \(Self.quoted($0))," }
                lines.append("]")
            }
        }
    }

    mutating func comments(_ notes: [SuggestionNote]) {
        for note in notes {
            if note.text.isEmpty {
                lines.append("#")
                continue
            }
            let words = (note.isGuess ? "CHECK: " : "") + note.text
            // Commands stand on lines of their own.
            lines += note.text.hasPrefix("  ") ? ["# " + note.text] : Self.wrapped(words)
        }
    }

    private static let width = 118

    private static func wrapped(_ text: String) -> [String] {
        var lines: [String] = []
        var line = "#"
        for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
            if line.count + word.count + 1 > width, line.count > 1 {
                lines.append(line)
                line = "#  "
            }
            line += " " + word
        }
        return lines + [line]
    }

    /// A basic string of TOML: quotes, backslashes and control characters are escaped.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
