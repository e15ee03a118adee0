import ArgumentParser
import Glibc
import Intake
import Ledger
import Logging

/// `--root DIR`, shared by all commands but `init`.
struct RootOption: ParsableArguments {
    @Option(name: .long, help: "The root folder, with Standards/ and Watch/ or a cupel.toml.")
    var root = "."

    func open() throws -> Root { try Root(root) }
}

extension Root {
    func openLedger(_ access: Ledger.Access) throws -> Ledger {
        if access == .readWrite {
            _ = try Folder(watch)
            try refuseEmptyLedger()
        } else if try !FileName.exists(ledger) {
            throw CommandFailure(
                ExitStatus.inputOutput,
                "there is no ledger in \(path) yet (\(ledger)); the first delivery makes it"
            )
        }
        return try Ledger(path: ledger, access: access)
    }

    /// A ledger of no length is how a new one begins. Beside originals it is one that was lost, and starting anew would
    /// hide that.
    private func refuseEmptyLedger() throws {
        var facts = stat()
        guard stat(ledger, &facts) == 0, facts.st_size == 0,
            let shelves = try? Folder(archive + "/by-hash", create: false).names(), !shelves.isEmpty
        else { return }
        throw LedgerError.corrupt(path: ledger, detail: "the file is empty, and the archive holds originals")
    }

    /// The pipeline as a command uses it, for as long as the command runs.
    func openPipeline() throws -> Pipeline {
        let logger = Logger(label: "cupel") { _ in PlainLog(level: .error) }
        let standards = try StandardsInForce(path: standards, limits: limits, logger: logger)
        return try Pipeline(root: self, ledger: try openLedger(.readWrite), standards: standards, logger: logger)
    }
}
