public import QualityControl

/// A policy with the file that it came from, so that a verdict can name it.
public struct LoadedPolicy: Sendable, Hashable {
    public let policy: Policy
    /// Of the file's bytes, in hexadecimal.
    public let sha256: String
    /// Relative to Standards/: `policies/default.toml`.
    public let file: String

    public init(policy: Policy, sha256: String, file: String) {
        self.policy = policy
        self.sha256 = sha256
        self.file = file
    }
}
