import ArgumentParser
import Intake
import QualityControl
import Standards

struct PolicySimulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "How often a policy fails a good laboratory, and how soon it finds a bad one.",
        discussion: """
            Laboratories of which is known what they do deliver batches of three insertions of one reference material; \
            the batches are judged as real ones are. A good laboratory's own SD lies inside the SD of the certificate; \
            one as wide as the certificate is the worst that can be called good. FOUND means that a finding names the \
            element: a failure, a run, bias or drift; a lone warning is none.

            EXAMPLE
              cupel policy simulate --root /srv/lab
              cupel policy simulate --root /srv/lab --policy infill --decision 5 --decision 16 --frontier
            """
    )

    @OptionGroup var root: RootOption
    @Option(help: "The policy by name, instead of the default one.") var policy = StandardsSnapshot.defaultPolicyName
    @Option(help: "Where the random numbers begin; the same seed gives the same table.") var seed: UInt64 = 1
    @Option(help: "Batches of each good laboratory. Bad ones are begun anew for every fifth of them.") var batches =
        1000
    @Option(help: "How many elements decide. May be repeated; 1, 5, 16, 60 and 5 beside 55 others without it.")
    var decision: [Int] = []
    @Option(help: "How many support elements stand beside them.") var support = 0
    @Flag(help: "Compare other failing limits as well.") var frontier = false
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        guard (10...1_000_000).contains(batches) else { throw ValidationError("--batches wants 10 to 1000000.") }
        guard decision.allSatisfy({ (1...200).contains($0) }) else {
            throw ValidationError("--decision wants 1 to 200.")
        }
        guard (0...200).contains(support) else { throw ValidationError("--support wants 0 to 200.") }
        if support > 0, decision.isEmpty { throw ValidationError("--support needs --decision.") }
    }

    func run() async throws {
        do {
            let document = await simulate(try chosenPolicy())
            Terminal.print(json ? try JSONText.bytes(document, snakeCase: true) : Array((document.text + "\n").utf8))
        } catch {
            Terminal.complain("\(error)")
            throw ExitStatus.of(error)
        }
    }

    private func chosenPolicy() throws -> Policy {
        let root = try root.open()
        let standards = try StandardsInForce(path: root.standards, limits: root.limits, logger: .quiet)
        guard let chosen = standards.snapshot.policies[policy] else {
            let known = standards.snapshot.policies.keys.sorted().joined(separator: ", ")
            throw CommandFailure(
                ExitStatus.unreadable,
                "there is no policy '\(policy)' in policies/; there are: \(known)"
            )
        }
        return chosen.policy
    }

    private var settings: [SimulationSetting] {
        decision.isEmpty
            ? SimulationPlan.settings : decision.map { SimulationSetting(decision: $0, support: support) }
    }

    private func simulate(_ policy: Policy) async -> SimulationDocument {
        let simulation = PolicySimulation(policy, seed: seed, batches: batches)
        let alarms = await inParallel(pairs(SimulationPlan.inControl)) { laboratory, setting in
            SimulationDocument.Alarms(setting, laboratory, simulation.alarms(of: laboratory, setting))
        }
        let detections = await inParallel(pairs(SimulationPlan.disturbed)) { laboratory, setting in
            SimulationDocument.Detection(setting, laboratory, simulation.detection(of: laboratory, setting))
        }
        var document = SimulationDocument(
            policy: policy.name,
            seed: seed,
            batches: batches,
            alarms: alarms,
            detections: detections
        )
        if frontier { document.frontier = await alternatives(to: policy) }
        return document
    }

    private func alternatives(to policy: Policy) async -> [SimulationDocument.Alternative] {
        let cells = settings.filter { $0.support == 0 || !decision.isEmpty }.flatMap { setting in
            SimulationPlan.alternatives(to: policy, setting).map { ($0, setting) }
        }
        let (seed, batches) = (seed, batches)
        return await inParallel(cells) { alternative, setting in
            let simulation = PolicySimulation(alternative.policy, seed: seed, batches: batches)
            return SimulationDocument.Alternative(
                setting,
                alternative.name,
                alarms: SimulationPlan.inControl.map { simulation.alarms(of: $0, setting) },
                detections: SimulationPlan.disturbed.prefix(2).map { simulation.detection(of: $0, setting) }
            )
        }
    }

    private func pairs(_ laboratories: [SimulatedLaboratory]) -> [(SimulatedLaboratory, SimulationSetting)] {
        settings.flatMap { setting in laboratories.map { ($0, setting) } }
    }

    /// In the order of the cells, whichever is ready first.
    private func inParallel<A: Sendable, B: Sendable, Row: Sendable>(
        _ cells: [(A, B)],
        _ work: @escaping @Sendable (A, B) -> Row
    ) async -> [Row] {
        await withTaskGroup(of: (Int, Row).self) { group in
            for (index, cell) in cells.enumerated() {
                group.addTask { (index, work(cell.0, cell.1)) }
            }
            var rows: [(Int, Row)] = []
            for await row in group { rows.append(row) }
            return rows.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
