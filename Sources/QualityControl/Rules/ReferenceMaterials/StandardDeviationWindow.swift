import Geochemistry

/// Westgard 1-2s and 1-3s: beyond 2 SD of the certified value warns, beyond 3 SD fails.
///
/// Source: OREAS, "Quick QC guide to monitoring labs with SD intervals"; Westgard multirules (1-2s as a warning,
/// 1-3s as a rejection). The wording everywhere is "exceeds", so a result exactly on a limit passes.
enum StandardDeviationWindow {
    static func tolerances(
        around expectation: CertifiedExpectation,
        spread: ExactDecimal,
        rules: CRMRules
    ) throws(ArithmeticOverflow) -> (warn: Tolerance, fail: Tolerance) {
        (
            try Tolerance(around: expectation, reach: spread * rules.warnSD),
            try Tolerance(around: expectation, reach: spread * rules.failSD)
        )
    }
}
