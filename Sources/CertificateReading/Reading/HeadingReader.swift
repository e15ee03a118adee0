import Geochemistry

/// Reads the headings of plain tables: `Cu_ppm`, `Cu_ppm_ME-ICP61`, `Cu (ppm)`, `Au ppm Au-AA23`, `Ag (ME-ICP61),ppm`,
/// `ME-ICP61_Cu_ppm`.
struct HeadingReader {
    struct Heading {
        var analyteText: String
        var analyte: Analyte
        var unit: String
        var method: String
    }

    let analytes: AnalyteTable
    let methods: MethodLookup
    /// The directories of columns that stand in the document, by the layout.
    var directories: [String: DirectoryTable] = [:]

    /// The analyte, unit and method that a heading names, in any order behind the analyte; nil for a heading that is
    /// none of a result.
    func heading(_ text: String) -> Heading? {
        guard let (analyteText, analyte, rest) = analyteAtStart(of: text) else { return headingBehindMethod(text) }
        var unit = ""
        var around = [rest]
        for word in words(of: rest) where Unit(printed: String(word)).isMassFraction {
            unit = String(word)
            around = [rest[..<word.startIndex], rest[word.endIndex...]]
            break
        }
        let method = around.map(Self.withoutSeparators).filter { !$0.isEmpty }.joined(separator: " ")
        // `Cu status`, `Cu_DL_ppm`: about a result, not the result.
        guard Self.companions.isDisjoint(with: method.lowercased().split(separator: " ").map(String.init)) else {
            return nil
        }
        if unit.isEmpty, !method.isEmpty, !methods.isKnown(method) { return nil }
        return Heading(analyteText: analyteText, analyte: analyte, unit: unit, method: method)
    }

    /// A heading that begins with its method: `ME-ICP61_Ag_ppm`. The method must be known, and the unit named: too much
    /// else begins with a word and goes on with one that is an element.
    private func headingBehindMethod(_ text: String) -> Heading? {
        let words = words(of: text[...])
        guard words.count == 3, let analyte = analytes.analyte(printed: String(words[1])),
            Unit(printed: String(words[2])).isMassFraction, methods.isKnown(String(words[0]))
        else { return nil }
        return Heading(
            analyteText: String(words[1]),
            analyte: analyte,
            unit: String(words[2]),
            method: String(words[0])
        )
    }

    /// The method and analyte of a heading that a directory knows; the unit stands there.
    func heading(_ text: String, in directory: DirectoryTable?) -> Heading? {
        directory?.names(in: text).flatMap { method, analyteText in
            analytes.analyte(printed: analyteText).map {
                Heading(analyteText: analyteText, analyte: $0, unit: "", method: method)
            }
        }
    }

    /// The longest beginning, up to a separator, that analytes.csv knows: `Fe2O3(T)` before `Fe2O3`.
    private func analyteAtStart(of text: String) -> (String, Analyte, rest: Substring)? {
        let ends = [text.endIndex] + text.indices.reversed().filter { Self.separators.contains(text[$0]) }
        for end in ends {
            let candidate = String(text[..<end]).trimmedOfBlanks
            guard !candidate.isEmpty, let analyte = analytes.analyte(printed: candidate) else { continue }
            return (candidate, analyte, text[end...])
        }
        return nil
    }

    private func words(of text: Substring) -> [Substring] {
        text.split { Self.separators.contains($0) }
    }

    private static func withoutSeparators(_ text: Substring) -> String {
        var text = text
        while let first = text.first, separators.contains(first) { text.removeFirst() }
        while let last = text.last, separators.contains(last) { text.removeLast() }
        return String(text)
    }

    private static let separators: Set<Character> = [
        " ", "\u{A0}", "\t", "\n", "\r", "\r\n", "_", ",", ";", "(", ")", "[", "]",
    ]
    private static let companions: Set<String> = [
        "dl", "lod", "mdl", "lor", "status", "certificate", "flag", "sd", "error", "unc", "uncertainty", "qualifier",
        "method", "unit", "+/-",
    ]
}
