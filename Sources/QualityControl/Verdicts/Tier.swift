/// How much an analyte decides.
public enum Tier: String, Sendable, Hashable, CaseIterable, Codable {
    /// Can fail a batch.
    case decision
    /// A failure warns.
    case support
    /// Charted only.
    case information
}
