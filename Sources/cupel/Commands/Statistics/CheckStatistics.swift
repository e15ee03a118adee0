import ArgumentParser
import Geochemistry
import Intake
import Ledger
import QualityControl
import Standards

struct CheckStatistics: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract: "Check (umpire) assays of a second laboratory against the first.",
        discussion: """
            Compared are samples that a register calls 'check', and samples that two laboratories report under one number,
            for the same element after a comparable digestion; oxides and units are converted. Outliers are taken out
            before the axis is drawn, and counted.

            EXAMPLE
              cupel statistics checks --root /srv/lab --analyte Cu
              cupel statistics checks --root /srv/lab --outlier-percent 20 --json
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
        help: ArgumentHelp("An outlier differs by more than this percentage of the mean.", valueName: "percent"),
        transform: Self.number
    ) var outlierPercent: ExactDecimal = 30
    @Option(
        help: ArgumentHelp("... and by more than this many detection limits near zero.", valueName: "limits"),
        transform: Self.number
    ) var outlierLimits: ExactDecimal = 10

    func validate() throws {
        if outlierPercent.isZero || outlierPercent >= 200 {
            throw ValidationError("--outlier-percent lies above 0 and below 200.")
        }
    }

    func perform() throws {
        let root = try options.root.open()
        let standards = PairStandards(try StandardsFolder(root.standards).load())
        let ledger = try root.openLedger(.readOnly)
        let selection = options.selection
        let (pairs, controlled) = try ledger.read { reader in
            let pairs = try reader.checkPairs(
                selection,
                analytes: standards.snapshot.analytes,
                published: standards.publishedLimit
            )
            var controlled: [Int64: Set<ControlledColumn>] = [:]
            for certificate in Set(pairs.map(\.duplicate.certificate)) {
                controlled[certificate.id] = try reader.controlledColumns(of: certificate)
            }
            return (pairs, controlled)
        }
        let counting = CheckOptions(
            policy: censored,
            outlierPercent: outlierPercent,
            outlierDetectionLimits: outlierLimits
        )
        let sets = CheckSet.sets(of: pairs, standards: standards, options: counting, controlled: controlled)
        if options.json {
            let document = ChecksDocument(sets, selection: selection, options: counting)
            Terminal.print(try JSONText.bytes(document, snakeCase: true))
        } else {
            Terminal.print(CheckText(sets: sets, selection: selection, options: counting).text)
        }
    }

    private static func number(_ text: String) throws -> ExactDecimal {
        guard let number = ExactDecimal(text), !number.isNegative else {
            throw ValidationError("'\(text)' is not a number that counts here.")
        }
        return number
    }
}
