public import Geochemistry

/// Whether two laboratories' digestions bring the same part of an element into solution, so that their results may be held
/// against each other.
///
/// The same class is comparable, and so are the total decompositions: fusions, and X-rays of fused beads. A partial
/// digestion is comparable with its own class only: the difference between four acids and aqua regia tells of minerals,
/// not of laboratories. Nothing is comparable with a digestion that nobody knows.
public enum ComparableDigestion {
    static let total: Set<DigestionClass> = [.borateFusion, .peroxideFusion, .xrfFusion]

    public static func compares(_ first: DigestionClass, _ second: DigestionClass) -> Bool {
        if first == .unknown || first == .none { return false }
        return first == second || (total.contains(first) && total.contains(second))
    }
}
