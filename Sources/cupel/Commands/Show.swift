import ArgumentParser
import Intake
import Ledger

struct Show: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "A batch whole: certificate, verdict, findings, decisions; or one result back to its cell.",
        discussion: """
            With --sample and --analyte: file, hash, row and column of the result, what it was read as, the QC that covers
            it, what was found and decided, by every method that determines the analyte. With --snapshot: the Standards,
            the policy and the registers that the current verdicts were made by, whole as they were.

            EXAMPLE
              cupel show --root /srv/lab VA19012345
              cupel show --root /srv/lab VA19012345 --sample A1002 --analyte Cu
              cupel show --root /srv/lab VA19012345 --snapshot --verdict 17
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "The batch (work order).") var batch: String
    @Option(help: "The laboratory, where two use the same batch number.") var laboratory: String?
    @Option(help: "Trace the results of this sample; with --analyte.") var sample: String?
    @Option(help: "The analyte to trace, or a composite.") var analyte: String?
    @Option(help: "Trace by this method only.") var method: String?
    @Flag(help: "Print what the verdict was made by.") var snapshot = false
    @Option(help: "Of this verdict, also of one that is superseded; else of those that count.") var verdict: Int64?
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        if (sample == nil) != (analyte == nil) { throw ValidationError("A trace needs --sample and --analyte.") }
        if method != nil, sample == nil { throw ValidationError("--method goes with --sample and --analyte.") }
        if verdict != nil, !snapshot { throw ValidationError("--verdict goes with --snapshot.") }
        if snapshot, sample != nil { throw ValidationError("Give --snapshot, or --sample and --analyte.") }
    }

    func perform() throws {
        let root = try root.open()
        let ledger = try root.openLedger(.readOnly)
        let key = try ledger.read { try $0.batch(named: batch, laboratory: laboratory) }
        if let sample, let analyte {
            let trace = try Trace(key, sample: sample, analyte: analyte, method: method, root: root, in: ledger)
            return Terminal.print(
                json
                    ? try JSONText.bytes(TraceDocument(trace), snakeCase: true)
                    : Array((TraceText(trace: trace).text + "\n").utf8)
            )
        }
        if snapshot { return try show(snapshotsOf: key, in: ledger) }
        let report = try BatchReport(key, in: ledger)
        if json {
            Terminal.print(try JSONText.bytes(report.document, snakeCase: true))
        } else {
            Terminal.print(report.text)
        }
    }

    private func show(snapshotsOf key: BatchKey, in ledger: Ledger) throws {
        let snapshots = try ledger.read { reader in
            let verdicts =
                try verdict.map { [try reader.verdict($0, on: key)] } ?? reader.currentVerdicts(of: key)
            guard !verdicts.isEmpty else { throw LedgerError.notJudged(batch: key.batch) }
            return try verdicts.map { try VerdictSnapshot(of: $0, in: reader) }
        }
        if json {
            Terminal.print(try JSONText.bytes(snapshots.map(SnapshotDocument.init), snakeCase: true))
        } else {
            Terminal.print(
                Array(
                    snapshots.map { SnapshotText(key: key, snapshot: $0).bytes }.joined(separator: [UInt8(ascii: "\n")])
                )
            )
        }
    }
}
