import ArgumentParser
import Intake
import Ledger

struct Ingest: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take files through the whole pipeline once: judge, store, alert, archive.",
        discussion: """
            The files stay where they are; the archive gets a copy. `-` reads a list of paths from standard input.

            EXAMPLE
              cupel ingest --root /srv/lab certificates/*.csv dispatch-17.csv
              find old -name '*.csv' | cupel ingest --root /srv/lab -
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "Certificates and registers, or - for a list of paths on standard input.") var files: [String]

    /// How many files are handed to the pipeline at a time: their outcomes are shown together.
    private static let handful = 512

    func perform() throws {
        let root = try root.open()
        let pipeline = try root.openPipeline()
        defer { pipeline.closeWithLedger() }
        var paths: [String] = []
        for file in files {
            if file == "-" {
                while let line = readLine() { if !line.isEmpty { paths.append(line) } }
            } else {
                paths.append(file)
            }
        }

        var progress = Progress(total: paths.count)
        var tally = Tally()
        for start in stride(from: 0, to: paths.count, by: Self.handful) {
            let chunk = paths[start..<min(start + Self.handful, paths.count)]
            var deliveries: [Pipeline.Delivered] = []
            for path in chunk {
                guard let file = try? NamedFile(path) else {
                    tally.unreadable(path, "there is no such folder")
                    continue
                }
                deliveries.append(
                    Pipeline.Delivered(name: file.name, folder: file.folder, leavesFolder: false, arrivedWhole: true)
                )
            }
            for outcome in pipeline.process(deliveries) { tally.take(outcome, quiet: paths.count > 50) }
            progress.advance(by: chunk.count, tally.words)
        }
        progress.finish()
        if paths.count > 1 { Terminal.print(tally.words) }
        if let status = tally.status { throw status }
    }

    /// What became of the files, and the exit status that follows.
    struct Tally {
        /// Each batch as it stands last, however often a later file made it be judged again.
        private var isHeldBack: [BatchKey: Bool] = [:]
        private var heldBack = 0
        private var registers = 0
        private var duplicates = 0
        private var refused = 0
        private var postponed = 0

        var words: String {
            var words = "\(isHeldBack.count) judged, \(heldBack) held back"
            if registers > 0 { words += ", \(registers) registers" }
            if duplicates > 0 { words += ", \(duplicates) known already" }
            if refused > 0 { words += ", \(refused) not readable" }
            if postponed > 0 { words += ", \(postponed) not done" }
            return words
        }

        var status: ExitCode? {
            if postponed > 0 { return ExitStatus.tryAgain }
            if refused > 0 { return ExitStatus.unreadable }
            return heldBack > 0 ? ExitStatus.heldBack : nil
        }

        mutating func unreadable(_ path: String, _ reason: String) {
            refused += 1
            Terminal.complain("\(path): \(reason)")
        }

        mutating func take(_ outcome: Pipeline.Outcome, quiet: Bool) {
            switch outcome.result {
            case .ingested(let verdicts): take(verdicts, quiet: quiet)
            case .register(let samples, let rejudged):
                registers += 1
                if !quiet { Terminal.print("\(outcome.name): register of \(samples) samples") }
                take(rejudged, quiet: quiet)
            case .duplicate:
                duplicates += 1
                if !quiet { Terminal.print("\(outcome.name): the same content is in the ledger already") }
            case .quarantined(let code, let reason): unreadable("\(outcome.name)", "\(code): \(reason)")
            case .unfinished(let reason), .notPermitted(let reason), .postponed(let reason):
                postponed += 1
                Terminal.complain("\(outcome.name): \(reason)")
            case .missing: unreadable("\(outcome.name)", "there is no such file")
            }
        }

        private mutating func take(_ verdicts: [Pipeline.BatchVerdict], quiet: Bool) {
            for verdict in verdicts {
                let key = BatchKey(batch: verdict.batch, laboratory: verdict.laboratory)
                let isHeld = verdict.isWaiting || VerdictText.isHeldBack(verdict.outcome)
                let wasHeld = isHeldBack.updateValue(isHeld, forKey: key) ?? false
                heldBack += (isHeld ? 1 : 0) - (wasHeld ? 1 : 0)
                if !quiet || isHeld {
                    Terminal.print(
                        VerdictText.headline(
                            batch: verdict.batch,
                            laboratory: verdict.laboratory,
                            outcome: verdict.outcome,
                            counts: verdict.counts
                        )
                    )
                }
            }
        }
    }
}
