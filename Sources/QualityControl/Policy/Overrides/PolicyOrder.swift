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
