import func Glibc.expm1
import func Glibc.log1p

/// How often chance alone flags a batch of a laboratory in control: independent elements, the right SD, normal errors.
///
/// Source: the normal distribution; the consecutive rule by the chain of states "inside, above, below".
public struct ExpectedAlarms: Sendable, Hashable {
    public let elements: Int
    /// Insertions of one material in a batch; each carries all elements.
    public let insertions: Int

    public init(elements: Int, insertions: Int) {
        self.elements = elements
        self.insertions = insertions
    }

    /// P(any result beyond this many SD).
    public func anyBeyond(_ limit: Double) -> Double {
        Self.any(of: elements * insertions, each: NormalDistribution.twoSided(limit))
    }

    /// P(any element with two insertions in a row beyond the limit on the same side), earlier batches left out.
    public func anyTwoInARow(beyond limit: Double) -> Double {
        guard insertions > 0 else { return 0 }
        let side = NormalDistribution.upperTail(limit)
        // Of what has not come to two in a row yet: ended inside, or beyond on one of the two sides.
        var (inside, beyond) = (1 - 2 * side, 2 * side)
        for _ in 1..<max(insertions, 1) {
            (inside, beyond) = ((inside + beyond) * (1 - 2 * side), inside * 2 * side + beyond * side)
        }
        return Self.any(of: elements, each: 1 - inside - beyond)
    }

    /// P(a batch fails) where one beyond `fail` or two in a row beyond `warn` fail it, taken as independent.
    public func failing(beyond fail: Double, twoInARow warn: Double) -> Double {
        1 - (1 - anyBeyond(fail)) * (1 - anyTwoInARow(beyond: warn))
    }

    private static func any(of count: Int, each p: Double) -> Double { -expm1(Double(count) * log1p(-p)) }
}
