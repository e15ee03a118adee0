import ArgumentParser
import Geochemistry
import Intake
import Ledger
import QualityControl
import Standards

struct InsertionStatistics: CupelCommand {
    static let configuration = CommandConfiguration(
        commandName: "insertion",
        abstract: "How many QC samples of each kind you inserted, and at which grades.",
        discussion: """
            Rates are percentages of all your samples, QC samples included, against [insertion.rates] of the policy of the
            project. Holes and dispatches stand in the registers.

              --by hole      and so on: one line a group; SHORT says what it lacks
              --by window    every stretch of as many consecutive samples as the policy says: the latest and the weakest
              --by grade     the certified values of your reference materials against the grades of your samples

            EXAMPLE
              cupel statistics insertion --root /srv/lab --by hole --project "Nord*"
            """
    )

    enum Grouping: String, CaseIterable, ExpressibleByArgument {
        case project, laboratory, hole, dispatch, batch, month, window, grade
    }

    @OptionGroup var options: StatisticsOptions
    @Option(help: "project, laboratory, hole, dispatch, batch, month, window or grade.") var by: Grouping = .project
    @Option(help: "This policy for all, instead of that of each project.") var policy: String?
    @Option(help: "For --by window: this many samples instead of the policy's.") var window: Int?

    func validate() throws {
        if let window, window < 1 { throw ValidationError("--window wants a number of samples from 1 on.") }
        if window != nil, by != .window { throw ValidationError("--window is for --by window.") }
    }

    func perform() throws {
        let root = try options.root.open()
        let standards = try StandardsFolder(root.standards).load()
        let policies = try InsertionPolicies(standards, named: policy)
        let ledger = try root.openLedger(.readOnly)
        switch by {
        case .grade:
            let rules = policies.standard.gradeCoverage
            guard let rules else {
                throw CommandFailure(
                    ExitStatus.usage,
                    "the policy has no [insertion.grade_coverage], so nothing says how far a reference material reaches"
                )
            }
            let reaches = try ledger.read { try $0.gradeReach(options.selection, factor: rules.factor.approximate) }
            try show(GradeReachReport(reaches: reaches, rules: rules))
        case .window:
            let samples = InsertionGroup.once(try ledger.read { try $0.insertedSamples(options.selection) })
            try show(InsertionWindowReport(samples, policies: policies, length: window))
        case .project, .laboratory, .hole, .dispatch, .batch, .month:
            let samples = try ledger.read { try $0.insertedSamples(options.selection) }
            let key = InsertionGroup.Key(rawValue: by.rawValue) ?? .project
            try show(InsertionReport(samples, by: key, policies: policies))
        }
    }

    private func show(_ report: some StatisticsReport) throws {
        if options.json {
            Terminal.print(try JSONText.bytes(report.document, snakeCase: true))
        } else {
            Terminal.print(report.text)
        }
    }
}

/// What a statistic says, for people and for scripts.
protocol StatisticsReport {
    associatedtype Document: Encodable
    var document: Document { get }
    var text: String { get }
}

/// The insertion rules of each project.
struct InsertionPolicies {
    private let standards: StandardsSnapshot
    private let named: InsertionRules?

    init(_ standards: StandardsSnapshot, named name: String?) throws {
        self.standards = standards
        named = try name.map { try standards.statisticsPolicy($0).insertion }
    }

    /// For samples of several projects.
    var standard: InsertionRules { named ?? standards.defaultPolicy.policy.insertion }

    func rules(for project: String?) -> InsertionRules {
        guard let project, named == nil else { return standard }
        return standards.policy(for: project).policy.insertion
    }
}
