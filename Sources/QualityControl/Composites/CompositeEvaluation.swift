import Geochemistry

/// Computes the composites of every sample of a batch, and judges those of its QC samples.
///
/// They stand beside the results of the certificate's own columns and never replace one. A composite of a single member
/// (Sc2O3) says what its member says already: it is judged, and told and counted only where it says something worse,
/// because its tier is another one.
struct CompositeEvaluation {
    private let composites: [Composite]
    private let parentage: Parentage

    init(_ composites: [Composite], _ sheet: BatchSheet) {
        self.composites = composites
        parentage = Parentage(sheet.certificate.samples, roles: composites.isEmpty ? [] : sheet.roles)
    }

    func judge(_ sheet: inout BatchSheet) {
        guard !composites.isEmpty else { return }
        let (complete, incomplete) = CompositeSource.all(of: composites, in: sheet)
        for source in incomplete { sheet.findings.add(Self.incomplete(source)) }
        for source in complete {
            let number = sheet.certificate.columns.count + sheet.composites.count
            let bench = CompositeBench(
                source,
                tier: source.tier(source.rules(for: nil, in: sheet).tiers),
                parentage: parentage
            )
            var column = CompositeColumn(
                composite: source.composite.name,
                kind: source.composite.kind,
                convention: source.composite.convention,
                digestion: source.digestion,
                unit: source.composite.unit,
                tier: bench.tier,
                members: QualityWords.members(of: source)
            )
            for index in sheet.roles.indices {
                guard let judged = bench.result(of: index, in: sheet) else { continue }
                column.results.append(judged.result)
                note(judged, of: source, column: number, in: &sheet)
            }
            sheet.composites.append(column)
        }
    }

    private func note(
        _ judged: CompositeBench.Judged,
        of source: CompositeSource,
        column: Int,
        in sheet: inout BatchSheet
    ) {
        let result = judged.result
        guard let outcome = result.outcome, let rule = result.rule, let kind = result.kind else { return }
        if Self.repeats(result, outcome, source, sheet) { return }
        sheet.compositeOutcomes.append((result.origin, outcome))
        guard outcome == .warn || outcome == .fail else { return }
        let row = sheet.certificate.samples[result.sampleIndex]
        sheet.findings.add(
            Finding(
                rule: rule.rawValue,
                outcome: outcome,
                origin: result.origin,
                sample: row.name,
                position: row.position,
                reference: result.reference,
                analyte: source.composite.name,
                method: source.methods,
                message: judged.message
            ),
            column: column
        )
        guard outcome == .fail else { return }
        // The samples behind it are determined again for every member: no one of them failed alone.
        let role = sheet.roles[result.sampleIndex]
        sheet.compositeFailures += source.taken.map { member in
            QCResult(
                sampleIndex: result.sampleIndex,
                columnIndex: member.column.index,
                origin: result.origin,
                kind: kind,
                subtype: kind == .duplicate ? role.kind.rawValue : "",
                reference: result.reference,
                reported: "",
                tier: .decision,
                outcome: .fail,
                rule: rule
            )
        }
    }

    /// Whether the one member of a composite has said as much in its own column.
    private static func repeats(
        _ result: CompositeResult,
        _ outcome: Outcome,
        _ source: CompositeSource,
        _ sheet: BatchSheet
    ) -> Bool {
        guard source.composite.all.count == 1, let column = source.taken.first?.column.index else { return false }
        return sheet.results.contains { member in
            guard member.sampleIndex == result.sampleIndex, member.columnIndex == column else { return false }
            switch outcome {
            case .notEvaluated: return true
            case .pass: return member.isEvaluated
            case .warn: return member.outcome == .warn || member.outcome == .fail
            case .fail: return member.outcome == .fail
            }
        }
    }

    private static func incomplete(_ source: CompositeSource) -> Finding {
        Finding(
            rule: RuleName.compositeIncomplete.rawValue,
            outcome: .pass,
            analyte: source.composite.name,
            method: source.methods,
            message: QualityWords.incomplete(source)
        )
    }
}
