import Geochemistry

/// What stands in a statistic for a result below its detection limit. The precision that comes out depends on it more
/// than on the laboratory (five pairs give a CVavg of 10 or of 40 %), so it is named beside every figure.
///
/// Where both halves are below a limit they are equal, at the smaller of the two limits, by all that substitute
/// something: ESdat treats them so. A result over the range of its method has no substitute; such a pair is left out.
public enum CensoringPolicy: String, Sendable, Hashable, CaseIterable {
    /// Pairs with a censored half are left out.
    case exclude
    case limit
    case halfLimit = "half_limit"
    case limitOverRootTwo = "limit_over_root_two"
    case zero
    /// Pairs with a censored half are left out, and those whose mean is below ten detection limits.
    case tenLimits = "ten_limits"

    /// The pair as it counts; nil where it is left out.
    public func value(of pair: ReportedPair) -> ValuePair? {
        switch (pair.original, pair.duplicate) {
        case (.above, _), (_, .above): return nil
        case (.number(let a), .number(let b)): return takes(a, b, pair.detectionLimit) ? ValuePair(exact: a, b) : nil
        case (.below(let a), .below(let b)): return substitute(min(a, b)).map { ValuePair(exact: $0, $0) }
        case (.number(let a), .below(let b)): return substitute(b).map { ValuePair(exact: a, $0) }
        case (.below(let a), .number(let b)): return substitute(a).map { ValuePair(exact: $0, b) }
        }
    }

    /// A mean below ten detection limits is half a sum below twenty.
    private func takes(_ a: ExactDecimal, _ b: ExactDecimal, _ detectionLimit: ExactDecimal?) -> Bool {
        guard self == .tenLimits, let detectionLimit else { return true }
        guard let sum = try? a + b, let twenty = try? detectionLimit * 20 else { return true }
        return sum >= twenty
    }

    private func substitute(_ limit: ExactDecimal) -> ExactDecimal? {
        switch self {
        case .exclude, .tenLimits: nil
        case .limit: limit
        case .halfLimit: try? limit * ExactDecimal(coefficient: 5, scale: 1)
        // To ten digits; a statistic needs no more.
        case .limitOverRootTwo: try? limit * ExactDecimal(coefficient: 7_071_067_812, scale: 10)
        case .zero: .zero
        }
    }
}
