import ArgumentParser
import Intake
import Ledger

struct Audit: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that nobody has altered the ledger's audit log.",
        discussion: """
            EXAMPLE
              cupel audit --root /srv/lab verify
            """
    )

    enum Action: String, CaseIterable, ExpressibleByArgument {
        case verify
    }

    @OptionGroup var root: RootOption
    @Argument(help: "verify") var action: Action = .verify

    func perform() throws {
        let report = try root.open().openLedger(.readOnly).read { try $0.verifyAudit() }
        for problem in report.problems { Terminal.print("\(problem)") }
        Terminal.print(report.words)
        if !report.isIntact { throw ExitStatus.heldBack }
    }
}

extension AuditReport {
    var words: String {
        isIntact
            ? "the audit log is intact: \(rows) rows, the last with hash \(lastHash)"
            : "the audit log is NOT intact: \(problems.count) problems in \(rows) rows; keep this file and restore a backup"
    }
}
