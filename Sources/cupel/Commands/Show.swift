import ArgumentParser
import Intake
import Ledger

struct Show: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "A batch whole: certificate, verdict, findings, decisions.",
        discussion: """
            EXAMPLE
              cupel show --root /srv/lab VA19012345
            """
    )

    @OptionGroup var root: RootOption
    @Argument(help: "The batch (work order).") var batch: String
    @Option(help: "The laboratory, where two use the same batch number.") var laboratory: String?
    @Flag(help: "One JSON document.") var json = false

    func perform() throws {
        let ledger = try root.open().openLedger(.readOnly)
        let key = try ledger.read { try $0.batch(named: batch, laboratory: laboratory) }
        let report = try BatchReport(key, in: ledger)
        if json {
            Terminal.print(try JSONText.bytes(report.document, snakeCase: true))
        } else {
            Terminal.print(report.text)
        }
    }
}
