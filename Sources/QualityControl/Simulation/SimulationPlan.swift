import Geochemistry

/// Which laboratories and batches `cupel policy simulate` looks at, and which other limits it compares.
public enum SimulationPlan {
    public static let inControl = [
        SimulatedLaboratory("in control, SD of the certificate", sd: 1, .inControl),
        SimulatedLaboratory("in control, 0.7 of it", sd: 0.7, .inControl),
    ]

    public static let disturbed = [
        SimulatedLaboratory("2 SD high", sd: 0.7, .biased(2)),
        SimulatedLaboratory("2 SD high, SD of the certificate", sd: 1, .biased(2)),
        SimulatedLaboratory("1 SD low", sd: 0.7, .biased(-1)),
        SimulatedLaboratory("drifts by 0.1 SD a result", sd: 0.7, .drifting(0.1)),
        SimulatedLaboratory("noise three times as wide", sd: 0.7, .noisy(3)),
        SimulatedLaboratory("swaps a label", sd: 0.7, .swapping),
    ]

    public static let settings = [
        SimulationSetting(decision: 1), SimulationSetting(decision: 5), SimulationSetting(decision: 16),
        SimulationSetting(decision: 60), SimulationSetting(decision: 5, support: 55),
    ]

    /// A failing rule to compare the policy's with.
    public struct Alternative: Sendable, Hashable {
        public let name: String
        public let policy: Policy
    }

    /// The trade's limits, wider ones, and Šidák's for all decision results of a batch; two or three in a row failing.
    public static func alternatives(to policy: Policy, _ setting: SimulationSetting) -> [Alternative] {
        let tests = setting.decision * setting.insertions
        let sidak = SidakCorrection.threshold(familyAlpha: 0.01, tests: tests)
        let hundredths = Int((sidak * 100).rounded(.up))
        let limits: [(name: String, value: ExactDecimal)] = [
            ("3 SD", 3), ("3.25 SD", ExactDecimal(coefficient: 325, scale: 2)),
            ("3.5 SD", ExactDecimal(coefficient: 35, scale: 1)),
            (
                "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10) SD (Sidak 1 %)",
                ExactDecimal(coefficient: Int128(hundredths), scale: 2)
            ),
        ]
        return limits.flatMap { limit in
            [2, 3, 0].map { consecutive in
                var changed = policy
                changed.crm.failSD = limit.value
                changed.crm.consecutive = consecutive
                let run = consecutive == 0 ? "no run fails" : "\(consecutive) in a row fail"
                return Alternative(name: "\(limit.name), \(run)", policy: changed)
            }
        }
    }
}
