public import QualityControl

/// A policy with the file that it came from, so that a verdict can name it.
public struct LoadedPolicy: Sendable, Hashable {
    public let policy: Policy
    /// Of the file's bytes, in hexadecimal.
    public let sha256: String
    /// Relative to Standards/: `policies/default.toml`.
    public let file: String
    /// What stands in the file, in its order.
    public let figures: [PolicyFigure]

    public init(policy: Policy, sha256: String, file: String, figures: [PolicyFigure] = []) {
        self.policy = policy
        self.sha256 = sha256
        self.file = file
        self.figures = figures
    }
}
