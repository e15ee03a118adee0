import Geochemistry

/// Judges the reference materials of a batch, row by row in laboratory order.
struct CRMEvaluation {
    private var references: CRMReferences
    private var series: SeriesTracker
    private let printed: PrintedValues

    init(_ sheet: BatchSheet, history: SeriesHistory) {
        references = CRMReferences(columns: sheet.columns, materials: sheet.materials)
        series = SeriesTracker(sheet.certificate, history: history)
        printed = PrintedValues(roles: sheet.roles)
    }

    var tails: [SeriesTail] { series.tails }

    /// One insertion: appends a result for each of its cells, and findings for warnings and failures.
    mutating func judge(row index: Int, in sheet: inout BatchSheet) {
        let role = sheet.roles[index]
        let origin: QCOrigin = role.kind == .crm ? .client : .laboratory
        let rules = origin == .client ? sheet.policy.crm : sheet.policy.laboratory.crm
        let typed = MaterialName(role.reference)
        let material = sheet.materials[typed]?.name ?? typed
        let found = references.references(.init(origin: origin, material: material), rules: rules)
        let certRow = origin == .laboratory ? printed.row(for: material, measuredAt: index) : nil
        var insertion = Insertion(sheet.certificate.samples[index], origin: origin, material: material)

        for (place, column) in sheet.columns.enumerated() {
            guard let cell = sheet.cell(sample: index, column: column) else { continue }
            let reference =
                certRow.flatMap {
                    Self.printedReference(found[place], row: $0, column: column, sheet: sheet, rules: rules)
                } ?? found[place]
            var result = QCResult(
                cell,
                sampleIndex: index,
                column: column,
                texts: sheet.texts(column),
                origin: origin,
                kind: .crm,
                reference: material.printed
            )
            let tier = Self.describe(reference, in: &result, tier: column.tier)
            let state = insertion.state(of: column, in: series)
            var ruling = Self.rule(on: cell, against: reference, in: &result)
            insertion.extend(column, side: ruling.side, after: state, consecutive: rules.consecutive)
            if ruling.verdict.outcome == .warn,
                ConsecutiveWarnings.fails(insertion.run(of: column), consecutive: rules.consecutive)
            {
                ruling.verdict.outcome = .fail
                ruling.verdict.rule = .crmConsecutive2SD
            }
            result.settle(ruling.verdict, tier: tier)
            sheet.noteResolution(of: &result)
            if result.outcome == .warn || result.outcome == .fail, case .window(let window) = reference {
                let message = QualityWords.reference(
                    result,
                    row: insertion.row,
                    column: column,
                    window: window,
                    predecessor: state.map { ($0.batch, $0.sample) }
                )
                sheet.findings.add(result, of: insertion.row, column: column, message: message)
            }
            sheet.results.append(result)
        }
        insertion.close(in: &series)
    }

    /// The laboratory's own printed value, where the library has none for the material in this column.
    private static func printedReference(
        _ own: CRMReferences.Reference,
        row: Int,
        column: JudgedColumn,
        sheet: BatchSheet,
        rules: CRMRules
    ) -> CRMReferences.Reference? {
        switch own {
        case .window, .outOfRange: return nil
        case .unknownMaterial, .noCertifiedValue: break
        }
        guard case .number(let value)? = sheet.cell(sample: row, column: column) else { return nil }
        let window = try? CRMWindow(
            CertifiedExpectation(printed: value),
            isPrinted: true,
            detectionLimit: column.detectionLimit,
            rules: rules
        )
        return window.map { .window($0) } ?? .outOfRange
    }

    /// Writes what is expected into a result.
    /// - Returns: the tier, limited by what the certificate is worth.
    private static func describe(
        _ reference: CRMReferences.Reference,
        in result: inout QCResult,
        tier: Tier
    ) -> Tier {
        guard case .window(let window) = reference else { return tier }
        let expectation = window.expectation
        result.expected = expectation.value
        result.sd = expectation.sd
        result.add(expectation.conversion)
        return window.standing == .judged ? tier.limited(by: expectation.kind) : .information
    }

    private struct Ruling {
        var verdict: RuleVerdict
        /// Beyond the warning limit, for runs.
        var side: Side?
    }

    private static func rule(
        on cell: ReportedValue,
        against reference: CRMReferences.Reference,
        in result: inout QCResult
    ) -> Ruling {
        if let verdict = BatchSheet.verdictWithoutNumber(cell) { return Ruling(verdict: verdict) }
        let window: CRMWindow
        switch reference {
        case .window(let found): window = found
        case .unknownMaterial: return Ruling(verdict: RuleVerdict(.notEvaluated, .crmUnknownMaterial))
        case .noCertifiedValue: return Ruling(verdict: RuleVerdict(.notEvaluated, .crmNoCertifiedValue))
        case .outOfRange: return Ruling(verdict: BatchSheet.outOfRange)
        }
        do throws(ArithmeticOverflow) {
            switch cell {
            case .number(let value):
                let deviation = try window.expectation.deviation(of: value)
                result.z = window.expectation.z(ofDeviation: deviation)
                result.biasPercent = window.expectation.biasPercent(ofDeviation: deviation)
                return Ruling(
                    verdict: window.judge(deviation: deviation),
                    side: window.sideBeyondWarning(deviation: deviation)
                )
            case .below(let limit?):
                return Ruling(verdict: try CensoredReference.judge(.below(limit), against: window))
            case .above(let limit):
                return Ruling(verdict: try CensoredReference.judge(.above(limit), against: window))
            case .below(nil), .noResult, .unreadable:
                return Ruling(verdict: try CensoredReference.judge(.belowUnknown, against: window))
            }
        } catch {
            return Ruling(verdict: BatchSheet.outOfRange)
        }
    }
}
