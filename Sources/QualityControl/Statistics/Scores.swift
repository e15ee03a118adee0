/// Scores of proficiency testing, for charts and reports; verdicts compare exact decimals instead.
///
/// Source: ISO 13528; Accreditation and Quality Assurance 10 (2005), doi 10.1007/s00769-005-0021-8.
public enum Scores {
    /// (x − X) / SD; satisfactory up to 2, questionable up to 3. nil where the SD is not positive.
    public static func z(_ x: Double, assigned: Double, sd: Double) -> Double? {
        sd > 0 ? (x - assigned) / sd : nil
    }

    /// (x − X) / √(U² + U²) with EXPANDED uncertainties (k = 2); satisfactory up to 1.
    public static func en(
        _ x: Double,
        assigned: Double,
        expandedLaboratory: Double,
        expandedReference: Double
    ) -> Double? {
        combined(x - assigned, expandedLaboratory, expandedReference)
    }

    /// (x − X) / √(u² + u²) with STANDARD uncertainties; read like z.
    public static func zeta(
        _ x: Double,
        assigned: Double,
        standardLaboratory: Double,
        standardReference: Double
    ) -> Double? {
        combined(x - assigned, standardLaboratory, standardReference)
    }

    /// 100 (x / X − 1).
    public static func biasPercent(_ x: Double, assigned: Double) -> Double? {
        assigned == 0 ? nil : 100 * (x - assigned) / assigned
    }

    private static func combined(_ difference: Double, _ a: Double, _ b: Double) -> Double? {
        let uncertainty = (a * a + b * b).squareRoot()
        return uncertainty > 0 ? difference / uncertainty : nil
    }
}
