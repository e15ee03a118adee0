import func Glibc.expm1
import func Glibc.log1p

/// Šidák's correction: how rare one of many tests must be, so that the whole family cries wolf no more often than one.
///
/// Exact for independent tests; elements of one insertion go together a little, which makes it careful.
/// Source: Šidák, Journal of the American Statistical Association 62 (1967) 626.
public enum SidakCorrection {
    /// 1 − (1 − α)^(1/m), without losing its digits.
    /// - Returns: α itself for a family of one or none.
    public static func alphaPerTest(familyAlpha: Double, tests: Int) -> Double {
        tests > 1 ? -expm1(log1p(-familyAlpha) / Double(tests)) : familyAlpha
    }

    /// How many SD a score must lie away, on either side, to count in a family of this size.
    public static func threshold(familyAlpha: Double, tests: Int) -> Double {
        -NormalDistribution.quantile(alphaPerTest(familyAlpha: familyAlpha, tests: tests) / 2)
    }
}
