import Geochemistry

/// Findings on how much QC the client has put into a batch, and at which grades.
enum InsertionFindings {
    static func findings(of sheet: BatchSheet) -> [Finding] { rates(sheet) + gradeCoverage(sheet) }

    /// Kinds of QC sample of which the batch holds fewer than the policy's rate.
    private static func rates(_ sheet: BatchSheet) -> [Finding] {
        guard let rates = sheet.policy.insertion.rates else { return [] }
        var inserted: [QCKind: Int] = [:]
        var samples = 0
        for role in sheet.roles {
            let kind = role.kind.clientControl
            if let kind { inserted[kind, default: 0] += 1 }
            if kind != nil || role.kind.isOrdinary { samples += 1 }
        }
        return QCKind.allCases.compactMap { kind in
            guard let rule = rates.rate(of: kind) else { return nil }
            let rate = InsertionRate(kind, inserted: inserted[kind] ?? 0, samples: samples, percent: rule.percent)
            // A batch without any is told as such already.
            guard rate.isShort, rate.inserted > 0 || sheet.policy.insertion.demands(kind) == 0 else { return nil }
            return Finding(
                rule: RuleName.insertionRate.rawValue,
                outcome: rule.outcome,
                message: QualityWords.insertionRate(rate, policy: sheet.policy.name)
            )
        }
    }

    private static func gradeCoverage(_ sheet: BatchSheet) -> [Finding] {
        guard let rules = sheet.policy.insertion.gradeCoverage else { return [] }
        let gaps = GradeCoverage.gaps(in: sheet, rules: rules)
        guard !gaps.isEmpty else { return [] }
        return [
            Finding(
                rule: RuleName.gradeCoverage.rawValue,
                outcome: rules.outcome,
                message: QualityWords.gradeCoverage(gaps, factor: rules.factor)
            )
        ]
    }
}

extension InsertionRules {
    /// How many of a kind every batch must contain.
    func demands(_ kind: QCKind) -> Int {
        switch kind {
        case .crm: crms
        case .blank: blanks
        case .duplicate: duplicates
        }
    }
}
