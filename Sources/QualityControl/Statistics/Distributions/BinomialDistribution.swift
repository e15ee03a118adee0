import func Glibc.exp
import func Glibc.log
import func Glibc.log1p

/// The binomial distribution: how many of n results chance puts beyond a limit.
///
/// Source: Abramowitz and Stegun 26.5.24, by the incomplete beta function.
public enum BinomialDistribution {
    /// P(X ≥ count) among `total` independent trials of this probability.
    public static func upperTail(atLeast count: Int, of total: Int, probability: Double) -> Double {
        guard probability >= 0, probability <= 1, total >= 0 else { return .nan }
        guard count > 0 else { return 1 }
        guard count <= total else { return 0 }
        return IncompleteBeta.regularised(
            probability,
            complement: 1 - probability,
            Double(count),
            Double(total - count + 1)
        )
    }

    /// P(X ≤ count).
    public static func lowerTail(atMost count: Int, of total: Int, probability: Double) -> Double {
        upperTail(atLeast: total - count, of: total, probability: 1 - probability)
    }

    /// P(X = count).
    public static func probability(of count: Int, of total: Int, probability: Double) -> Double {
        guard probability >= 0, probability <= 1, total >= 0 else { return .nan }
        guard count >= 0, count <= total else { return 0 }
        guard probability > 0, probability < 1 else { return count == (probability == 0 ? 0 : total) ? 1 : 0 }
        let (k, n) = (Double(count), Double(total))
        let ways =
            GammaFunction.logarithm(n + 1) - GammaFunction.logarithm(k + 1) - GammaFunction.logarithm(n - k + 1)
        return exp(ways + k * log(probability) + (n - k) * log1p(-probability))
    }
}
