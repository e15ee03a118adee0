/// The exponentially weighted moving average: old points fade, a lasting change adds up.
///
/// E = λ x + (1 − λ) E; the limits are start ± L s √(λ/(2 − λ) (1 − (1 − λ)²ᵗ)), exact for the t-th point.
/// Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4; Montgomery, Introduction to Statistical Quality
/// Control, 9.2.
public struct EWMA: Sendable, Hashable {
    public let lambda: Double
    /// L, in SD of the average.
    public let width: Double
    public let start: Double
    public let sd: Double
    /// E after the latest point.
    public private(set) var average: Double
    public private(set) var count = 0
    /// (1 − λ)²ᵗ.
    private var faded = 1.0

    /// On scores the start is 0 and the SD 1.
    /// - Parameter lambda: the weight of the latest point, above 0 and up to 1.
    public init(lambda: Double, width: Double, start: Double = 0, sd: Double = 1) {
        self.lambda = lambda
        self.width = width
        self.start = start
        self.sd = sd
        average = start
    }

    /// Takes one more point.
    /// - Returns: the side on which the average exceeds its limit.
    @discardableResult public mutating func add(_ x: Double) -> Side? {
        average = lambda * x + (1 - lambda) * average
        faded *= (1 - lambda) * (1 - lambda)
        count += 1
        return signal
    }

    /// How far from the start the average may lie after this many points; nothing before the first.
    public var reach: Double { width * sd * (lambda / (2 - lambda) * (1 - faded)).squareRoot() }

    /// The reach after very many points.
    public var steadyReach: Double { width * sd * (lambda / (2 - lambda)).squareRoot() }

    /// An average on the limit has not crossed it.
    public var signal: Side? {
        guard count > 0, (average - start).magnitude > reach * (1 + 1e-9) else { return nil }
        return average > start ? .above : .below
    }
}
