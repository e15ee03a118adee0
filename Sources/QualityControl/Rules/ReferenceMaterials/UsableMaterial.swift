import Geochemistry

/// A certified value whose SD is more than 15 % of it says too little to judge anybody by.
///
/// Source: Bear Lodge (RSD below 5 % good, 5 to 15 % provisional, above 15 % not used for judging).
enum UsableMaterial {
    /// A value that is not positive has no relative SD and no percent window, so it is not usable either.
    static func isUsable(_ expectation: CertifiedExpectation, rules: CRMRules) throws(ArithmeticOverflow) -> Bool {
        guard expectation.center > 0 else { return false }
        guard let spread = expectation.spread else { return true }
        guard spread > 0 else { return false }
        return try spread <= expectation.center.percentage(rules.unusableRSDPercent)
    }
}
