public import Geochemistry

/// How many SD a result lies from its expectation, so that comparing it with a limit is exact.
///
/// The quotient is cut off at nine decimals, and the last bit says whether digits were lost: `2.0000000001` lies between
/// `2` and every larger limit of up to nine decimals, as it must. Rescaling both terms changes nothing, which a `Double`
/// cannot promise.
public struct StandardScore: Sendable, Hashable {
    /// Twice the whole steps of 10⁻⁹ SD, and one more where the quotient lies beyond the step; negative below.
    public let steps: Int64

    /// Steps in one SD.
    static let unit: Int64 = 2_000_000_000

    public init(steps: Int64) { self.steps = steps }

    /// - Returns: nil where the spread is not positive, or the quotient has more than nine digits before its point.
    public init?(deviation: ExactDecimal, spread: ExactDecimal) {
        guard spread > 0, let (a, b, _) = try? ExactDecimal.aligned(deviation, spread) else { return nil }
        let (scaled, overflow) = a.magnitude.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return nil }
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: b.magnitude)
        guard let whole = Int64(exactly: quotient), whole < 1_000_000_000 * 1_000_000_000 else { return nil }
        let magnitude = 2 * whole + (remainder == 0 ? 0 : 1)
        steps = a < 0 ? -magnitude : magnitude
    }

    /// Strictly more than `limit` SD away, on either side.
    public func exceeds(_ limit: ExactDecimal) -> Bool {
        let whole = ExactDecimal(coefficient: Int128(steps.magnitude / 2), scale: 9)
        return whole > limit || (whole == limit && steps.magnitude % 2 == 1)
    }

    /// Strictly more than this many whole SD away, on either side.
    public func exceeds(_ limit: Int) -> Bool { steps.magnitude > UInt64(Self.unit) * UInt64(limit) }

    /// Nil exactly on the expectation.
    public var side: Side? { steps == 0 ? nil : steps > 0 ? .above : .below }

    /// For charts and statistics.
    public var value: Double { Double(steps / 2) / 1e9 }
}

extension StandardScore: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.steps < right.steps }
}
