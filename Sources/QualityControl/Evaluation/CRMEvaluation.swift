import Geochemistry

/// Judges the reference materials of a batch, row by row in laboratory order.
struct CRMEvaluation {
    private var references: CRMReferences
    private(set) var series: SeriesDesk
    private let printed: PrintedValues

    init(_ sheet: BatchSheet, history: SeriesHistory) {
        references = CRMReferences(columns: sheet.columns, materials: sheet.materials)
        series = SeriesDesk(batch: sheet.certificate.batch, history: history)
        printed = PrintedValues(roles: sheet.roles)
    }

    /// One insertion: appends a result for each of its cells, and findings for warnings and failures.
    mutating func judge(row index: Int, in sheet: inout BatchSheet) {
        let role = sheet.roles[index]
        let origin: QCOrigin = role.kind == .crm ? .client : .laboratory
        let typed = MaterialName(role.reference)
        let material = sheet.materials[typed]?.name ?? typed
        let inForce = sheet.rules(for: material)
        let found = references.references(.init(origin: origin, material: material), rules: inForce)
        let certRow = origin == .laboratory ? printed.row(for: material, measuredAt: index) : nil
        let row = sheet.certificate.samples[index]
        var lines = InsertionLines(
            row,
            origin: origin,
            laboratory: sheet.certificate.laboratory,
            material: material
        )

        for (place, column) in sheet.columns.enumerated() {
            guard let cell = sheet.cell(sample: index, column: column) else { continue }
            let rules = inForce.crm(of: origin, at: place)
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
            let tier = Self.describe(reference, in: &result, tier: inForce.tiers[place])
            var ruling = Self.rule(on: cell, against: reference, in: &result)
            let run = lines.record(
                ruling.score,
                SeriesSegment.Column(
                    column.series,
                    digestion: column.digestion,
                    tier: tier,
                    certified: ruling.score == nil ? "" : result.expected?.description ?? "",
                    sd: ruling.score == nil ? "" : result.sd?.description ?? ""
                ),
                of: column,
                in: &series,
                rules: rules
            )
            if run != nil, ruling.verdict.outcome == .warn {
                ruling.verdict.outcome = .fail
                ruling.verdict.rule = .crmConsecutive2SD
            }
            result.settle(ruling.verdict, tier: tier)
            sheet.noteResolution(of: &result)
            if result.outcome == .warn || result.outcome == .fail, case .window(let window) = reference {
                let message = QualityWords.reference(
                    result,
                    row: row,
                    column: column,
                    window: window,
                    predecessor: run?.predecessor.map { ($0.batch, $0.insertion.sample) }
                )
                sheet.findings.add(result, of: row, column: column, message: message)
            }
            sheet.results.append(result)
        }
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
        /// For the series; nil where the result has no place on their scale.
        var score: StandardScore?
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
                    score: window.score(deviation: deviation)
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
