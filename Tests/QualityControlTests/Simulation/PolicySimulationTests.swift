import QualityControl
import Testing

/// Seeded, so that every run sees the same laboratories.
@Suite("Simulated laboratories")
struct PolicySimulationTests {
    private let inControl = SimulatedLaboratory("in control", sd: 1, .inControl)

    /// No further from what is expected than four standard errors of a count.
    private func agree(_ found: Double, _ expected: Double, of count: Int) -> Bool {
        (found - expected).magnitude <= 4 * (expected * (1 - expected) / Double(count)).squareRoot()
    }

    @Test(
        "In control, results lie beyond 2 and 3 SD, and batches fail, as often as the table of false alarms says",
        arguments: [(1, 600), (5, 300), (16, 150), (60, 40)]
    )
    func falseAlarms(elements: Int, batches: Int) {
        let simulation = PolicySimulation(TestStandards.policy, seed: 20, batches: batches)
        let rates = simulation.alarms(of: inControl, SimulationSetting(decision: elements))
        let expected = ExpectedAlarms(elements: elements, insertions: 3)
        #expect(rates.batches == batches)
        #expect(agree(rates.rate(rates.beyond2SD), expected.anyBeyond(2), of: batches))
        #expect(agree(rates.rate(rates.beyond3SD), expected.anyBeyond(3), of: batches))
        #expect(agree(rates.failureRate, expected.failing(beyond: 3, twoInARow: 2), of: batches))
        #expect(rates.warned >= rates.beyond2SD)
    }

    @Test("A good laboratory inside the certificate's SD hardly ever fails")
    func inside() {
        let simulation = PolicySimulation(TestStandards.policy, seed: 21, batches: 200)
        let good = SimulatedLaboratory("inside", sd: 0.7, .inControl)
        #expect(simulation.alarms(of: good, SimulationSetting(decision: 5)).failureRate < 0.02)
    }

    @Test("A shift of 2 SD is found within five results as often as the chain of states says")
    func bias() {
        let simulation = PolicySimulation(TestStandards.policy, seed: 22, batches: 1000)
        let found = simulation.detection(of: .init("high", sd: 0.7, .biased(2)), SimulationSetting(decision: 1))
        // Half of the results lie beyond 2 SD and 7.66 % beyond 3 SD; neither one of these nor two in a row of those.
        var (inside, beyond) = (1.0, 0.0)
        for _ in 1...5 { (inside, beyond) = ((inside + beyond) / 2, inside * (0.5 - 0.0766)) }
        #expect(found.delays.count == 200)
        #expect(agree(found.share(within: 5), 1 - inside - beyond, of: 200))
        #expect((found.median ?? 99) <= 5)
    }

    @Test("Mirrored, the same shift is found as often")
    func mirrored() {
        let simulation = PolicySimulation(TestStandards.policy, seed: 23, batches: 500)
        let setting = SimulationSetting(decision: 1)
        let low = simulation.detection(of: .init("low", sd: 0.7, .biased(-2)), setting).share(within: 5)
        #expect(agree(low, 0.683, of: 100))
    }

    @Test("Drift and noise are found; a swapped label is found where it is")
    func others() {
        let simulation = PolicySimulation(TestStandards.policy, seed: 24, batches: 100)
        let setting = SimulationSetting(decision: 2)
        let drift = simulation.detection(of: .init("drift", sd: 0.7, .drifting(0.1)), setting)
        #expect(drift.share(within: 30) > 0.8)
        #expect(drift.share(within: 5) < 0.5)
        #expect(simulation.detection(of: .init("noise", sd: 0.7, .noisy(3)), setting).share(within: 30) > 0.9)
        #expect(simulation.detection(of: .init("swap", sd: 0.7, .swapping), setting).share(within: 1) == 1)
    }

    @Test("Families keep support elements of a good laboratory quiet")
    func families() {
        let setting = SimulationSetting(decision: 1, support: 20)
        func warned(_ family: FalseAlarmRules.Family) -> Double {
            var policy = TestStandards.policy
            policy.falseAlarms = FalseAlarmRules(
                support: family,
                alpha: TestStandards.decimal("0.05"),
                improbable: TestStandards.decimal("0.001")
            )
            return PolicySimulation(policy, seed: 25, batches: 40).alarms(of: inControl, setting).warningRate
        }
        let (alone, together) = (warned(.eachAlone), warned(.benjaminiHochberg))
        #expect(alone > 0.85)
        #expect(together < 0.75)
    }

    @Test("The same seed gives the same figures, another one gives others")
    func seeds() {
        func delays(_ seed: UInt64) -> [Int?] {
            PolicySimulation(TestStandards.policy, seed: seed, batches: 200)
                .detection(of: .init("high", sd: 0.7, .biased(2)), SimulationSetting(decision: 1)).delays
        }
        #expect(delays(1) == delays(1))
        #expect(delays(1) != delays(2))
    }

    @Test("A median of trials that mostly end without a finding is none")
    func median() {
        let simulation = PolicySimulation(TestStandards.policy, seed: 26, batches: 200)
        let quiet = simulation.detection(of: .init("nothing", sd: 0.3, .inControl), SimulationSetting(decision: 1))
        #expect(quiet.median == nil)
        #expect(quiet.share(within: 30) == 0)
    }

    @Test("The frontier compares wider limits and Šidák's with the policy's")
    func alternatives() {
        let alternatives = SimulationPlan.alternatives(to: TestStandards.policy, SimulationSetting(decision: 60))
        #expect(alternatives.count == 12)
        // 0.01 for a family of 180, in the shared thresholds: 4.0298.
        #expect(alternatives.map(\.policy.crm.failSD).contains(TestStandards.decimal("4.03")))
        #expect(alternatives.map(\.name).contains("4.03 SD (Sidak 1 %), 2 in a row fail"))
    }
}
