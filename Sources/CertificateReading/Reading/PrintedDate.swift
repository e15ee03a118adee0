public import Geochemistry

/// A date as a laboratory prints it: `14/11/2025`, `2019-03-01`, `05-Jan-2025`, `10-ABR-2025`, `13/12/2010 10:05:00`.
///
/// Month names are English, Spanish, Portuguese and French; a clock time behind the date does not count.
public enum PrintedDate: Sendable, Hashable {
    case date(CalendarDate)
    /// Day and month can be exchanged, and nothing says which is which.
    case ambiguous(dayFirst: CalendarDate, monthFirst: CalendarDate)
    case unreadable

    public init(_ text: String, order: DateOrder) {
        let parts = Self.parts(of: text)
        guard parts.count >= 3 else {
            self = .unreadable
            return
        }
        switch (parts[0], parts[1], parts[2]) {
        case (.number(let year, digits: 4), .number(let month, _), .number(let day, _)):
            self.init(year: year, month: month, day: day)
        case (.number(let year, digits: 4), .month(let month), .number(let day, _)),
            (.number(let day, digits: 1...2), .month(let month), .number(let year, digits: 4)),
            (.month(let month), .number(let day, digits: 1...2), .number(let year, digits: 4)):
            self.init(year: year, month: month, day: day)
        case (.number(let day, digits: 1...2), .month(let month), .number(let year, digits: 2)):
            self.init(year: 2000 + year, month: month, day: day)
        case (.number(let first, digits: 1...2), .number(let second, digits: 1...2), .number(let year, digits: 4)):
            self.init(first, second, year: year, order: order)
        case (.number(let first, digits: 1...2), .number(let second, digits: 1...2), .number(let year, digits: 2))
        where order == .dayFirst || order == .monthFirst:
            // Two-digit years are younger than every certificate on paper.
            self.init(first, second, year: 2000 + year, order: order)
        default: self = .unreadable
        }
    }

    private init(year: Int, month: Int, day: Int) {
        self = CalendarDate(year: year, month: month, day: day).map(PrintedDate.date) ?? .unreadable
    }

    private init(_ first: Int, _ second: Int, year: Int, order: DateOrder) {
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        let monthFirst = CalendarDate(year: year, month: first, day: second)
        self =
            switch (order, dayFirst, monthFirst) {
            case (.dayFirst, let date?, _), (.monthFirst, _, let date?): .date(date)
            case (.byEvidence, let date?, nil), (.byEvidence, nil, let date?): .date(date)
            case (.yearFirst, let date?, nil), (.yearFirst, nil, let date?): .date(date)
            case (.byEvidence, let a?, let b?), (.yearFirst, let a?, let b?):
                a == b ? .date(a) : .ambiguous(dayFirst: a, monthFirst: b)
            default: .unreadable
            }
    }

    /// The order that a date shows by a day beyond 12; nil where it shows none.
    static func evidence(in text: String) -> DateOrder? {
        let parts = parts(of: text)
        guard parts.count >= 3, case .number(let first, digits: 1...2) = parts[0],
            case .number(let second, digits: 1...2) = parts[1]
        else { return nil }
        if first > 12, (1...12).contains(second) { return .dayFirst }
        return second > 12 && (1...12).contains(first) ? .monthFirst : nil
    }

    // MARK: Parts

    private enum Part {
        case number(Int, digits: Int)
        case month(Int)
        case other
    }

    /// What may stand between day, month and year: `12 de marzo`, `1º`, `1er`, `March 5th`.
    private static let fillers: Set<String> = ["de", "del", "º", "er", "st", "nd", "rd", "th"]

    /// The first three runs of digits or of letters.
    private static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var run = ""
        for character in text.lowercased() + " " {
            let continues =
                run.last.map { $0.isNumber == character.isNumber && $0.isLetter == character.isLetter } ?? true
            if character.isNumber || character.isLetter, continues {
                run.append(character)
                continue
            }
            if !run.isEmpty, !fillers.contains(run) { parts.append(part(run)) }
            if parts.count == 3 { break }
            run = character.isNumber || character.isLetter ? String(character) : ""
        }
        return parts
    }

    private static func part(_ run: String) -> Part {
        if run.utf8.count <= 4, let number = Int(run), number >= 0 { return .number(number, digits: run.utf8.count) }
        guard run.count >= 3, run.first?.isLetter == true else { return .other }
        for (month, names) in monthNames.enumerated() where names.contains(where: { $0.hasPrefix(run) }) {
            return .month(month + 1)
        }
        return .other
    }

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
