public import Geochemistry

/// What a certificate of a reference material lets one expect in a column, in exact terms.
///
/// certified × numerator / denominator need not have an end (240/7), so nothing is divided before a verdict: a
/// result x deviates by x × denominator − certified × numerator, and that is compared with k × SD × numerator.
public struct CertifiedExpectation: Sendable, Hashable {
    /// certified × numerator.
    public let center: ExactDecimal
    /// SD × numerator; nil where the certificate states none.
    public let spread: ExactDecimal?
    public let denominator: ExactDecimal
    /// The expected value in the reported analyte and unit; see ``ExactDecimal``'s rounding for display.
    public let value: ExactDecimal?
    /// One SD in the reported analyte and unit.
    public let sd: ExactDecimal?
    /// How it was converted; empty where nothing was.
    public let conversion: String
    public let kind: CertifiedValue.Kind

    public init(_ match: MaterialLibrary.Match) throws(ArithmeticOverflow) {
        let certified = match.certified
        let ratio = match.conversion.ratio
        center = try certified.value * ratio.numerator
        if let sd = certified.sd { spread = try sd * ratio.numerator } else { spread = nil }
        denominator = ratio.denominator
        conversion = match.conversion.name
        kind = certified.kind
        // Without a conversion the certificate's own digits are shown.
        let converted = ratio != .one
        value = converted ? center.shown(over: denominator) : certified.value
        sd = converted ? spread?.shown(over: denominator) : certified.sd
    }

    /// A certified value that the laboratory prints beside its measurement, in the column's own unit.
    public init(printed: ExactDecimal) {
        center = printed
        spread = nil
        denominator = 1
        value = printed
        sd = nil
        conversion = ""
        kind = .certified
    }

    /// (x − expected) × denominator.
    public func deviation(of x: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal {
        try x * denominator - center
    }

    /// (x − expected) / SD, from the exact terms.
    public func z(ofDeviation deviation: ExactDecimal) -> Double? {
        spread.flatMap { deviation.approximateRatio(to: $0) }
    }

    /// 100 (x / expected − 1).
    public func biasPercent(ofDeviation deviation: ExactDecimal) -> Double? {
        deviation.percent(of: center)
    }
}
