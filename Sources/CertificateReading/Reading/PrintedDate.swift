public import Geochemistry

/// A date as a laboratory prints it: `14/11/2025`, `2019-03-01`, `05-Jan-2025`, `10-ABR-2025`, `13/12/2010 10:05:00`,
/// `20250114`.
///
/// Month names are English, Spanish, Portuguese and French; a place or a weekday before the date and a clock time behind
/// it do not count. Years of two digits are those from 1969 to 2068, as POSIX has it. Serial numbers of a spreadsheet
/// (`45678`) are unreadable: which of two systems they count in, no text says.
public enum PrintedDate: Sendable, Hashable {
    case date(CalendarDate)
    /// Day and month can be exchanged, and nothing says which is which.
    case ambiguous(dayFirst: CalendarDate, monthFirst: CalendarDate)
    case unreadable

    public init(_ text: String, order: DateOrder) {
        let parts = DatePart.parts(of: text)
        if case .compact(let year, let month, let day)? = parts.first {
            self.init(year: year, month: month, day: day)
            return
        }
        guard parts.count >= 3 else {
            self = .unreadable
            return
        }
        switch (parts[0], parts[1], parts[2]) {
        case (.number(let year, digits: 4), .number(let month, _), .number(let day, _)),
            (.number(let year, digits: 4), .month(let month), .number(let day, _)),
            (.number(let day, digits: 1...2), .month(let month), .number(let year, digits: 4)),
            (.month(let month), .number(let day, digits: 1...2), .number(let year, digits: 4)):
            self.init(year: year, month: month, day: day)
        case (.number(let day, digits: 1...2), .month(let month), .number(let year, digits: 2)),
            (.month(let month), .number(let day, digits: 1...2), .number(let year, digits: 2)):
            self.init(year: Self.year(year), month: month, day: day)
        case (.number(let first, digits: 1...2), .number(let second, digits: 1...2), .number(let year, digits: 4)):
            self.init(first, second, year: year, order: order)
        case (.number(let first, digits: 1...2), .number(let second, digits: 1...2), .number(let year, digits: 2))
        where order == .dayFirst || order == .monthFirst:
            // Without a convention the first of the three may be the year as well.
            self.init(first, second, year: Self.year(year), order: order)
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

    private static func year(_ twoDigits: Int) -> Int { twoDigits < 69 ? 2000 + twoDigits : 1900 + twoDigits }

    /// The order that a date shows by a day beyond 12; nil where it shows none, and for a day that does not exist.
    static func evidence(in text: String) -> DateOrder? {
        let parts = DatePart.parts(of: text)
        guard parts.count >= 3, case .number(let first, digits: 1...2) = parts[0],
            case .number(let second, digits: 1...2) = parts[1], case .number(_, let digits) = parts[2],
            digits == 4 || digits == 2
        else { return nil }
        // Of 25/11/14 the first may be the year, so only a day in the middle shows anything.
        if digits == 2 { return (13...31).contains(second) && (1...12).contains(first) ? .monthFirst : nil }
        if (13...31).contains(first), (1...12).contains(second) { return .dayFirst }
        return (13...31).contains(second) && (1...12).contains(first) ? .monthFirst : nil
    }
}
