public import Geochemistry

extension TierRules {
    /// How much an element decides after a digestion.
    ///
    /// An override that names the element has the word. Otherwise a digestion that does not dissolve the element makes it information, whatever else it is. Where a policy names
    /// an element under both decision and information, it decides: a contradiction must not hide a failure.
    public func tier(of element: Analyte, after digestion: DigestionClass) -> Tier {
        if let stated, stated.namesAnalyte { return stated.tier }
        if unsuitable[digestion]?.contains(element) == true { return .information }
        if let stated { return stated.tier }
        if decision.contains(element) { return .decision }
        return information.contains(element) ? .information : .support
    }
}
