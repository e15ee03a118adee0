import ArgumentParser
import Geochemistry
import Intake
import Ledger
import QualityControl
import Standards

struct MaterialStatistics: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "materials",
        abstract: "Reference materials over many batches: bias against the certificate, stability against themselves.",
        discussion: """
            Two tables that are never mixed. ACCURACY holds results against the certified value and the certificate's SD:
            the bias of the period and of the latest results, each with the probability that chance alone makes it.
            STABILITY holds them against the median and robust SD of the series itself: a laboratory that was always off
            is stable. A series begins anew where the certified value changes.

            --chart draws both for each series that is selected, a line for each result.

            EXAMPLE
              cupel statistics materials --root /srv/lab --analyte Cu --from 2026-01-01
              cupel statistics materials --root /srv/lab --material "OREAS 620" --analyte Cu --chart
            """
    )

    /// More charts than these nobody looks at.
    private static let mostCharts = 12

    @OptionGroup var options: StatisticsOptions
    @Option(help: "Only this reference material.") var material: String?
    @Option(help: "The rules of this policy; else of the default policy.") var policy: String?
    @Flag(help: "Draw the series that are selected, at most 12 of them.") var chart = false

    func perform() throws {
        let root = try options.root.open()
        let standards = try StandardsFolder(root.standards).load()
        let rules = try SeriesStandards(standards, policy: policy)
        let name = material.map { typed in standards.materials[MaterialName(typed)]?.name ?? MaterialName(typed) }
        let ledger = try root.openLedger(.readOnly)
        let found = try ledger.read { try $0.materialSeries(options.selection, material: name) }
        let histories = found.map { MaterialHistory($0, rules: rules.rules(for: $0)) }
        if options.json {
            Terminal.print(try JSONText.bytes(MaterialsDocument(histories, options.selection), snakeCase: true))
            return
        }
        if chart, histories.count > Self.mostCharts {
            throw CommandFailure(
                ExitStatus.usage,
                "\(histories.count) series are selected, and \(Self.mostCharts) are the most that are drawn; name a "
                    + "--material, --analyte, --method or --laboratory"
            )
        }
        Terminal.print(MaterialText(histories).text)
        if chart { for history in histories { Terminal.print("\n" + ControlChart(history).text) } }
    }
}
