import QualityControl
import Standards

extension StandardsSnapshot {
    /// The policy that a person named for a statistic.
    /// - Throws: a usage failure that lists what there is.
    func statisticsPolicy(_ name: String) throws -> Policy {
        if let named = policies[name] { return named.policy }
        let known = policies.keys.sorted().joined(separator: ", ")
        throw CommandFailure(ExitStatus.usage, "no policy '\(name)' in Standards/policies; known: \(known)")
    }
}
