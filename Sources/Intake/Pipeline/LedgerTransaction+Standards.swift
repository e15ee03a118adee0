import Ledger
import QualityControl
import Standards

extension LedgerTransaction {
    /// Keeps the Standards that verdicts are made by, whole, so that they can be printed years later.
    func use(_ standards: StandardsSnapshot, at now: String) throws {
        let files = standards.snapshotFiles.map { SnapshotFile(path: $0.path, bytes: $0.bytes) }
        try insertSnapshot(
            .standards,
            sha256: standards.sha256,
            files: files.filter { !$0.path.hasPrefix("policies/") },
            at: now
        )
        for policy in standards.policies.values.sorted(by: { $0.policy.name < $1.policy.name }) {
            try insertSnapshot(
                .policy,
                name: policy.policy.name,
                sha256: policy.sha256,
                files: files.filter { $0.path == policy.file },
                at: now
            )
        }
    }
}
