import ArgumentParser
import Geochemistry
import Intake
import Ledger
import QualityControl
import Standards

struct DuplicateStatistics: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "How well duplicates repeat: precision, bias and control charts by kind, method and analyte.",
        discussion: """
            The laboratory's own duplicates stand apart from yours. An original is used where it stands in another
            certificate of the same laboratory, too. The limits are those of the policy in force today.

            EXAMPLE
              cupel statistics duplicates --root /srv/lab --analyte Au --from 2026-01-01
              cupel statistics duplicates --root /srv/lab --censored half_limit --json
            """
    )

    @OptionGroup var options: StatisticsOptions
    @Option(
        help: ArgumentHelp(
            "What counts for a result below its limit: exclude, limit, half_limit, limit_over_root_two, zero, ten_limits.",
            valueName: "policy"
        ),
        transform: CensoringOption.policy
    ) var censored: CensoringPolicy = .exclude
    @Option(
        help: ArgumentHelp(
            "The precision asked for on the chart of Thompson and Howarth, as RSD in percent; else a quarter of the "
                + "policy's limit (RPD), which is HARD at two SD.",
            valueName: "percent"
        )
    ) var targetRsd: Double?

    func validate() throws {
        if let targetRsd, !(targetRsd > 0 && targetRsd <= 1000) {
            throw ValidationError("--target-rsd is a percentage above 0.")
        }
    }

    func perform() throws {
        let root = try options.root.open()
        let standards = PairStandards(try StandardsFolder(root.standards).load())
        let ledger = try root.openLedger(.readOnly)
        let selection = options.selection
        let pairs = try ledger.read { try $0.duplicatePairs(selection, published: standards.publishedLimit) }
        let sets = DuplicateSet.sets(
            of: pairs,
            standards: standards,
            policy: censored,
            targetRSDPercent: targetRsd
        )
        if options.json {
            let document = DuplicatesDocument(sets, selection: selection, policy: censored)
            Terminal.print(try JSONText.bytes(document, snakeCase: true))
        } else {
            Terminal.print(DuplicateText(sets: sets, selection: selection, policy: censored).text)
        }
    }
}
