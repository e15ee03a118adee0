import ArgumentParser
import Intake
import Ledger
import QualityControl

struct BlankStatistics: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "blanks",
        abstract: "How clean blanks were, by laboratory, method, analyte and kind.",
        discussion: """
            Shares are of the results whose column states a detection limit. FAILED and WARNED count results by the current
            verdicts; CARRIED and CONTAMINATED tell the failures apart.

            EXAMPLE
              cupel statistics blanks --root /srv/lab --analyte Au --from 2026-01-01
            """
    )

    @OptionGroup var options: StatisticsOptions

    func perform() throws {
        let ledger = try options.root.open().openLedger(.readOnly)
        let report = BlankReport(try ledger.read { try $0.blankRecords(options.selection) })
        if options.json {
            Terminal.print(try JSONText.bytes(report.document, snakeCase: true))
        } else {
            Terminal.print(report.text)
        }
    }
}
