import Geochemistry

/// What the policy makes of the chance of looking at many elements at once.
enum FalseAlarmControl {
    /// Lets lone warnings go that their family does not support, and counts flags.
    /// - Parameter segments: what the certificate adds to its series; every score that was judged stands there.
    static func settle(_ sheet: inout BatchSheet, _ segments: [SeriesSegment]) -> [Finding] {
        guard let rules = sheet.policy.falseAlarms else { return [] }
        let chance = settleFamilies(in: &sheet, rules: rules)
        let count = flags(in: segments)
        guard count.evaluated > 0 else { return [] }
        let isImprobable = min(count.chanceOf2SD, count.chanceOf3SD) < rules.improbable.approximate
        return [
            Finding(
                rule: RuleName.crmFlagCount.rawValue,
                outcome: isImprobable ? .warn : .pass,
                message: QualityWords.flagCount(count, isImprobable: isImprobable, leftToChance: chance)
            )
        ]
    }

    /// A lone warning that its family does not support stays in the results, passes, and makes no finding. What lies
    /// beyond the failing limit, or is one of a run, stands by itself.
    /// - Returns: how many of the client's were let go.
    private static func settleFamilies(in sheet: inout BatchSheet, rules: FalseAlarmRules) -> Int {
        guard rules.support != .eachAlone else { return 0 }
        var released = 0
        var start = 0
        let members = sheet.results.indices.filter { isMember(sheet.results[$0]) }
        while start < members.count {
            let sample = sheet.results[members[start]].sampleIndex
            let family = members[start...].prefix { sheet.results[$0].sampleIndex == sample }
            start = family.endIndex
            let stands = SupportFamily.stands(family.compactMap { sheet.results[$0].z }, rules: rules)
            for (index, stands) in zip(family, stands) where !stands {
                var result = sheet.results[index]
                guard result.rule == .crm2SD, result.outcome == .warn else { continue }
                sheet.findings.withdraw(result, of: sheet.certificate.samples[sample])
                result.outcome = .pass
                result.add(QualityWords.leftToChance(family.count))
                sheet.results[index] = result
                if result.origin == .client { released += 1 }
            }
        }
        return released
    }

    /// Judged by the certificate's SD. Results stand in laboratory order, so that an insertion's are together.
    private static func isMember(_ result: QCResult) -> Bool {
        result.kind == .crm && result.tier == .support && result.isEvaluated && result.z != nil
    }

    /// Of the client's own reference materials; information is no flag.
    private static func flags(in segments: [SeriesSegment]) -> FlagCount {
        var count = FlagCount()
        for segment in segments where segment.key.origin == .client {
            for insertion in segment.insertions.indices {
                for column in segment.columns.indices where segment.columns[column].tier != .information {
                    if let score = segment.score(insertion: insertion, column: column) { count.add(score) }
                }
            }
        }
        return count
    }
}
