import Ledger
import Standards

/// What a verdict rests on that differs from what the one before it rested on.
public enum VerdictCause: Sendable, Hashable {
    /// The Standards but for the policies, and the files that differ; none where those before are not kept.
    case standards(from: String, to: String, files: [String])
    case policy(from: String, to: String)
    case policyFile(name: String, from: String, to: String)
    case registers
    /// What stands before the certificate in its series of reference materials.
    case series
    case engine(from: String, to: String)
    /// It had no verdict.
    case first

    /// Between two states, in the order in which a reader should look.
    static func all(
        from before: VerdictState?,
        to after: VerdictState,
        files: (_ standardsSHA256: String) throws -> [String]
    ) rethrows -> [VerdictCause] {
        guard let before else { return [.first] }
        var causes: [VerdictCause] = []
        if before.standardsSHA256 != after.standardsSHA256 {
            causes.append(
                .standards(
                    from: before.standardsSHA256,
                    to: after.standardsSHA256,
                    files: try files(before.standardsSHA256)
                )
            )
        }
        if before.policy != after.policy {
            causes.append(.policy(from: before.policy, to: after.policy))
        } else if before.policySHA256 != after.policySHA256 {
            causes.append(.policyFile(name: after.policy, from: before.policySHA256, to: after.policySHA256))
        }
        if before.registerSHA256 != after.registerSHA256 { causes.append(.registers) }
        if before.historySHA256 != after.historySHA256 { causes.append(.series) }
        if before.engineVersion != after.engineVersion {
            causes.append(.engine(from: before.engineVersion, to: after.engineVersion))
        }
        return causes
    }
}

extension StandardsSnapshot {
    /// The files, policies aside, that stand otherwise in an earlier snapshot: changed, new or gone.
    func filesOtherThan(_ earlier: [SnapshotFile]) -> [String] {
        guard !earlier.isEmpty else { return [] }
        let before = Dictionary(earlier.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        let now = Dictionary(
            snapshotFiles.filter { !$0.path.hasPrefix("policies/") }.map { ($0.path, $0.bytes) },
            uniquingKeysWith: { first, _ in first }
        )
        return Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
    }
}
