public import Geochemistry

/// The first chart: results against the certified value, with the certificate's SD and never the series' own.
public struct MaterialAccuracy: Sendable, Hashable {
    public struct Run: Sendable, Hashable {
        public let rule: RunRule
        /// At how many results the pattern ends, or goes on.
        public let hits: Int
    }

    /// Over the whole period; nil for fewer than two numbers.
    public let bias: Bias?
    /// Over the latest results, as many as the policy says; nil where there are too few for it.
    public let latest: Bias?
    /// Standard scores, in the order of the points; nil where a point or the certificate has no number for one.
    public let scores: [StandardScore?]
    /// Results strictly more than 2 and 3 SD away; nil without an SD.
    public let beyondTwo: Int?
    public let beyondThree: Int?
    /// How many would lie beyond 2 SD by chance alone, if the laboratory scattered as the certificate says: 4.55 %.
    public let expectedBeyondTwo: Double?
    /// Run rules of the policy that were hit, in their order.
    public let runs: [Run]

    /// - Parameters:
    ///   - points: oldest first.
    ///   - rules: which run rules are looked at, and how many results the latest bias takes.
    public init(_ points: [MaterialPoint], certified: ExactDecimal, sd: ExactDecimal?, rules: SeriesRules) {
        let values = points.compactMap { $0.value?.approximate }
        bias = Bias(values, expected: certified.approximate)
        let count = rules.bias?.last ?? SeriesRules.usualLatest
        let minimum = rules.bias?.minimum ?? count / 2
        latest = values.count < minimum ? nil : Bias(values.suffix(count), expected: certified.approximate)

        var series = ScoreSeries()
        var certificate = 0
        for (index, point) in points.enumerated() {
            if index > 0, points[index - 1].batch != point.batch { certificate += 1 }
            let score = point.value.flatMap { value in
                sd.flatMap { sd in
                    (try? value - certified).flatMap { StandardScore(deviation: $0, spread: sd) }
                }
            }
            series.append(score, certificate: certificate)
        }
        scores = series.scores
        let scored = scores.compactMap { $0 }
        let hasScores = sd != nil && !scored.isEmpty
        beyondTwo = hasScores ? scored.count { $0.exceeds(2) } : nil
        beyondThree = hasScores ? scored.count { $0.exceeds(3) } : nil
        expectedBeyondTwo = hasScores ? NormalDistribution.twoSided(2) * Double(scored.count) : nil
        runs = (rules.runs?.all.map(\.rule) ?? []).compactMap { rule in
            let hits = series.scores.indices.count { rule.hit(at: $0, in: series) != nil }
            return hits == 0 ? nil : Run(rule: rule, hits: hits)
        }
    }
}

extension SeriesRules {
    /// The latest results that a bias takes where a policy does not say.
    static let usualLatest = 20
}
