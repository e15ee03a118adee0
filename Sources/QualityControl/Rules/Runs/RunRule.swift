/// The run rules by the names that a policy calls them; each asks of one point whether its pattern ends there.
///
/// Every comparison is strict and exact: a score on a limit has not crossed it, and one on the expectation is on neither
/// side. A pattern never reaches over an insertion without a score. Western Electric and Nelson share patterns with
/// Westgard; they keep their own names, because those are what people look for in a report.
public enum RunRule: String, Sendable, Hashable, CaseIterable, Codable {
    // Westgard
    case oneBeyond2SD = "1_2s"
    case oneBeyond3SD = "1_3s"
    case twoBeyond2SD = "2_2s"
    case oppositeExtremes = "r_4s"
    case fourBeyond1SD = "4_1s"
    case eightOnOneSide = "8x"
    case tenOnOneSide = "10x"
    case twelveOnOneSide = "12x"
    // Westgard, for three controls in a run
    case twoOfThreeBeyond2SD = "2of3_2s"
    case threeBeyond1SD = "3_1s"
    case nineOnOneSide = "9x"
    // Western Electric
    case westernElectric1 = "we_1"
    case westernElectric2 = "we_2"
    case westernElectric3 = "we_3"
    case westernElectric4 = "we_4"
    // Nelson
    case nelson1 = "nelson_1"
    case nelson2 = "nelson_2"
    case nelson3 = "nelson_3"
    case nelson4 = "nelson_4"
    case nelson5 = "nelson_5"
    case nelson6 = "nelson_6"
    case nelson7 = "nelson_7"
    case nelson8 = "nelson_8"

    /// The pattern that ends at this point of the series, or nil. A pattern that lasts is reported at every point of it.
    public func hit(at index: Int, in series: ScoreSeries) -> RunHit? {
        let pattern = self.pattern
        return pattern.ending(at: index, in: series).map {
            RunHit(rule: self, points: $0.points, side: $0.side)
        }
    }

    /// Whether a pattern begins to be told here: none that shares a point with it, on the same side, ended earlier.
    ///
    /// What follows of a run that people have read of already is not news.
    public func isNew(_ hit: RunHit, in series: ScoreSeries) -> Bool {
        !hit.points.dropLast().contains { point in
            self.hit(at: point, in: series).map { $0.side == hit.side } ?? false
        }
    }

    /// How many points, the judged one with them, must be at hand to say whether the pattern ends here.
    ///
    /// R-4s looks no further back than its certificate.
    public var reach: Int { pattern.reach }

    /// How many points must be at hand to say whether it is new, too.
    public var reachOfNews: Int { 2 * reach - 1 }

    private var pattern: any RunPattern {
        switch self {
        case .oneBeyond2SD: PointBeyond(limit: 2)
        case .oneBeyond3SD, .westernElectric1, .nelson1: PointBeyond(limit: 3)
        case .twoBeyond2SD: MostBeyond(2, of: 2, limit: 2)
        case .oppositeExtremes: OppositeExtremes(limit: 2)
        case .fourBeyond1SD: MostBeyond(4, of: 4, limit: 1)
        case .eightOnOneSide, .westernElectric4: OneSidedRun(length: 8)
        case .tenOnOneSide: OneSidedRun(length: 10)
        case .twelveOnOneSide: OneSidedRun(length: 12)
        case .twoOfThreeBeyond2SD, .westernElectric2, .nelson5: MostBeyond(2, of: 3, limit: 2)
        case .threeBeyond1SD: MostBeyond(3, of: 3, limit: 1)
        case .nineOnOneSide, .nelson2: OneSidedRun(length: 9)
        case .westernElectric3, .nelson6: MostBeyond(4, of: 5, limit: 1)
        case .nelson3: SteadyTrend(length: 6)
        case .nelson4: Alternation(length: 14)
        case .nelson7: Stratification(length: 15, limit: 1)
        case .nelson8: Mixture(length: 8, limit: 1)
        }
    }
}
