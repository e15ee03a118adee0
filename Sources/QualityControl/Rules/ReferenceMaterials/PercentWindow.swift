import Geochemistry

/// A window in percent of the certified value, where a certificate states no SD.
///
/// Source: such windows (commonly 5 % or 10 %) are drawn beside 2 SD and 3 SD on the control charts of the Bear Lodge
/// rare-earth project, where a recovery of 90 to 110 % is accepted.
enum PercentWindow {
    static func tolerances(
        around expectation: CertifiedExpectation,
        rules: CRMRules
    ) throws(ArithmeticOverflow) -> (warn: Tolerance, fail: Tolerance) {
        (
            try Tolerance(around: expectation, reach: expectation.center.percentage(rules.warnPercent)),
            try Tolerance(around: expectation, reach: expectation.center.percentage(rules.failPercent))
        )
    }
}
