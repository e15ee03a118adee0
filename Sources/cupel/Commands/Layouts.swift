import ArgumentParser
import CertificateReading
import Geochemistry
import Intake
import Standards

struct Layouts: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "The layouts by which certificates are read, and one to start from for a file that none fits.",
        discussion: """
            ACTIONS
              list               every laboratory's layouts, with what each is known by
              suggest FILE       print a laboratory's file for a table that no layout fits; nothing is ingested

            EXAMPLE
              cupel layouts --root /srv/lab list
              cupel layouts --root /srv/lab suggest NA-1042.csv > northern-assay.toml
            """
    )

    enum Action: String, CaseIterable, ExpressibleByArgument {
        case list, suggest
    }

    @OptionGroup var root: RootOption
    @Argument(help: "list or suggest.") var action: Action = .list
    @Argument(help: "For suggest: a certificate, plain or compressed.") var file: String?
    @Flag(help: "For suggest: make a layout although one fits already.") var anyway = false
    @Flag(help: "For list: one JSON document.") var json = false

    func validate() throws {
        if action == .suggest, file == nil { throw ValidationError("'suggest' needs a FILE.") }
        if action == .suggest, json { throw ValidationError("'suggest' prints TOML; --json is for 'list'.") }
        if action == .list, file != nil { throw ValidationError("'list' takes no file.") }
        if action == .list, anyway { throw ValidationError("--anyway is for 'suggest'.") }
    }

    func perform() throws {
        let root = try root.open()
        let standards = try StandardsInForce(path: root.standards, limits: root.limits, logger: .quiet)
        switch action {
        case .list: try list(standards.snapshot.laboratories)
        case .suggest: try suggest(for: try NamedFile(file ?? ""), root: root, reader: standards.reader)
        }
    }

    private func list(_ laboratories: [Laboratory]) throws {
        let documents = laboratories.flatMap { laboratory in
            laboratory.layouts.map { LayoutDocument($0, of: laboratory) }
        }
        if json { return Terminal.print(try JSONText.bytes(documents, snakeCase: true)) }
        var table = TextTable(["LABORATORY", "LAYOUT", "SHAPE", "KNOWN BY"])
        for document in documents {
            table.add([document.laboratory, document.layout, document.shape, document.marks.joined(separator: " | ")])
        }
        Terminal.print(table.text)
    }

    private func suggest(for file: NamedFile, root: Root, reader: CertificateReader) throws {
        let sealed = try file.seal(limit: root.limits)
        let suggestion = try reader.suggestLayout(
            for: sealed.content,
            name: sealed.name.display,
            evenWhereOneFits: anyway
        )
        switch suggestion {
        case .layout(let suggestion):
            Terminal.write(Array(suggestion.text.utf8), to: 1)
            Terminal.note("\(file.path): \(suggestion.guesses) lines say CHECK; settle them before the layout is used")
        case .fits(let layout, let laboratory, let refusal):
            let fits = "\(file.path): the layout '\(layout)' of \(laboratory) fits already; --anyway makes another one"
            guard let refusal else { return Terminal.note(fits) }
            throw CommandFailure(ExitStatus.unreadable, "\(fits). The file is refused all the same: \(refusal.message)")
        }
    }
}
