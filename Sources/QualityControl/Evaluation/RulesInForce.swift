import Geochemistry

/// The numbers in force for the results of one material, column by column, resolved once and asked for every cell.
struct RulesInForce {
    /// Of the judged columns, in their order.
    let tiers: [Tier]
    /// Each set of numbers once; columns that no override tells apart share theirs.
    private let policies: [Policy]
    private let places: [Int]

    /// - Parameter material: nil for results that have none: pairs of duplicates.
    init(_ policy: Policy, laboratory: String, material: MaterialName?, columns: [JudgedColumn]) {
        guard !policy.overrides.isEmpty else {
            policies = [policy]
            places = [Int](repeating: 0, count: columns.count)
            tiers = columns.map(\.tier)
            return
        }
        var policies: [Policy] = []
        var known: [[Int]: Int] = [:]
        var places: [Int] = []
        var tiers: [Tier] = []
        for column in columns {
            let subject = PolicySubject(
                laboratory: laboratory,
                method: column.method,
                digestion: column.digestion,
                material: material,
                element: column.element
            )
            let overrides = policy.overridesInForce(for: subject)
            let place = known[overrides] ?? policies.count
            if place == policies.count {
                policies.append(policy.rules(of: overrides))
                known[overrides] = place
            }
            places.append(place)
            tiers.append(policies[place].tiers.tier(of: column.element, after: column.digestion))
        }
        self.policies = policies
        self.places = places
        self.tiers = tiers
    }

    /// - Parameter place: of the column among the judged ones.
    subscript(_ place: Int) -> Policy { policies[places[place]] }

    func crm(of origin: QCOrigin, at place: Int) -> CRMRules {
        origin == .client ? policies[places[place]].crm : policies[places[place]].laboratory.crm
    }

    func blank(of origin: QCOrigin, at place: Int) -> BlankRules {
        origin == .client ? policies[places[place]].blank : policies[places[place]].laboratory.blank
    }
}
