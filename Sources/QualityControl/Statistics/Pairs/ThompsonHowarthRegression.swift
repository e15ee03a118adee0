/// How the standard deviation of a pair grows with its content: sd = s₀ + k c, by groups of pairs of like content.
///
/// Groups take the root mean square as a rule: medians give consistently lower figures.
///
/// Source: Thompson and Howarth, Journal of Geochemical Exploration 9 (1978) 23; conversions to a standard deviation:
/// Stanley and Lawie (2008), who give 0.70711, 1.48260 and 1.04836.
public struct ThompsonHowarthRegression: Sendable, Hashable {
    /// What of a group stands for its standard deviation.
    public enum Estimator: String, Sendable, Hashable, CaseIterable {
        case rootMeanSquare = "root_mean_square"
        case medianSD = "median_sd"
        case medianDifference = "median_difference"
    }

    /// Pairs of a group, as Thompson and Howarth take them.
    public static let groupSize = 11

    public let groups: Int
    /// s₀, in the unit of the results: what a method scatters near zero.
    public let intercept: Double
    /// k; times 100, the relative standard deviation far above the detection limit.
    public let slope: Double

    /// nil below three groups, which draw no line.
    public init?(_ pairs: [ValuePair], estimator: Estimator = .rootMeanSquare) {
        let ordered = pairs.sorted { ($0.mean, $0.difference) < ($1.mean, $1.difference) }
        let groups = ordered.count / Self.groupSize
        guard groups >= 3 else { return nil }
        var means: [Double] = []
        var deviations: [Double] = []
        for group in 0..<groups {
            // What is left over belongs to the last group.
            let end = group == groups - 1 ? ordered.count : (group + 1) * Self.groupSize
            let members = ordered[group * Self.groupSize..<end]
            means.append(Center.mean(members.map(\.mean)))
            deviations.append(estimator.deviation(of: Array(members)))
        }
        guard let line = LeastSquaresLine(x: means, y: deviations) else { return nil }
        self.groups = groups
        intercept = line.intercept
        slope = line.slope
    }
}

extension ThompsonHowarthRegression.Estimator {
    /// The variance of a difference is twice that of a result.
    static let ofRootMeanSquare = 0.5.squareRoot()
    /// The median of |z| is Φ⁻¹(0.75).
    static let ofMedianSD = 1 / NormalDistribution.quantile(0.75)
    static let ofMedianDifference = ofMedianSD * ofRootMeanSquare

    func deviation(of pairs: [ValuePair]) -> Double {
        switch self {
        case .rootMeanSquare: Center.rootMeanSquare(pairs.map(\.difference)) * Self.ofRootMeanSquare
        case .medianSD: Center.median(pairs.map(\.sd)) * Self.ofMedianSD
        case .medianDifference: Center.median(pairs.map(\.difference.magnitude)) * Self.ofMedianDifference
        }
    }
}
