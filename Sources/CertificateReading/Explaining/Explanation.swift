import Geochemistry

/// The words of an explanation.
enum Explanation {
    // MARK: What was chosen

    static func choice(_ choice: SheetExplanation.Choice, marks: Int) -> String {
        switch choice {
        case .chosen(let layout, let laboratory, let others) where others.isEmpty:
            "'\(layout)' of \(laboratory) reads it: no other layout fits"
        case .chosen(let layout, let laboratory, let others):
            "'\(layout)' of \(laboratory) reads it: its \(marks) marks are more than those of "
                + others.map { "'\($0)'" }.joined(separator: ", ")
        case .tie(let layouts):
            "nobody reads it: \(layouts.map { "'\($0)'" }.joined(separator: " and ")) fit with as many marks; "
                + "give one of them a mark that the other's files do not have"
        case .none: "no layout fits; 'cupel layouts suggest' makes one to start from"
        case .register: "it is a register, which needs no layout"
        }
    }

    static func hidden(_ titles: [String]) -> String {
        "  hidden sheets, not read: \(titles.map(shown).joined(separator: ", "))"
    }

    // MARK: Decimal sign and dates

    static let byLayout = "the layout says so"
    static let noDates = "no date was read"
    static let clearDates = "no date can be read in two ways"
    static let doubtfulDates = "no date shows it; the day is taken first"

    static let otherDate = "another date of the file shows it"

    static func thousands(_ sign: ThousandsSign) -> String { ", and '\(sign.rawValue)' groups thousands" }

    static func shows(_ date: String) -> String { "'\(date)' shows it" }

    static func numbers(points: Int, commas: Int) -> String {
        switch (points, commas) {
        case (0, 0): "no number shows another"
        case (_, 0): "\(points) numbers show a point, none a comma"
        case (0, _): "\(commas) numbers show a comma, none a point"
        default: "\(points) numbers show a point, \(commas) a comma; those cannot be read"
        }
    }

    // MARK: Roles and items

    static func name(of role: HeaderRow.Role) -> String {
        switch role {
        case .analyte: "analytes"
        case .method: "methods"
        case .unit: "units"
        case .lowerLimit: "lower limits"
        case .upperLimit: "upper limits"
        case .finish: "finishes"
        case .ignored: "other texts"
        }
    }

    static func name(ofDelimiter delimiter: UInt8?) -> String {
        switch delimiter {
        case nil: "a workbook"
        case UInt8(ascii: "\t"): "cells divided by tabs"
        case .some(let byte): "cells divided by '\(String(decoding: [byte], as: UTF8.self))'"
        }
    }

    /// Texts of a file can be of any length, and hold line breaks.
    static func shown(_ text: String) -> String {
        let line = String(text.prefix(60).map { $0.isNewline ? " " : $0 })
        return "'\(text.count > 60 ? line + "..." : line)'"
    }
}
