/// The verdict on a batch from its results and findings.
///
/// It fails where a decision result of the client fails. It waits for a person where something that must be checked
/// could not be. The laboratory's own QC counts as far as the policy lets it, and never stands in for the client's.
enum BatchOutcome {
    /// - Parameters:
    ///   - results: of QC results and of composites.
    ///   - blocking: findings without whose settlement nothing can be released.
    ///   - findings: all findings on the batch.
    static func of(
        results: [(origin: QCOrigin, outcome: Outcome)],
        blocking: [Finding],
        findings: [Finding],
        laboratory: LaboratoryRules
    ) -> Outcome {
        var worst = Outcome.pass
        for finding in blocking { worst = worse(worst, finding.outcome) }
        // Could-not-check is not a pass, though it need not hold back what everything else supports.
        for finding in findings where finding.origin == .client && finding.outcome != .pass {
            worst = worse(worst, .warn)
        }
        for result in results {
            switch (result.origin, result.outcome) {
            case (_, .pass), (_, .notEvaluated): continue
            case (.client, let outcome): worst = worse(worst, outcome)
            case (.laboratory, let outcome): worst = worse(worst, cap(outcome, laboratory.worstOutcome))
            }
        }
        return worst
    }

    /// A laboratory result as it counts for the batch.
    private static func cap(_ outcome: Outcome, _ limit: Outcome) -> Outcome {
        switch limit {
        case .fail: outcome
        case .warn: outcome == .fail ? .warn : outcome
        case .pass, .notEvaluated: .pass
        }
    }

    private static func worse(_ left: Outcome, _ right: Outcome) -> Outcome { rank(left) >= rank(right) ? left : right }

    private static func rank(_ outcome: Outcome) -> Int {
        switch outcome {
        case .pass: 0
        case .warn: 1
        case .notEvaluated: 2
        case .fail: 3
        }
    }
}
