public import Geochemistry

/// Two results as they were reported, in one unit: numbers, or what lies below or above a limit.
public struct ReportedPair: Sendable, Hashable {
    public var original: PairDifference.Half
    public var duplicate: PairDifference.Half
    /// In the unit of the pair; nil where nothing states one.
    public var detectionLimit: ExactDecimal?

    public init(
        _ original: PairDifference.Half,
        _ duplicate: PairDifference.Half,
        detectionLimit: ExactDecimal? = nil
    ) {
        self.original = original
        self.duplicate = duplicate
        self.detectionLimit = detectionLimit
    }

    /// One of the two lies below a limit, and none over a range.
    public var isCensored: Bool { !isOverRange && (original.isBelow || duplicate.isBelow) }

    /// One of the two lies over the range of its method: nobody knows how far.
    public var isOverRange: Bool { original.isAbove || duplicate.isAbove }
}

extension PairDifference.Half {
    var isBelow: Bool { if case .below = self { true } else { false } }
    var isAbove: Bool { if case .above = self { true } else { false } }
}
