public import Geochemistry

/// Everything that is said of one set of check assays against the first laboratory.
///
/// Outliers, which are swapped samples and slips as a rule, lie beyond a wide hyperbola and are taken out before the
/// axis is drawn; where they are more than one in ten they are no outliers but what the two laboratories differ by, and
/// stay.
///
/// Source: Scott Long (1998), and Simon for the hyperbola.
public struct CheckSummary: Sendable, Hashable {
    /// The pairs that count before outliers are taken out, and by which policy on censored results.
    public let counted: CensoredPairs
    /// Pairs beyond the hyperbola.
    public let outliers: Int
    /// They are too many to be outliers, and are counted.
    public let outliersAreKept: Bool
    /// Of all pairs, within the policy's limit.
    public let share: LimitShare
    /// What follows is of the pairs that are left.
    public let used: [ValuePair]
    public let precision: PairPrecision?
    public let axis: ReducedMajorAxis?
    public let bias: PairBias
    public let classes: [GradeClass]
    /// Of all that count, for comparison.
    public let axisWithOutliers: ReducedMajorAxis?

    /// In a hundred pairs, so many may be outliers.
    static let mostOutliersPercent = 10

    /// - Parameters:
    ///   - outlierPercent: the relative error of the hyperbola.
    ///   - outlierDetectionLimits: its b.
    public init(
        _ pairs: [LimitedPair],
        policy: CensoringPolicy,
        outlierPercent: ExactDecimal,
        outlierDetectionLimits: ExactDecimal
    ) {
        let reported = pairs.map(\.pair)
        counted = CensoredPairs(reported, policy: policy)
        share = LimitShare(pairs)
        var inside: [ValuePair] = []
        for pair in reported {
            guard let value = policy.value(of: pair) else { continue }
            if !Self.isOutlier(pair, outlierPercent, outlierDetectionLimits) { inside.append(value) }
        }
        outliers = counted.pairs.count - inside.count
        outliersAreKept = outliers * 100 > Self.mostOutliersPercent * counted.pairs.count
        used = outliersAreKept ? counted.pairs : inside
        precision = PairPrecision(used)
        axis = ReducedMajorAxis(used)
        bias = PairBias(used)
        classes = GradeClass.classes(of: used)
        axisWithOutliers = ReducedMajorAxis(counted.pairs)
    }

    /// A censored half may lie anywhere below its limit, so it is none.
    private static func isOutlier(
        _ pair: ReportedPair,
        _ percent: ExactDecimal,
        _ detectionLimits: ExactDecimal
    ) -> Bool {
        guard case .number(let a) = pair.original, case .number(let b) = pair.duplicate,
            let floor = try? (pair.detectionLimit ?? .zero) * detectionLimits
        else { return false }
        return (try? HyperbolicLimit(percent: percent, floor: floor).isExceeded(by: a, b)) ?? false
    }
}
