import Geochemistry

/// Findings on all pairs of one kind in one column together. Each pair has its own verdict; this one says whether they
/// are too many. It may fail a batch, so it counts among the findings that hold it.
enum DuplicateSets {
    static func findings(of sheet: BatchSheet, inForce: RulesInForce) -> [Finding] {
        struct Key: Hashable {
            let column: Int
            let kind: String
        }
        let judged = sheet.results.filter { $0.kind == .duplicate && $0.origin == .client && $0.isEvaluated }
        let sets = Dictionary(grouping: judged) { Key(column: $0.columnIndex, kind: $0.subtype) }
        guard !sets.isEmpty else { return [] }
        return sheet.columns.enumerated().flatMap { place, column -> [Finding] in
            guard let rules = inForce[place].duplicate.set else { return [] }
            return kinds(rules, inForce[place].duplicate).compactMap { kind, outcome, limit -> Finding? in
                let weighed = inForce.tiers[place].weigh(outcome)
                guard weighed == .warn || weighed == .fail,
                    let set = sets[Key(column: column.index, kind: kind.rawValue)]
                else { return nil }
                let exceeding = set.filter { $0.outcome == .warn || $0.outcome == .fail }.count
                guard (try? DuplicateSetShare.isExceeded(exceeding, of: set.count, rules: rules)) == true else {
                    return nil
                }
                return Finding(
                    rule: RuleName.duplicateSet.rawValue,
                    outcome: weighed,
                    analyte: column.analyte.symbol,
                    method: column.method,
                    message: QualityWords.duplicateSet(
                        exceeding,
                        of: set.count,
                        kind: kind,
                        column: column,
                        limit: limit,
                        rules: rules
                    )
                )
            }
        }
    }

    /// In the order in which a sample is split.
    private static func kinds(
        _ set: DuplicateSetRules,
        _ pair: DuplicateRules
    ) -> [(SampleRole.Kind, Outcome, DuplicateRules.Limit)] {
        [
            (.fieldDuplicate, set.field, pair.field), (.coarseDuplicate, set.coarse, pair.coarse),
            (.pulpDuplicate, set.pulp, pair.pulp),
        ]
    }
}
