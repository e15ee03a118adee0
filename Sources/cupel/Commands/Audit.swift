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
        let report = try root.open().openLedger(.readOnly).verifyAudit()
        Terminal.print(report.description)
        if !report.isIntact { throw ExitStatus.heldBack }
    }
}
