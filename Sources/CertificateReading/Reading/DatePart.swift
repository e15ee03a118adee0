import Geochemistry

/// One of the numbers and words that a printed date is made of.
enum DatePart: Equatable {
    case number(Int, digits: Int)
    case month(Int)
    /// `20250114`: year, month and day in one run of digits.
    case compact(year: Int, month: Int, day: Int)
    case other

    /// The first three runs of digits or of letters, without what may stand before and between them.
    static func parts(of text: String) -> [DatePart] {
        var parts: [DatePart] = []
        var run = ""
        for character in text.lowercased() + " " {
            let continues =
                run.last.map { $0.isNumber == character.isNumber && $0.isLetter == character.isLetter } ?? true
            if character.isNumber || character.isLetter, continues {
                run.append(character)
                continue
            }
            if !run.isEmpty, !fillers.contains(run) {
                let part = part(run)
                // A place before the date: `Callao, 12 de marzo de 2021`.
                let isLead = parts.isEmpty && part == .other && run.first?.isLetter == true
                if !isLead { parts.append(part) }
            }
            if parts.count == 3 { break }
            run = character.isNumber || character.isLetter ? String(character) : ""
        }
        return parts
    }

    private static func part(_ run: String) -> DatePart {
        if run.utf8.count <= 4, let number = Int(run), number >= 0 { return .number(number, digits: run.utf8.count) }
        if run.utf8.count == 8, let digits = Int(run), digits >= 0 {
            return .compact(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        }
        guard run.count >= 3, run.first?.isLetter == true else { return .other }
        var found: Set<Int> = []
        for (month, names) in monthNames.enumerated() where names.contains(where: { $0.hasPrefix(run) }) {
            found.insert(month + 1)
        }
        // `jui` begins two months in French.
        return found.count == 1 ? found.first.map(DatePart.month) ?? .other : .other
    }

    /// What may stand between day, month and year: `12 de marzo`, `1º`, `1er`, `1ro`, `March 5th`, `le 5 mars`,
    /// `Monday, March 5`.
    private static let fillers: Set<String> = [
        "de", "del", "do", "º", "ª", "er", "ro", "st", "nd", "rd", "th", "le", "el",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "lunes", "martes", "miércoles", "miercoles", "jueves", "viernes", "sábado", "sabado", "domingo",
        "segunda", "terça", "terca", "quarta", "quinta", "sexta", "feira",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ]

    /// English, Spanish, Portuguese, French; a beginning of three letters or more stands for the name.
    private static let monthNames: [[String]] = [
        ["january", "enero", "janeiro", "janvier"],
        ["february", "febrero", "fevereiro", "février", "fevrier"],
        ["march", "marzo", "março", "marco", "mars"],
        ["april", "abril", "avril"],
        ["may", "mayo", "maio", "mai"],
        ["june", "junio", "junho", "juin"],
        ["july", "julio", "julho", "juillet"],
        ["august", "agosto", "août", "aout"],
        ["september", "septiembre", "setiembre", "setembro", "septembre"],
        ["october", "octubre", "outubro", "octobre"],
        ["november", "noviembre", "novembro", "novembre"],
        ["december", "diciembre", "dezembro", "décembre", "decembre"],
    ]
}
