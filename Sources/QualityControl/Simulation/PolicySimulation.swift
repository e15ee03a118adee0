import Geochemistry

/// What a policy makes of laboratories of which is known what they do: how often it fails a good one, how soon it finds
/// a bad one. Batches go through ``BatchEvaluation``, like real ones.
public struct PolicySimulation: Sendable {
    private let policy: Policy
    private let seed: UInt64
    private let batches: Int

    /// - Parameters:
    ///   - batches: of a laboratory in control. A disturbed one is begun anew for every fifth of them.
    ///   - seed: the same one gives the same figures, to the last digit.
    public init(_ policy: Policy, seed: UInt64, batches: Int) {
        self.policy = policy
        self.seed = seed
        self.batches = batches
    }

    public func alarms(of laboratory: SimulatedLaboratory, _ setting: SimulationSetting) -> AlarmRates {
        var series = series(laboratory, setting, trial: 0)
        var rates = AlarmRates()
        for _ in 0..<batches { rates.add(series.next()) }
        return rates
    }

    /// From the moment that something goes wrong until a finding names it.
    public func detection(of laboratory: SimulatedLaboratory, _ setting: SimulationSetting) -> DetectionDelays {
        var delays = DetectionDelays(patience: Self.patience * setting.insertions)
        for trial in 1...max(1, batches / 5) {
            var series = series(laboratory, setting, trial: trial)
            series.disturb()
            delays.add(
                laboratory.behaviour == .swapping
                    ? Self.swapDelay(&series)
                    : Self.delay(&series, insertions: setting.insertions)
            )
        }
        return delays
    }

    /// Batches after which nobody waits any longer.
    private static let patience = 10

    /// In results of the disturbed element.
    private static func delay(_ series: inout SimulatedSeries, insertions: Int) -> Int? {
        for batch in 0..<patience {
            let named = series.next().findings.filter { isNamed($0) && $0.analyte == SimulationBench.disturbed.symbol }
            // What is said of the batch is known at its end.
            let places = named.map { $0.position == 0 ? insertions : $0.position }
            if let first = places.min() { return batch * insertions + first }
        }
        return nil
    }

    private static func swapDelay(_ series: inout SimulatedSeries) -> Int? {
        let swapped = series.anyInsertion()
        let findings = series.next(swapped: swapped).findings
        return findings.contains { isNamed($0) && $0.position == swapped + 1 } ? 1 : nil
    }

    /// A lone result beyond the warning limit names nothing: chance puts one there in every second batch.
    private static func isNamed(_ finding: Finding) -> Bool {
        (finding.outcome == .fail || finding.outcome == .warn) && finding.rule != RuleName.crm2SD.rawValue
    }

    private func series(
        _ laboratory: SimulatedLaboratory,
        _ setting: SimulationSetting,
        trial: Int
    ) -> SimulatedSeries {
        var mixed = SimulatedErrors(seed: seed &+ UInt64(truncatingIfNeeded: trial))
        return SimulatedSeries(
            laboratory,
            bench: SimulationBench(setting, policy: policy),
            seed: mixed.next() ^ UInt64(setting.elements)
        )
    }
}
