import Geochemistry

/// Which of the scores of one insertion's support elements are more than the chance of looking at so many.
///
/// Source: Šidák 1967, Benjamini and Hochberg 1995; see ``SidakCorrection`` and ``BenjaminiHochberg``.
public enum SupportFamily {
    /// - Parameter scores: how many SD each element lies from its certified value; all of them, the passing ones too.
    /// - Returns: for each score whether it stands.
    public static func stands(_ scores: [Double], rules: FalseAlarmRules) -> [Bool] {
        let alpha = rules.alpha.approximate
        let p = scores.map(NormalDistribution.twoSided)
        switch rules.support {
        case .eachAlone:
            return p.map { _ in true }
        case .sidak:
            let limit = SidakCorrection.alphaPerTest(familyAlpha: alpha, tests: p.count)
            return p.map { $0 < limit }
        case .benjaminiHochberg:
            return BenjaminiHochberg.rejected(p, rate: alpha)
        }
    }
}
