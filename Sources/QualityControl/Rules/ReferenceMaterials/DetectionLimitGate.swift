import Geochemistry

/// A certified value below ten detection limits is not judged: so near the limit the laboratory's own scatter is
/// larger than the material's.
///
/// Source: practice of the d-benz QA/QC scripts (mu >= 10 DL); USGS asks for recoveries at 5 limits and above.
enum DetectionLimitGate {
    /// - Parameter detectionLimit: in the reported unit; nil where nothing states one, and nothing is gated.
    static func holdsBack(
        _ expectation: CertifiedExpectation,
        detectionLimit: ExactDecimal?,
        rules: CRMRules
    ) throws(ArithmeticOverflow) -> Bool {
        guard let detectionLimit else { return false }
        return try expectation.center < detectionLimit * rules.detectionLimitGate * expectation.denominator
    }
}
