import ArgumentParser
import Geochemistry
import Glibc
import Intake
import Ledger
import QualityControl

struct Export: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "The results that may be used, each with the verdict or decision that releases it.",
        discussion: """
            A result is released when its batch's current verdict passes or warns, or a person accepted it and that
            decision is not stale; preliminary reports never are. Where parts of a batch are decided, each result goes
            by the latest decision on it. What was left out is told on standard error. Samples
            of yours only: control samples, duplicates and check samples come with --with-qc. Composites are rows of
            their own whose 'conversion' names every factor.

            EXAMPLE
              cupel export --root /srv/lab --released --out released.csv
              cupel export --root /srv/lab --released --project 'Lac*' --analyte Au --format json
            """
    )

    @OptionGroup var root: RootOption
    @Flag(help: "Only what may be used; required.") var released = false
    @Option(help: "csv or json.") var format: ExportFormat = .csv
    @Option(help: "The file to write, whole or not at all, instead of standard output.") var out: String?
    @Flag(name: .customLong("with-qc"), help: "With control samples, duplicates and check samples; see 'role'.")
    var withQC = false
    @OptionGroup var chosen: SelectionOptions

    func validate() throws {
        if !released { throw ValidationError(ReleaseWords.notReleased) }
    }

    func perform() throws {
        let ledger = try root.open().openLedger(.readOnly)
        guard let out else {
            return try export(from: ledger, to: Self.standardOutput)
        }
        let file = try NamedFile(out)
        if let facts = try file.folder.facts(file.name), facts.kind != .regular {
            throw CommandFailure(ExitStatus.cannotCreate, ReleaseWords.notAFile(out))
        }
        try file.folder.write(as: file.name) { write in
            try withoutActuallyEscaping(write) { try export(from: ledger, to: $0) }
        }
    }

    /// In one state of the ledger, whatever is decided meanwhile.
    private func export(from ledger: Ledger, to write: @escaping ([UInt8]) throws -> Void) throws {
        var writer = ExportWriter(format, to: write)
        var tally = ReleasedTally()
        let selection = chosen.selection
        let releases = try ledger.read { reader in
            let releases = try reader.releases(selection)
            writer.begin()
            for certificate in releases.released {
                tally.add(
                    try reader.results(of: certificate, selection, includingQC: withQC) { result in
                        try writer.add(ExportedRow(certificate: certificate, result: result))
                    }
                )
            }
            try writer.end()
            return releases
        }
        Terminal.note(
            ReleaseWords.written(
                tally,
                certificates: releases.released.count,
                batches: releases.count(where: \.releasesSomething)
            )
        )
        let left = ReleaseWords.left(releases) + ReleaseWords.leftInParts(releases, tally) + ReleaseWords.left(tally)
        for line in left { Terminal.note(line) }
        if writer.formulaLike > 0 { Terminal.note(ReleaseWords.formulaLike(writer.formulaLike)) }
    }

    private static func standardOutput(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = String(cString: strerror(errno))
                throw CommandFailure(ExitStatus.inputOutput, ReleaseWords.nobodyReads(reason))
            }
            written += count
        }
    }
}

extension [BatchRelease] {
    /// What may be used, by report date, laboratory and batch.
    fileprivate var released: [ReleasableCertificate] {
        filter(\.releasesSomething).flatMap(\.certificates).sorted { $0.reference.order < $1.reference.order }
    }
}
