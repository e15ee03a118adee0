/// A set of reported pairs, as one censoring policy lets them count.
public struct CensoredPairs: Sendable, Hashable {
    public let policy: CensoringPolicy
    /// Those that count, in the order of the set.
    public let pairs: [ValuePair]
    /// All of the set.
    public let total: Int
    /// Those with a half below a limit, whether they count or not.
    public let censored: Int
    /// Those with a half over the range of its method, which never count.
    public let overRange: Int

    public init(_ reported: [ReportedPair], policy: CensoringPolicy) {
        self.policy = policy
        pairs = reported.compactMap(policy.value)
        total = reported.count
        censored = reported.filter(\.isCensored).count
        overRange = reported.filter(\.isOverRange).count
    }

    public var leftOut: Int { total - pairs.count }
}
