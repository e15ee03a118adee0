/// Numbers of a policy that some results are judged by instead of those that stand for all.
///
/// Of two overrides that fit a result and state the same number, the one with the most specific selector wins, in the
/// order analyte, material, method, digestion, laboratory; where that is the same one, the one with more selectors;
/// where these are as many, the later in the file. Each number goes its own way: what the winner does not state, the
/// next one may.
public struct PolicyOverride: Sendable, Hashable {
    public let selectors: PolicySelectors
    /// The keys of ``Policy/fields`` that it states.
    public let stated: [String]
    /// The numbers of the file with those stated here; only these are looked at.
    public let policy: Policy
    /// The line of its `[[override]]`.
    public let line: Int

    public init(_ selectors: PolicySelectors, stated: [String], policy: Policy, line: Int = 0) {
        self.selectors = selectors
        self.stated = stated
        var policy = policy
        policy.overrides = []
        self.policy = policy
        self.line = line
    }

    /// Whether this one wins against another that stands above it in the file.
    public func beats(earlier other: PolicyOverride) -> Bool {
        strength >= other.strength
    }

    /// How specific the most specific selector is, and how many there are; the larger wins.
    var strength: (specific: Int, count: Int) {
        let named = selectors.named
        let place = named.first.flatMap { PolicySelector.allCases.firstIndex(of: $0) }
        return (PolicySelector.allCases.count - (place ?? PolicySelector.allCases.count), named.count)
    }

    func apply(to rules: inout Policy) {
        for field in Policy.fields where stated.contains(field.key) { field.copy(policy, &rules) }
    }
}
