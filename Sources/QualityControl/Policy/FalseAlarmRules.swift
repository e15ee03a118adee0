public import Geochemistry

/// How a verdict tells what chance does from what the laboratory did, where many elements are judged at once.
public struct FalseAlarmRules: Sendable, Hashable {
    /// How lone warnings of the support elements of one insertion are judged.
    public enum Family: String, Sendable, Hashable, CaseIterable {
        /// Each by itself, as if it were the only one.
        case eachAlone = "none"
        case sidak
        case benjaminiHochberg = "benjamini_hochberg"
    }

    public var support: Family
    /// How often a family of an insertion in control may still warn.
    public var alpha: ExactDecimal
    /// So rarely chance must put so many results of a batch beyond 2 or 3 SD, that the batch warns.
    public var improbable: ExactDecimal

    public init(support: Family, alpha: ExactDecimal, improbable: ExactDecimal) {
        self.support = support
        self.alpha = alpha
        self.improbable = improbable
    }
}
