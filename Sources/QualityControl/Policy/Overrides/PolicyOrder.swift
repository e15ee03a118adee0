import Geochemistry

/// Two numbers of a policy of which the first may not be above the second: a result would fail without a warning.
///
/// In a file without overrides the reader sees to it. Two overrides that are sound alone can break it together.
public struct PolicyOrder: Sendable {
    public let low: String
    public let high: String
    private let isBroken: @Sendable (Policy) -> Bool

    private init(
        _ section: String,
        _ low: String,
        _ high: String,
        _ lower: any KeyPath<Policy, ExactDecimal> & Sendable,
        _ upper: any KeyPath<Policy, ExactDecimal> & Sendable
    ) {
        self.low = "\(section).\(low)"
        self.high = "\(section).\(high)"
        isBroken = { $0[keyPath: lower] > $0[keyPath: upper] }
    }

    /// Two numbers of a section that a policy may be without.
    private init<Section, Number: Comparable>(
        _ section: String,
        _ low: String,
        _ high: String,
        in path: any KeyPath<Policy, Section?> & Sendable,
        _ lower: any KeyPath<Section, Number> & Sendable,
        _ upper: any KeyPath<Section, Number> & Sendable
    ) {
        self.low = "\(section).\(low)"
        self.high = "\(section).\(high)"
        isBroken = { policy in policy[keyPath: path].map { $0[keyPath: lower] > $0[keyPath: upper] } ?? false }
    }

    public static let all = [
        PolicyOrder("crm", "warn_sd", "fail_sd", \.crm.warnSD, \.crm.failSD),
        PolicyOrder("crm", "warn_percent", "fail_percent", \.crm.warnPercent, \.crm.failPercent),
        PolicyOrder(
            "blank",
            "warn_detection_limits",
            "fail_detection_limits",
            \.blank.warnDetectionLimits,
            \.blank.failDetectionLimits
        ),
        PolicyOrder("laboratory.crm", "warn_sd", "fail_sd", \.laboratory.crm.warnSD, \.laboratory.crm.failSD),
        PolicyOrder(
            "laboratory.crm",
            "warn_percent",
            "fail_percent",
            \.laboratory.crm.warnPercent,
            \.laboratory.crm.failPercent
        ),
        PolicyOrder(
            "laboratory.blank",
            "warn_detection_limits",
            "fail_detection_limits",
            \.laboratory.blank.warnDetectionLimits,
            \.laboratory.blank.failDetectionLimits
        ),
        PolicyOrder(
            "blank.pulp",
            "warn_detection_limits",
            "fail_detection_limits",
            in: \.blank.pulp,
            \.warn,
            \.fail
        ),
        PolicyOrder("series.bias", "minimum", "last", in: \.series.bias, \.minimum, \.last),
        PolicyOrder("series.bias", "show_percent", "warn_percent", in: \.series.bias, \.showPercent, \.warnPercent),
        PolicyOrder("series.bias", "warn_percent", "fail_percent", in: \.series.bias, \.warnPercent, \.failPercent),
        PolicyOrder(
            "laboratory.recovery",
            "low_percent",
            "high_percent",
            in: \.laboratory.recovery,
            \.lowest,
            \.highest
        ),
    ]

    /// The first order that breaks where two overrides of a policy, of which each is sound alone, are in force together.
    public static func broken(by earlier: PolicyOverride, and later: PolicyOverride, in policy: Policy) -> PolicyOrder?
    {
        // Where one states neither number, the other was found sound without it.
        let orders = all.filter { order in
            (earlier.stated.contains(order.low) && later.stated.contains(order.high))
                || (earlier.stated.contains(order.high) && later.stated.contains(order.low))
        }
        guard !orders.isEmpty, earlier.selectors.overlaps(later.selectors) else { return nil }
        var rules = policy
        let laterWins = later.beats(earlier: earlier)
        (laterWins ? earlier : later).apply(to: &rules)
        (laterWins ? later : earlier).apply(to: &rules)
        return orders.first { $0.isBroken(rules) }
    }
}
