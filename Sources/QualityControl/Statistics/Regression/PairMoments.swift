/// Means and sums of squares of two variables, about their means.
struct PairMoments {
    let count: Int
    let meanX: Double
    let meanY: Double
    let xx: Double
    let yy: Double
    let xy: Double

    /// nil below two points.
    init?(x: [Double], y: [Double]) {
        guard x.count == y.count, x.count >= 2 else { return nil }
        count = x.count
        let (meanX, meanY) = (Center.mean(x), Center.mean(y))
        self.meanX = meanX
        self.meanY = meanY
        xx = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
        yy = y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
        xy = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    }

    /// Pearson's r; nil where one of the two does not vary.
    var correlation: Double? {
        let spread = (xx * yy).squareRoot()
        return spread > 0 ? max(-1, min(1, xy / spread)) : nil
    }
}
