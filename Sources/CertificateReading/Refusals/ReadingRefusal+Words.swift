import Geochemistry

// Every word that a refusal of containers, texts, sheets and registers says. Tests pin them: people search for them,
// and forward them to laboratories.

private let askAgain = "Ask the laboratory to send the file again"

// MARK: - Contents and containers

extension ReadingRefusal {
    static let emptyFile = ReadingRefusal(.emptyFile, "the file is empty", advice: askAgain)

    static let binary = ReadingRefusal(
        .binary,
        "this is neither text nor a container that Cupel opens",
        advice: "Ask for the certificate as a CSV file"
    )

    static func unsupportedContainer(_ kind: String) -> ReadingRefusal {
        ReadingRefusal(
            .unsupportedContainer,
            "this is a packed file of the kind \(kind), which Cupel does not open",
            advice: "Unpack it first and deliver the files, or pack them as zip, 7z, tar or gzip"
        )
    }

    static let nestedTooDeep = ReadingRefusal(
        .nestedTooDeep,
        "this is an archive in an archive in an archive",
        advice: "Unpack the outer ones first"
    )

    static func tooManyMembers(_ limit: Int) -> ReadingRefusal {
        ReadingRefusal(
            .tooManyMembers,
            "the archive has more than \(limit) entries",
            advice: "Split the delivery, or raise the limit of members"
        )
    }

    static func bomb(ratio: Int) -> ReadingRefusal {
        ReadingRefusal(
            .bomb,
            "the file inflates to more than \(ratio) times its size, as no certificate does; reading was stopped",
            advice: "Ask the sender where the file comes from"
        )
    }

    static func deliveryTooLarge(_ count: Int, limit: Int) -> ReadingRefusal {
        tooLarge(
            at: Place(),
            "the file has \(count) bytes, more than the \(limit) that are read",
            advice: "Split the delivery, or raise the limit of delivered bytes"
        )
    }

    static func inflatesTooLarge(limit: Int) -> ReadingRefusal {
        tooLarge(
            at: Place(),
            "the file inflates to more than \(limit) bytes; reading was stopped",
            advice: "Split the delivery, or raise the limit of inflated bytes"
        )
    }
}

// MARK: - Texts

extension ReadingRefusal {
    static func nulBytes(_ count: Int, line: Int) -> ReadingRefusal {
        ReadingRefusal(
            .nulBytes,
            at: Place(line: line),
            "the text holds \(count == 1 ? "a NUL byte" : "\(count) NUL bytes"), a sign of a damaged disk or transfer",
            advice: askAgain
        )
    }

    static func damagedUTF16(line: Int) -> ReadingRefusal {
        ReadingRefusal(
            .textEncoding,
            at: Place(line: line),
            "the text is UTF-16, and is damaged or cut here",
            advice: askAgain
        )
    }

    static func damagedUTF8(line: Int) -> ReadingRefusal {
        ReadingRefusal(
            .textEncoding,
            at: Place(line: line),
            "the text is UTF-8, with bytes in it that are not; files of two encodings may have been joined",
            advice: "Deliver the files apart, or save this one again as UTF-8"
        )
    }
}

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

// MARK: - Registers

extension ReadingRefusal {
    static func registerProblems(_ problems: [RegisterProblem], name: String) -> ReadingRefusal {
        var lines = problems.prefix(RegisterReading.problemsShown).map { "\n- " + $0.message }
        let more = problems.count - lines.count
        if more > 0 { lines.append("\n- and \(more) more") }
        let count = problems.count == 1 ? "a problem" : "\(problems.count) problems"
        return ReadingRefusal(
            .registerProblems,
            at: Place(member: name),
            "the register has \(count), and none of it is used until it is whole",
            // The message of a refusal ends with a full stop of its own.
            advice: "Correct these lines and deliver it again:"
                + String(lines.joined().reversed().drop { $0 == "." }.reversed())
        )
    }
}

extension RegisterProblem {
    static func emptySample(line: Int) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: "",
            what: "the row has no sample number",
            advice: "Fill it in, or remove the row"
        )
    }

    static func unknownType(_ word: String, line: Int, sample: String) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: sample,
            what: "the type '\(word)' is not known",
            advice: "Write \(SampleType.allCases.map(\.rawValue).joined(separator: ", ")), or nothing for routine"
        )
    }

    static func ambiguousDuplicate(_ word: String, line: Int, sample: String) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: sample,
            what: "'\(word)' does not say which kind of duplicate it is, and their limits differ",
            advice: "Write field_duplicate, coarse_duplicate or pulp_duplicate"
        )
    }

    static func standardWithoutReference(line: Int, sample: String) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: sample,
            what: "a reference material without its name",
            advice: "Write its name, such as OREAS 620, into the reference column"
        )
    }

    static func duplicateWithoutParent(line: Int, sample: String) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: sample,
            what: "a duplicate without its original",
            advice: "Write the number of the sample that it repeats into the parent column"
        )
    }

    static func duplicateOfItself(line: Int, sample: String) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: sample,
            what: "a duplicate of itself",
            advice: "Write the number of the sample that it repeats into the parent column"
        )
    }

    static func saidTwice(line: Int, first: Int, sample: String) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: sample,
            what: "the sample stands on line \(first) already, with another statement",
            advice: "Keep the right one"
        )
    }

    static func noSamples(line: Int) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: "",
            what: "no sample follows the header",
            advice: "Deliver the register with its rows"
        )
    }

    static func unreadableRevision(_ word: String, line: Int) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: "",
            what: "the revision '\(word)' is not a whole number",
            advice: "Write 0, 1, 2 and so on"
        )
    }

    static func twoRevisions(line: Int, first: Int) -> RegisterProblem {
        RegisterProblem(
            line: line,
            sample: "",
            what: "the revision differs from that on line \(first)",
            advice: "Give the whole register one revision"
        )
    }
}
