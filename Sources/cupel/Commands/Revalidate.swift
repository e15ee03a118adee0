import ArgumentParser
import Intake
import Ledger

struct Revalidate: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge batches again from the archive, by the Standards of today, and say what changed.",
        discussion: """
            Of what --all, --material, --policy and --register take, a certificate is left as it is where it was judged by
            the same Standards, policy, registers and engine already; --again judges it all the same, from the original,
            whose hash is checked. A batch that is named is always judged. SIGINT and SIGTERM stop after the certificate
            in hand; run again, the command goes on where it stopped.

            EXAMPLE
              cupel revalidate --root /srv/lab VA19012345 --dry-run
              cupel revalidate --root /srv/lab --material "OREAS 620" --dry-run
              cupel revalidate --root /srv/lab --all
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "Batches (work orders).") var batches: [String] = []
    @Flag(help: "Every batch in the ledger.") var all = false
    @Option(help: "Batches whose registers or laboratory rows name this material.") var material: [String] = []
    @Option(help: "Batches judged by this policy.") var policy: [String] = []
    @Option(help: "Batches of which this register speaks: its file, or the name it was delivered under.")
    var register: [String] = []
    @Flag(help: "Judge also what was judged by the same Standards already.") var again = false
    @Flag(help: "Say what would change and why, and write nothing.") var dryRun = false
    @Flag(help: "One JSON document: an array of batches as they stand now.") var json = false

    func validate() throws {
        let some = [batches, material, policy, register].contains { !$0.isEmpty }
        if !all, !some { throw ValidationError(RevalidationWords.nothingAsked) }
        if all, some { throw ValidationError(RevalidationWords.allAndSome) }
    }

    func perform() throws {
        // Before the ledger is asked: listing a hundred thousand certificates takes a while, too.
        Interruption.listen()
        let root = try root.open()
        let pipeline = try root.openPipeline()
        defer { pipeline.closeWithLedger() }
        let references = try pipeline.currentCertificates(try scope(in: root))
        let named = try named(in: pipeline)
        var progress = Progress(total: references.count)
        var run = Run()
        let handfuls = stride(from: 0, to: references.count, by: Self.handful).map {
            references[$0..<min($0 + Self.handful, references.count)]
        }
        // While one handful is judged, the originals of the next are read.
        var next = handfuls.first.map { lookAhead($0, named, in: pipeline, run) }
        for (number, handful) in handfuls.enumerated() {
            let ahead = next
            next = number + 1 < handfuls.count ? lookAhead(handfuls[number + 1], named, in: pipeline, run) : nil
            if Interruption.isRequested { break }
            // What was judged since may have changed what was seen.
            let stands = ahead?.judged == run.judged
            var asked: [CertificateReference] = []
            for reference in handful {
                attempt(reference, &run) { run in
                    if try stands ? ahead?.left.contains(reference.id) == true : isLeft(reference, named, in: pipeline)
                    {
                        try leave(reference, in: pipeline, &run)
                    } else {
                        asked.append(reference)
                    }
                }
            }
            judge(asked, from: ahead?.originals, in: pipeline, &run)
            run.done += handful.count
            progress.advance(by: handful.count, "\(run.changed) changed")
        }
        progress.finish()
        if json {
            Terminal.print(try JSONText.bytes(run.documents))
        } else {
            Terminal.print(
                RevalidationWords.end(
                    judged: run.judged,
                    changed: run.changed,
                    skipped: run.skipped,
                    dryRun: dryRun
                )
            )
        }
        if run.done < references.count {
            Terminal.complain(RevalidationWords.interrupted(after: run.done, of: references.count, again: again))
            throw ExitStatus.tryAgain
        }
        if run.failed { throw ExitStatus.unreadable }
        if run.heldBack { throw ExitStatus.heldBack }
    }

    /// What has come of it so far.
    private struct Run {
        var documents: [RevalidationDocument] = []
        var done = 0
        var skipped = 0
        var changed = 0
        var heldBack = false
        var failed = false

        var judged: Int { done - skipped }
    }

    /// How many originals are read ahead.
    private static let handful = 16

    /// What was seen of a handful before its turn.
    private struct Ahead {
        let originals: OriginalsAhead
        let left: Set<Int64>
        /// How many had been judged then.
        let judged: Int
    }

    private func lookAhead(
        _ references: ArraySlice<CertificateReference>,
        _ named: Set<Int64>,
        in pipeline: Pipeline,
        _ run: Run
    ) -> Ahead {
        // What is wrong with one is told when its turn comes.
        let left = Set(references.filter { (try? isLeft($0, named, in: pipeline)) == true }.map(\.id))
        return Ahead(
            originals: pipeline.readAhead(references.filter { !left.contains($0.id) }),
            left: left,
            judged: run.judged
        )
    }

    /// Whether a certificate is left as it is, because judging it again would say the same.
    private func isLeft(_ reference: CertificateReference, _ named: Set<Int64>, in pipeline: Pipeline) throws -> Bool {
        try !again && !named.contains(reference.id) && pipeline.isJudgedByNow(reference)
    }

    /// A handful shares a transaction; where that fails, each has one of its own, and what is wrong with one is told.
    private func judge(
        _ references: [CertificateReference],
        from originals: OriginalsAhead?,
        in pipeline: Pipeline,
        _ run: inout Run
    ) {
        if references.isEmpty { return }
        if !dryRun, let items = try? pipeline.revalidate(references, documents: json, from: originals) {
            for item in items { take(item, &run) }
            return
        }
        for reference in references {
            attempt(reference, &run) { run in
                let items =
                    dryRun
                    ? [try pipeline.rehearse(reference, documents: json, from: originals)]
                    : try pipeline.revalidate([reference], documents: json, from: originals)
                for item in items { take(item, &run) }
            }
        }
    }

    private func attempt(_ reference: CertificateReference, _ run: inout Run, _ work: (inout Run) throws -> Void) {
        do {
            try work(&run)
        } catch {
            run.failed = true
            Terminal.complain("\(reference.batch): \(error)")
        }
    }

    private func take(_ item: Revalidation, _ run: inout Run) {
        if item.isChanged { run.changed += 1 }
        if VerdictText.isHeldBack(item.outcome) { run.heldBack = true }
        if let document = item.document {
            run.documents.append(RevalidationDocument(document, item))
        } else {
            say(item)
        }
    }

    private func leave(_ reference: CertificateReference, in pipeline: Pipeline, _ run: inout Run) throws {
        run.skipped += 1
        if try pipeline.outcome(of: reference).map(VerdictText.isHeldBack) ?? false { run.heldBack = true }
        guard json, let document = try pipeline.document(of: reference) else { return }
        run.documents.append(RevalidationDocument(skipped: document))
    }

    private func say(_ item: Revalidation) {
        guard item.isChanged || !batches.isEmpty else { return }
        if !item.isChanged {
            Terminal.print("\(item.batch): unchanged, \(VerdictText.word(item.outcome))")
            return
        }
        let before = item.outcomeBefore.map(VerdictText.word) ?? "no verdict"
        Terminal.print("\(item.batch): \(before) -> \(VerdictText.word(item.outcome))")
        Terminal.print("  " + RevalidationWords.why(item.causes))
        for message in item.appeared { Terminal.print("  + \(message)") }
        for message in item.vanished { Terminal.print("  - \(message)") }
    }

    // MARK: What is asked for

    private func scope(in root: Root) throws -> RevalidationScope {
        var scope = RevalidationScope(batches: batches)
        scope.all = all
        scope.materials = material
        scope.policies = policy
        scope.registers = try register.map { name in
            try FileName.exists(name) ? NamedFile(name).seal(limit: root.limits).sha256 : name
        }
        return scope
    }

    /// The certificates of batches that were named themselves.
    private func named(in pipeline: Pipeline) throws -> Set<Int64> {
        if batches.isEmpty { return [] }
        return Set(try pipeline.currentCertificates(RevalidationScope(batches: batches)).map(\.id))
    }
}
