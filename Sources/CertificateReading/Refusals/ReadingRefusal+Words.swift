// Every word that a refusal of containers, texts, sheets and registers says. Tests pin them: people search for them,
// and forward them to laboratories.

private let askAgain = "Ask the laboratory to send the file again"

// MARK: - Sheets

extension ReadingRefusal {
    static func unclosedQuote(at place: Place) -> ReadingRefusal {
        ReadingRefusal(
            .unclosedQuote,
            at: place,
            "the quote mark that opens a cell here is never closed, so cells and rows after it run together",
            advice: "Close it or remove it, or ask the laboratory to export the file again"
        )
    }

    static func textAfterQuote(at place: Place, closedOn line: Int) -> ReadingRefusal {
        ReadingRefusal(
            .unclosedQuote,
            at: place,
            "the quote mark that opens a cell here meets another on line \(line) that neither ends the cell nor is "
                + "doubled, so cells and rows may run together",
            advice: "Write a quote mark inside a quoted cell twice, or remove it"
        )
    }

    static func tooManyRows(_ limit: Int, at place: Place) -> ReadingRefusal {
        tooLarge(
            at: place,
            "the sheet has more than \(limit) rows",
            advice: "Split the file, or raise the limit of rows"
        )
    }

    static func tooManyColumns(_ limit: Int, at place: Place) -> ReadingRefusal {
        tooLarge(
            at: place,
            "this row has more than \(limit) cells",
            advice: "Check that the file is a table, or raise the limit of columns"
        )
    }

    static func tooManyCells(_ limit: Int, at place: Place) -> ReadingRefusal {
        tooLarge(
            at: place,
            "the sheet has more than \(limit) cells",
            advice: "Split the file, or raise the limit of cells"
        )
    }

    static func cellTooLong(_ limit: Int, at place: Place) -> ReadingRefusal {
        tooLarge(
            at: place,
            "the cell is longer than \(limit) bytes",
            advice: "Look for a quote mark that is closed much too late, or shorten the text"
        )
    }

    static func textTooLong(_ limit: Int, at place: Place) -> ReadingRefusal {
        tooLarge(at: place, "the text is longer than \(limit) bytes", advice: "Split the file")
    }

    private static func tooLarge(at place: Place, _ what: String, advice: String) -> ReadingRefusal {
        ReadingRefusal(.tooLarge, at: place, what, advice: advice)
    }
}
