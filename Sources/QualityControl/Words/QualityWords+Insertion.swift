import Geochemistry

extension QualityWords {
    static func kind(_ kind: QCKind) -> String {
        switch kind {
        case .crm: "reference material"
        case .blank: "blank"
        case .duplicate: "duplicate"
        }
    }

    /// `1 blank among 120 samples is 0.8 %; the policy 'default' asks for 3 %, which is at least 3 in so many`.
    static func insertionRate(_ rate: InsertionRate, policy: String) -> String {
        let kind = rate.inserted == 1 ? kind(rate.kind) : kind(rate.kind) + "s"
        let reached = rate.reached.map { " is \($0) %" } ?? ""
        return "\(rate.inserted == 0 ? "no" : "\(rate.inserted)") \(kind) among \(rate.samples) samples\(reached); "
            + "the policy '\(policy)' asks for \(rate.percent) %, which is at least \(rate.demanded) in so many"
    }

    static func gradeCoverage(_ gaps: [GradeCoverage.Gap], factor: ExactDecimal) -> String {
        "many samples lie at grades that no reference material of the batch controls: "
            + list(gaps.map { gap($0, factor: factor) }) + ". Insert a material of their grade"
    }

    private static func gap(_ gap: GradeCoverage.Gap, factor: ExactDecimal) -> String {
        let what = determination(gap.column)
        let highest = certified(gap.highest, gap.column)
        guard let grade = gap.significantGrade else {
            return "\(what) (\(gap.samples) of \(gap.asking) above \(factor) times the highest certified value, "
                + "\(highest))"
        }
        let lowest = certified(gap.lowest, gap.column)
        let values = gap.lowest.material == gap.highest.material ? highest : "\(lowest) to \(highest)"
        let samples = "\(gap.samples) of the \(gap.asking) from \(grade.value) \(grade.unit)"
        return "\(what) (\(samples) are farther than a factor of \(factor) from every certified value, \(values))"
    }

    private static func certified(_ anchor: GradeCoverage.Anchor, _ column: JudgedColumn) -> String {
        "\(amount(anchor.expectation.value?.rounded(toScale: 4), column)) of \(anchor.material.printed)"
    }
}
