/// The words that a suggestion says beside its parts.
enum SuggestionWords {
    /// Texts of a file can be of any length, and hold line breaks or control characters.
    static func shown(_ text: String) -> String {
        let line = String(
            text.prefix(50).map { character in
                character.isNewline || character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
                    ? " " : character
            }
        )
        return "'\(text.count > 50 ? line + "..." : line)'"
    }

    static func at(_ place: PlacedText) -> String { "line \(place.line), column \(place.column)" }

    // MARK: The file

    static func madeFrom(_ source: String) -> String {
        "A layout to start from, made from \(shown(source)). Nothing was ingested."
    }

    static func save(as id: String) -> String {
        "Save it as Standards/laboratories/\(id).toml, settle every line that says CHECK, remove those lines, then look:"
    }

    static let commands = ["  cupel standards --root DIR check", "  cupel validate --root DIR --explain FILE"]

    static func reads(batch: String, client: Int, laboratory: Int, columns: Int, determinations: Int) -> String {
        "With it the file reads as \(shown(batch)): \(client) samples of the client, \(laboratory) rows of the "
            + "laboratory, \(columns) columns, \(determinations) of them determinations."
    }

    static func remark(_ message: String) -> String { "the reader says: \(message)" }

    static func refused(_ message: String) -> String { "as it stands, the file is refused: \(message)" }

    static func readByAnother(_ layout: String) -> String {
        "the file goes on being read by '\(layout)', which has as many marks or more; remove that one, or add marks"
    }

    static func otherSheets(_ names: [String]) -> String {
        "other sheets of the workbook were not looked at: \(names.map(shown).joined(separator: ", "))"
    }

    // MARK: Name and methods

    static func letterhead(_ place: PlacedText) -> String { "the letterhead, \(at(place)), says so" }

    static func guessedName(_ place: PlacedText) -> String {
        "taken from \(shown(place.text)), \(at(place)); write the name as certificates and the ledger shall call it"
    }

    static let noName = "no name of a laboratory was found; write it as certificates and the ledger shall call it"

    static func knownLaboratory(_ id: String) -> String {
        "laboratories/\(id).toml has this name already: move the [[layout]] and the unknown methods there"
    }

    static func methodOf(_ laboratories: [String]) -> String {
        "digestion as in the file of \(laboratories.joined(separator: ", ")); make sure that this laboratory means the same"
    }

    static let unknownMethod = "no laboratory's file knows this code either"
    static let firstUnknownMethod =
        "no laboratory's file knows this code; take digestion and technique from the schedule of services, and never "
        + "guess: nothing is compared with a certified value while it is unknown"

    static func token(_ count: Int) -> String {
        "stands in \(count) cells of results in place of a number; say what it means"
    }

    // MARK: Conventions

    static func delimiter(_ shown: String) -> String { "the cells of this file are divided so: \(shown)" }

    static func decimals(points: Int, commas: Int) -> String {
        switch (points, commas) {
        case (0, 0): "no number of this file shows a decimal sign"
        case (_, 0): "\(points) numbers of this file show a point, none a comma"
        case (0, _): "\(commas) numbers of this file show a comma, none a point"
        default: "\(points) numbers of this file show a point and \(commas) a comma: find out which is meant"
        }
    }

    static func dateShows(_ text: String) -> String { "\(shown(text)) shows it" }
    static let datesClear =
        "no date of this file can be read in two ways; write day_first where the laboratory never changes"
    static func dateDoubtful(_ text: String) -> String {
        "\(shown(text)) can be read in two ways; ask the laboratory, and write day_first or month_first"
    }
    static let noDate = "no date was found above the table"

    static func declared(_ number: Int, line: Int) -> String { "the \(number) of line \(line) counts these rows" }
    static func declaredUnlike(_ number: Int, client: Int, all: Int) -> String {
        "the file declares \(number); the table has \(client) samples of the client and \(all) rows. Find out what is counted"
    }
    static let noDeclared = "no number of samples was found above the table, so completeness cannot be checked"

    static func negative(_ count: Int) -> String {
        "\(count) results are negative; remove this line unless -0.05 stands for <0.05"
    }

    static func repeats(line: Int) -> String { "the next certificate of this file begins on line \(line)" }

    static func blockBeside(column: Int) -> String {
        "the heading of the sample numbers stands again in column \(column): the table goes on in blocks"
    }
    static func blockBelow(line: Int) -> String {
        "the header stands again on line \(line): the table goes on in blocks below one another"
    }
    static func records(_ code: String) -> String {
        "the first column says of each row what it is; \(shown(code)) marks rows of results"
    }
    static func sheets(_ titles: [String]) -> String {
        "read from \(titles.map(shown).joined(separator: ", ")); the tabs have to be called so in every file"
    }

    static func blankRow(_ place: PlacedText) -> String {
        "notes stand below a blank row, the first on line \(place.line): \(shown(place.text)); nothing below a blank row is "
            + "read then"
    }

    static func sentinel(_ place: PlacedText) -> String { "line \(place.line), below the last sample" }
    static func doubtfulSentinel(_ place: PlacedText) -> String {
        "line \(place.line), below the last sample; these very words have to stand there in every file"
    }

    // MARK: Marks, fields, header

    static let marks =
        "The layout is known by all of these. They have to stand in every certificate of this sort, and in no others: "
        + "labels, never a work order's number, a client or a date."

    static let workOrderElsewhere = "this sheet goes on with the certificate of the sheet that names the work order"
    static let noWorkOrder =
        "no number of the work order was found above the table, so the file's name stands for it; better, write the "
        + "label that leads to it"

    static func below(_ places: [PlacedText]) -> String {
        "values seem to stand below these labels, where no field can fetch them: "
            + places.prefix(6).map { "\(shown($0.text)) (\(at($0)))" }.joined(separator: ", ")
    }

    static func leadsTo(_ value: String) -> String {
        value.isEmpty ? "its value is empty here" : "leads to \(shown(value))"
    }
    static func wholeCell(_ text: String) -> String { "the cell \(shown(text)), without a label" }
    static let guessedOrder = "beside another number of the laboratory, an order was taken for the client's reference"
    static let guessedField = "make sure that every file has such a cell, also one that is preliminary"
    static let ignored = "Labels that nobody needs, named so that the value before them ends there."

    static func row(line: Int) -> String { "line \(line)" }
    static let guessedRow = "its label does not say so; it was known by what stands in it"
    static let rowWithoutLabel = "its lead cells are empty, so it is found by its place"
    static let labelStandsAbove = "its label stands higher up as well, so it is found by its place"
    static let noUnits = "no row of units was found; without units no result is judged"
    static let noMethods = "no row of method codes was found; nothing is compared with a certified value without them"
    static func gaps(_ role: HeaderRow.Role, empty: Int) -> String {
        "\(empty) columns of results have an empty cell among the \(Explanation.name(of: role))"
    }
    static func fills(_ empty: Int) -> String {
        "\(empty) columns have no method of their own; the text to their left is taken to stand for them"
    }
    static func analyteLabelTwice(_ label: String) -> String {
        "\(shown(label)) stands above the row of analytes as well, and the first one is taken; no layout can tell them apart"
    }

    static func heading(_ place: PlacedText) -> String { at(place) }
    static let guessedHeading = "its words do not say so; its column was taken because it is filled in every row"
    static func headless(column: Int) -> String {
        "no heading stands above the sample numbers; the first lead column that holds anything, column \(column), was taken"
    }
    static let unnamedColumn = "a lead column has contents and no heading, which no layout can name"

    // MARK: Rows

    static func qc(_ count: Int, line: Int, text: String) -> String {
        "\(shown(text)): \(count) \(count == 1 ? "row" : "rows"), the first on line \(line)"
    }
    static let guessedQC = "a client may call a sample so; make sure that the laboratory does not mean it otherwise"
    static let guessedSection = "what the rows below this heading are was not understood"
    static func relatives(_ texts: [String]) -> String {
        "not in this file, and of the same kind: \(texts.map(shown).joined(separator: ", "))"
    }
    static let noQC =
        "no rows of the laboratory were recognised; see whether it reports standards, blanks or duplicates"
}
