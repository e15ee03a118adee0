import ArgumentParser
import Geochemistry
import Ledger

/// Of which results: the options of `statistics` and `export`.
struct SelectionOptions: ParsableArguments {
    @Option(help: "Only this laboratory.") var laboratory: String?
    @Option(help: "Only this project; * stands for anything.") var project: String?
    @Option(help: "Only this method code.") var method: String?
    @Option(help: "Only this analyte.") var analyte: String?
    @Option(help: "Certificates reported on this day or later (2026-01-31).", transform: Self.day)
    var from: CalendarDate?
    @Option(help: "Certificates reported on this day or earlier.", transform: Self.day) var to: CalendarDate?

    var selection: ResultSelection {
        ResultSelection(
            laboratory: laboratory,
            project: project,
            method: method,
            analyte: analyte,
            from: from,
            to: to
        )
    }

    mutating func validate() throws {
        if let from, let to, to < from { throw ValidationError("--to \(to) lies before --from \(from).") }
    }

    private static func day(_ text: String) throws -> CalendarDate {
        guard let day = CalendarDate(iso: text) else {
            throw ValidationError("'\(text)' is no day; write it as 2026-01-31.")
        }
        return day
    }
}
