import Geochemistry

/// Judges the duplicates of a batch against the samples that they repeat.
struct DuplicateEvaluation {
    private let parentage: Parentage

    init(_ sheet: BatchSheet) {
        parentage = Parentage(sheet.certificate.samples, roles: sheet.roles)
    }

    func judge(row index: Int, in sheet: inout BatchSheet) {
        let row = sheet.certificate.samples[index]
        let role = sheet.roles[index]
        let inForce = sheet.rules(for: nil)
        let parent = parentage.parent(of: index, role: role)
        let origin: QCOrigin = role.kind == .laboratoryDuplicate ? .laboratory : .client
        if parent == nil {
            sheet.findings.add(
                Finding(
                    rule: RuleName.duplicateWithoutParent.rawValue,
                    outcome: .notEvaluated,
                    origin: origin,
                    sample: row.name,
                    position: row.position,
                    reference: role.reference,
                    message: QualityWords.duplicateWithoutParent(row, role: role)
                )
            )
        }

        for (place, column) in sheet.columns.enumerated() {
            guard let cell = sheet.cell(sample: index, column: column) else { continue }
            var result = QCResult(
                cell,
                sampleIndex: index,
                column: column,
                texts: sheet.texts(column),
                origin: origin,
                kind: .duplicate,
                subtype: role.kind.rawValue,
                reference: role.reference
            )
            let original = parent.map { sheet.certificate.value(sample: $0, column: column.index) }
            if case .number(let expected)? = original {
                result.expected = expected
                if let value = result.value { result.differencePercent = PairDifference.percent(expected, value) }
            }
            let limit = inForce[place].pairLimit(for: role.kind, detectionLimit: column.detectionLimit)
            var verdict: RuleVerdict
            do throws(ArithmeticOverflow) {
                verdict = try Self.rule(original, cell, column: column, limit: limit)
            } catch {
                verdict = BatchSheet.outOfRange
            }
            if original == .noResult(.notRequested), sheet.overLimits.isResolving(sample: index, column: column.index) {
                verdict = RuleVerdict(.notEvaluated, .duplicateCensored, note: QualityWords.originalInRange)
            }
            result.settle(verdict, tier: inForce.tiers[place])
            sheet.noteResolution(of: &result)
            if let parent, result.outcome == .warn || result.outcome == .fail {
                let message = QualityWords.duplicate(
                    result,
                    row: row,
                    original: sheet.texts(column)[parent],
                    column: column,
                    limit: limit.rule
                )
                sheet.findings.add(result, of: row, column: column, message: message)
            }
            sheet.results.append(result)
        }
    }

    private static func rule(
        _ original: ReportedValue?,
        _ duplicate: ReportedValue,
        column: JudgedColumn,
        limit: PairLimit
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        if let verdict = BatchSheet.verdictWithoutNumber(duplicate) { return verdict }
        guard let original else { return RuleVerdict(.notEvaluated, .duplicateWithoutParent) }
        if var verdict = BatchSheet.verdictWithoutNumber(original) {
            verdict.note = QualityWords.originalHasNoResult
            return verdict
        }
        guard let first = half(original, column), let second = half(duplicate, column) else {
            return RuleVerdict(.notEvaluated, .duplicateCensored, note: QualityWords.noDetectionLimit)
        }
        return try limit.judge(first, second)
    }

    /// nil for a result below a limit that neither the cell nor the column names.
    private static func half(_ cell: ReportedValue, _ column: JudgedColumn) -> PairDifference.Half? {
        switch cell {
        case .number(let value): .number(value)
        case .above(let limit): .above(limit)
        case .below(let limit): (limit ?? column.detectionLimit).map { .below($0) }
        case .noResult, .unreadable: nil
        }
    }
}
