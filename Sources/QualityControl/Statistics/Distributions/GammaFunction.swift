import func Glibc.log

/// The logarithm of the gamma function.
///
/// The C library's own writes the sign into a global; this one is a function.
enum GammaFunction {
    /// ln Γ(x) for x > 0, to about 15 digits; not a number elsewhere.
    ///
    /// Source: Stirling's series, Abramowitz and Stegun 6.1.41, after recurrence 6.1.15 has moved x beyond 10.
    static func logarithm(_ x: Double) -> Double {
        guard x > 0 else { return .nan }
        var x = x
        var product = 1.0
        while x < 10 {
            product *= x
            x += 1
        }
        let square = 1 / (x * x)
        // B₂ₙ / 2n (2n − 1), the highest power first.
        let series = [-691 / 360_360.0, 1 / 1188.0, -1 / 1680.0, 1 / 1260.0, -1 / 360.0, 1 / 12.0]
        let correction = series.reduce(0) { $0 * square + $1 } / x
        return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + correction - log(product)
    }
}
