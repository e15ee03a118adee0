import Geochemistry

extension TierRules {
    /// How much an element decides after a digestion.
    ///
    /// A digestion that does not dissolve the element makes it information, whatever else it is. Where a policy names
    /// an element under both decision and information, it decides: a contradiction must not hide a failure.
    func tier(of element: Analyte, after digestion: DigestionClass) -> Tier {
        if unsuitable[digestion]?.contains(element) == true { return .information }
        if decision.contains(element) { return .decision }
        return information.contains(element) ? .information : .support
    }
}
