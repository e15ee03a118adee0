/// The middle of some numbers, which must not be none.
enum Center {
    static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    static func rootMeanSquare(_ values: [Double]) -> Double {
        (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
    }

    static func median(_ values: [Double]) -> Double { RobustSummary.median(values) ?? .nan }
}
