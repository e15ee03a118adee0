import func Glibc.exp
import func Glibc.log

/// The regularised incomplete beta function, from which the t, F and binomial distributions follow.
enum IncompleteBeta {
    /// Iₓ(a, b) for a, b > 0, to about 12 digits.
    ///
    /// Source: the continued fraction DLMF 8.17.22, evaluated as Lentz did (Press et al., Numerical Recipes, 6.4).
    /// - Parameter complement: 1 − x, which the caller may know more exactly than the subtraction would say.
    static func regularised(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
        guard a > 0, b > 0, x >= 0, complement >= 0 else { return .nan }
        guard x > 0 else { return 0 }
        guard complement > 0 else { return 1 }
        // The fraction converges fast on one side of the mean only; on the other, the tails change places.
        if x > (a + 1) / (a + b + 2) { return 1 - front(complement, x, b, a) / b * fraction(complement, b, a) }
        return front(x, complement, a, b) / a * fraction(x, a, b)
    }

    /// xᵃ (1 − x)ᵇ / B(a, b).
    private static func front(_ x: Double, _ complement: Double, _ a: Double, _ b: Double) -> Double {
        let gammas = GammaFunction.logarithm(a + b) - GammaFunction.logarithm(a) - GammaFunction.logarithm(b)
        return exp(gammas + a * log(x) + b * log(complement))
    }

    private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        // Lentz's guard against a division by zero.
        func apart(_ value: Double) -> Double { value.magnitude < 1e-300 ? 1e-300 : value }
        var c = 1.0
        var d = 1 / apart(1 - (a + b) * x / (a + 1))
        var result = d
        // About √max(a, b) rounds are needed; the bound is for what no sample size reaches.
        for round in 1...100_000 {
            let m = Double(round)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / apart(1 + even * d)
            c = apart(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / apart(1 + odd * d)
            c = apart(1 + odd / c)
            result *= d * c
            if (d * c - 1).magnitude < 1e-15 { break }
        }
        return result
    }
}
