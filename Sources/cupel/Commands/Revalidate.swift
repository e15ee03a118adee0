import ArgumentParser
import Intake
import Ledger

struct Revalidate: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge batches again from the archive, by the Standards of today, and say what changed.",
        discussion: """
            EXAMPLE
              cupel revalidate --root /srv/lab VA19012345 --dry-run
              cupel revalidate --root /srv/lab --all
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "Batches (work orders).") var batches: [String] = []
    @Flag(help: "Every batch in the ledger.") var all = false
    @Flag(help: "Say what would change, and write nothing.") var dryRun = false
    @Flag(help: "One JSON document: an array of batches as they stand now.") var json = false

    func validate() throws {
        if all != batches.isEmpty { throw ValidationError("Name batches, or give --all.") }
    }

    func perform() throws {
        let root = try root.open()
        let pipeline = try root.openPipeline()
        defer { pipeline.close() }
        let references = try pipeline.currentCertificates(of: all ? nil : batches)
        var progress = Progress(total: references.count)
        var documents: [BatchDocument] = []
        var changed = 0
        var heldBack = false
        var failed = false
        for reference in references {
            do {
                let revalidation = try pipeline.revalidate(reference, dryRun: dryRun)
                for item in revalidation {
                    if item.isChanged { changed += 1 }
                    if VerdictText.isHeldBack(item.document.outcome) { heldBack = true }
                    if json { documents.append(item.document) } else { say(item) }
                }
            } catch {
                failed = true
                Terminal.complain("\(reference.batch): \(error)")
            }
            progress.advance(by: 1, "\(changed) changed")
        }
        progress.finish()
        if json {
            Terminal.print(try JSONText.bytes(documents))
        } else {
            let verb = dryRun ? "would change" : "changed"
            Terminal.print("\(references.count) certificates judged again, \(changed) verdicts \(verb)")
        }
        if failed { throw ExitStatus.unreadable }
        if heldBack { throw ExitStatus.heldBack }
    }

    private func say(_ item: Revalidation) {
        guard item.isChanged || !all else { return }
        if !item.isChanged {
            Terminal.print("\(item.document.batch): unchanged, \(VerdictText.word(item.document.outcome))")
            return
        }
        let before = item.outcomeBefore.map(VerdictText.word) ?? "no verdict"
        Terminal.print("\(item.document.batch): \(before) -> \(VerdictText.word(item.document.outcome))")
        for message in item.appeared { Terminal.print("  + \(message)") }
        for message in item.vanished { Terminal.print("  - \(message)") }
    }
}
