/// What a snapshot of files is of.
public enum SnapshotKind: String, Sendable, CaseIterable {
    case standards
    case policy
    /// cupel.toml: paths, limits, and who must decide.
    case configuration
}
