/// Centre and spread that single wild points do not move: the median, and 1.4826 times the median absolute deviation.
///
/// The factor makes the spread that of the SD where points are normal. Source: Rousseeuw and Croux, Journal of the
/// American Statistical Association 88 (1993) 1273; Reimann et al., Statistical Data Analysis Explained (2008), 4.1.
public struct RobustSummary: Sendable, Hashable {
    public let count: Int
    public let median: Double
    public let spread: Double

    /// - Returns: nil where there are no values.
    public init?(_ values: [Double]) {
        guard let median = Self.median(values),
            let deviation = Self.median(values.map { ($0 - median).magnitude })
        else { return nil }
        count = values.count
        self.median = median
        spread = 1.4826 * deviation
    }

    /// The middle value, or the mean of the two in the middle; nil where there are none.
    public static func median(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
        guard sorted.count.isMultiple(of: 2), let lower = sorted.prefix(sorted.count / 2).last else { return upper }
        return lower + (upper - lower) / 2
    }
}
