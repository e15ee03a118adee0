extension Policy {
    /// The overrides that fit a subject, as places in ``overrides``, the weakest first.
    public func overridesInForce(for subject: PolicySubject) -> [Int] {
        let fitting = overrides.indices.filter { overrides[$0].selectors.obstacle(for: subject) == nil }
        guard fitting.count > 1 else { return fitting }
        return fitting.map { place in
            let strength = overrides[place].strength
            return (strength.specific, strength.count, place)
        }.sorted(by: <).map(\.2)
    }

    /// The numbers in force for a subject: those of the file, and over them what its overrides state.
    ///
    /// Numbers of a laboratory's own stay in force for everything that is asked for of this laboratory, so that a policy
    /// which was resolved for one may be asked again.
    public func rules(for subject: PolicySubject) -> Policy { rules(of: overridesInForce(for: subject)) }

    /// - Parameter places: from ``overridesInForce(for:)``.
    func rules(of places: [Int]) -> Policy {
        var rules = self
        for place in places { overrides[place].apply(to: &rules) }
        return rules
    }
}
