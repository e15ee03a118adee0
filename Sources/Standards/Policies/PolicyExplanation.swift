import Geochemistry
public import QualityControl

/// The numbers of a policy that are in force for a subject, each with the line that it comes from and those that it
/// beat.
public struct PolicyExplanation: Sendable {
    public struct Number: Sendable, Hashable {
        /// The line that counts.
        public let figure: PolicyFigure
        /// What would count without it, the strongest first.
        public let beaten: [PolicyFigure]
    }

    /// How much the analyte decides, and the line that says so.
    public struct TierInForce: Sendable, Hashable {
        public let tier: Tier
        /// nil where no list names the analyte, so that it is support.
        public let figure: PolicyFigure?
    }

    public struct Unused: Sendable, Hashable {
        /// The place in ``Policy/overrides``.
        public let override: Int
        /// The selector that does not fit.
        public let obstacle: PolicySelector
    }

    /// In the order of the file; without the lists of the tiers where ``tier`` answers for them.
    public let numbers: [Number]
    /// nil where no analyte was asked for.
    public let tier: TierInForce?
    /// Overrides that do not fit the subject, in the order of the file.
    public let unused: [Unused]

    public init(_ loaded: LoadedPolicy, for subject: PolicySubject) {
        let policy = loaded.policy
        let inForce = policy.overridesInForce(for: subject)
        unused = policy.overrides.indices.compactMap { place in
            policy.overrides[place].selectors.obstacle(for: subject).map { Unused(override: place, obstacle: $0) }
        }
        tier = Self.tier(in: loaded, for: subject, inForce: inForce)
        let hasTier = tier != nil
        var keys: [String] = []
        var seen: Set<String> = []
        for figure in loaded.figures where figure.key != "projects" && !(hasTier && figure.key.hasPrefix("tiers.")) {
            if seen.insert(figure.key).inserted { keys.append(figure.key) }
        }
        let byKey = Dictionary(grouping: loaded.figures, by: \.key)
        numbers = keys.compactMap { key in
            Self.number(key, of: byKey[key] ?? [], overrides: policy.overrides, inForce: inForce)
        }
    }

    /// - Returns: nil for a number that stands in overrides only, of which none is in force.
    private static func number(
        _ key: String,
        of figures: [PolicyFigure],
        overrides: [PolicyOverride],
        inForce: [Int]
    ) -> Number? {
        let field = Policy.field(of: key)?.key ?? key
        var standing = figures.filter { $0.override == nil }
        for place in inForce {
            if let figure = figures.first(where: { $0.override == place }) {
                standing.append(figure)
            } else if overrides[place].stated.contains(field) {
                // It states another part of the same table, and takes the whole of it: only the file's own parts stay.
                standing.removeAll { $0.override != nil }
            }
        }
        guard let winner = standing.popLast() else { return nil }
        return Number(figure: winner, beaten: standing.reversed())
    }

    private static func tier(
        in loaded: LoadedPolicy,
        for subject: PolicySubject,
        inForce: [Int]
    ) -> TierInForce? {
        guard let element = subject.element else { return nil }
        let digestion = subject.digestion ?? .unknown
        let rules = loaded.policy.rules(for: subject).tiers
        let tier = rules.tier(of: element, after: digestion)
        func base(_ key: String) -> PolicyFigure? {
            loaded.figures.first { $0.key == key && $0.override == nil }
        }
        let isUnsuitable = rules.unsuitable[digestion]?.contains(element) == true
        if let stated = rules.stated, stated.namesAnalyte || !isUnsuitable {
            let place = inForce.last { loaded.policy.overrides[$0].stated.contains("tiers.tier") }
            let figure = loaded.figures.first { $0.key == "tiers.tier" && $0.override == place }
            return TierInForce(tier: tier, figure: figure)
        }
        if isUnsuitable { return TierInForce(tier: tier, figure: base("tiers.unsuitable.\(digestion.rawValue)")) }
        if rules.decision.contains(element) { return TierInForce(tier: tier, figure: base("tiers.decision")) }
        return TierInForce(
            tier: tier,
            figure: rules.information.contains(element) ? base("tiers.information") : nil
        )
    }
}
