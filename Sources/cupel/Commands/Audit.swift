import ArgumentParser
import Intake
import Ledger

struct Audit: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that nobody has altered the ledger's audit log.",
        discussion: """
            verify  follows the log from its first row, and holds verdicts, findings and decisions against it
            head    prints the last row, to be signed and kept elsewhere: verify --head proves the log up to there

            EXAMPLE
              cupel audit --root /srv/lab head > head-2026-03-31.txt
              cupel audit --root /srv/lab verify --head "$(cat head-2026-03-31.txt)"
            """
    )

    enum Action: String, CaseIterable, ExpressibleByArgument {
        case verify, head
    }

    @OptionGroup var root: RootOption
    @Argument(help: "verify or head") var action: Action = .verify
    @Option(
        help: ArgumentHelp("A row that head printed before; it must still be there.", valueName: "row:hash"),
        transform: Self.head
    ) var head: AuditHead?

    func validate() throws {
        if action == .head, head != nil { throw ValidationError("--head is for verify.") }
    }

    func perform() throws {
        let ledger = try root.open().openLedger(.readOnly)
        switch action {
        case .head: Terminal.print("\(try ledger.read { try $0.auditHead() })")
        case .verify:
            let report = try ledger.read { try $0.verifyAudit(against: head) }
            for problem in report.problems { Terminal.print("\(problem)") }
            Terminal.print(report.words)
            if !report.isIntact { throw ExitStatus.heldBack }
        }
    }

    private static func head(_ text: String) throws -> AuditHead {
        guard let head = AuditHead(text) else {
            throw ValidationError("'\(text)' is no row of the log; 'cupel audit head' prints one, as 9:3fa4...")
        }
        return head
    }
}

extension AuditReport {
    var words: String {
        isIntact
            ? "the audit log is intact: \(rows) rows, the last with hash \(head.hash)"
            : "the audit log is NOT intact: \(problems.count) problems in \(rows) rows; keep this file and restore a backup"
    }
}
