/// How a cell shows its number: up to three sections for numbers and one for texts (ECMA-376 18.8.31).
///
/// A class, because every cell of a large sheet takes its format in hand.
final class NumberFormat: Sendable {
    static let general = NumberFormat(Array("General".utf8))

    private let sections: [FormatSection]
    /// How it shows texts; nil as they are.
    let textSection: FormatSection?
    /// The commonest format has a way of its own.
    private let isGeneral: Bool

    init(_ code: [UInt8]) {
        var scanner = FormatScanner(code)
        var sections = scanner.scan()
        if sections.count == 1, sections[0].tokens.isEmpty, sections[0].kind == .number {
            sections[0].tokens = [.general]
        }
        var text: FormatSection?
        // The fourth section is for texts, and so is an earlier last one that holds the sign for them.
        if sections.count >= 4 {
            text = sections[3]
            sections.removeSubrange(3...)
        } else if let last = sections.last, last.holdsText {
            text = last
            if sections.count > 1 { sections.removeLast() }
        }
        textSection = text.flatMap { $0.tokens == [.text] ? nil : $0 }
        self.sections = Self.withConditions(sections)
        isGeneral = sections.count == 1 && sections[0].tokens == [.general] && sections[0].scale == 0
    }

    /// Appends what the cell shows.
    ///
    /// Thousands are not grouped, so that what is shown is still a number; texts that the format adds, such as `<`,
    /// are there. Days are shown as ISO 8601 has them. A fraction is shown as a decimal.
    ///
    /// - Returns: false, with nothing appended, for a number that the format cannot show: a day before 1900 or beyond
    ///   9999, a number that no condition holds for.
    func append(_ number: CellNumber, to text: inout [UInt8], countsFrom1904: Bool) -> Bool {
        if isGeneral {
            number.appendGeneral(to: &text)
            return true
        }
        guard let section = sections.first(where: { $0.condition?.holds(for: number) ?? true }) else { return false }
        switch section.kind {
        case .number:
            section.append(number, to: &text)
            return true
        case .moment(let parts):
            return SerialMoment.append(number, parts: parts, countsFrom1904: countsFrom1904, to: &text)
        case .unreadable:
            number.appendGeneral(to: &text)
            return true
        }
    }

    /// Gives the sections the conditions that they have where none is written: one section for all numbers; two for
    /// those from zero on and for the negative ones; three for positive ones, negative ones, and zero.
    private static func withConditions(_ written: [FormatSection]) -> [FormatSection] {
        var sections = written
        guard sections.count > 1 else { return sections }
        let areAllImplicit = sections.allSatisfy { $0.condition == nil }
        if areAllImplicit {
            sections[0].condition = FormatCondition(sections.count == 2 ? .notLess : .more, .zero)
            sections[1].condition = FormatCondition(.less, .zero)
            return sections
        }
        if sections[0].condition == nil { sections[0].condition = FormatCondition(.more, .zero) }
        if sections.count > 2, sections[1].condition == nil { sections[1].condition = FormatCondition(.less, .zero) }
        return sections
    }
}
