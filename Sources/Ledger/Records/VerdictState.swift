/// Everything a verdict depends on beside the certificate. The same certificate under the same state is judged once.
public struct VerdictState: Sendable, Hashable {
    public var standardsSHA256: String
    /// The name of the policy.
    public var policy: String
    public var policySHA256: String
    /// Of what registers say of the certificate's samples.
    public var registerSHA256: String
    /// Of what the series before the certificate say of it.
    public var historySHA256: String
    public var engineVersion: String

    public init(
        standardsSHA256: String,
        policy: String,
        policySHA256: String,
        registerSHA256: String,
        historySHA256: String,
        engineVersion: String
    ) {
        self.standardsSHA256 = standardsSHA256
        self.policy = policy
        self.policySHA256 = policySHA256
        self.registerSHA256 = registerSHA256
        self.historySHA256 = historySHA256
        self.engineVersion = engineVersion
    }
}
