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
    /// Of more files than these only what is held back is told.
    private static let mostToldOf = 50
    /// How many verdicts are renewed in one transaction.
    private static let renewals = 32

    func perform() throws {
        let root = try root.open()
        let pipeline = try root.openPipeline()
        defer { pipeline.closeWithLedger() }
        var paths = PathList(files)
        var progress = Progress(total: paths.total)
        var tally = Tally()
        var count = 0
        while case let handful = paths.next(Self.handful), !handful.isEmpty {
            if count == 0 { tally.isBrief = handful.count > Self.mostToldOf }
            var deliveries: [Pipeline.Delivered] = []
            for path in handful {
                guard let file = try? NamedFile(path) else {
                    tally.unreadable(path, "there is no such folder")
                    continue
                }
                deliveries.append(
                    Pipeline.Delivered(name: file.name, folder: file.folder, leavesFolder: false, arrivedWhole: true)
                )
            }
            for outcome in pipeline.process(deliveries) { tally.take(outcome) }
            count += handful.count
            progress.advance(by: handful.count, tally.words)
        }
        if count > Pipeline.mostJudgedThrough { renewVerdicts(in: pipeline, &tally, &progress) }
        progress.finish()
        if count > 1 { Terminal.print(tally.words) }
        if let status = tally.status { throw status }
    }

    /// Judges again, once, what comes after some of the files in a series. What is left when the command is killed is done
    /// by the service when it starts, or by the next `ingest` of many files.
    private func renewVerdicts(in pipeline: Pipeline, _ tally: inout Tally, _ progress: inout Progress) {
        while true {
            switch pipeline.renew(atMost: Self.renewals) {
            case .renewed(let verdicts, let left):
                tally.take(verdicts)
                progress.advance(by: 0, "\(tally.words); \(left) verdicts to renew")
            case .nothing: return
            case .hindered(let reason, _): return tally.leaveRenewals(reason)
            }
        }
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
        private var hasRenewals = false
        /// Passes, registers and what is known already are counted, and not told.
        var isBrief = false

        var words: String {
            var words = "\(isHeldBack.count) judged, \(heldBack) held back"
            if registers > 0 { words += ", \(registers) registers" }
            if duplicates > 0 { words += ", \(duplicates) known already" }
            if refused > 0 { words += ", \(refused) not readable" }
            if postponed > 0 { words += ", \(postponed) not done" }
            return words
        }

        var status: ExitCode? {
            if postponed > 0 || hasRenewals { return ExitStatus.tryAgain }
            if refused > 0 { return ExitStatus.unreadable }
            return heldBack > 0 ? ExitStatus.heldBack : nil
        }

        mutating func unreadable(_ path: String, _ reason: String) {
            refused += 1
            Terminal.complain("\(path): \(reason)")
        }

        mutating func take(_ outcome: Pipeline.Outcome) {
            switch outcome.result {
            case .ingested(let verdicts): take(verdicts)
            case .register(let samples, let rejudged):
                registers += 1
                if !isBrief { Terminal.print("\(outcome.name): register of \(samples) samples") }
                take(rejudged)
            case .duplicate:
                duplicates += 1
                if !isBrief { Terminal.print("\(outcome.name): the same content is in the ledger already") }
            case .quarantined(let code, let reason): unreadable("\(outcome.name)", "\(code): \(reason)")
            case .unfinished(let reason), .notPermitted(let reason), .postponed(let reason):
                postponed += 1
                Terminal.complain("\(outcome.name): \(reason)")
            case .missing: unreadable("\(outcome.name)", "there is no such file")
            }
        }

        mutating func leaveRenewals(_ reason: String) {
            hasRenewals = true
            Terminal.complain(
                "Some verdicts were not renewed after certificates that came before theirs in a series: \(reason) "
                    + "'cupel revalidate --all' renews them."
            )
        }

        mutating func take(_ verdicts: [Pipeline.BatchVerdict]) {
            for verdict in verdicts {
                let key = BatchKey(batch: verdict.batch, laboratory: verdict.laboratory)
                let isHeld = verdict.isWaiting || VerdictText.isHeldBack(verdict.outcome)
                let wasHeld = isHeldBack.updateValue(isHeld, forKey: key) ?? false
                heldBack += (isHeld ? 1 : 0) - (wasHeld ? 1 : 0)
                if !isBrief || isHeld {
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
