public import Geochemistry

/// The judge: certificate, registers, sampling rules, Standards, policy and history in, verdict out.
///
/// A pure function: the same input gives the same judgement in every detail, wherever and whenever it runs.
public enum BatchEvaluation {
    /// - Parameters:
    ///   - composites: quantities made of several analytes, judged as well.
    ///   - history: what stands before the certificate in its series.
    public static func judge(
        _ certificate: Certificate,
        statements: [RegisterStatement],
        sampling: [SamplingRule],
        materials: MaterialLibrary,
        policy: Policy,
        composites: [Composite] = [],
        history: SeriesHistory
    ) -> Judgement {
        judge(
            certificate,
            statements: statements,
            sampling: sampling,
            materials: materials,
            policy: policy,
            composites: composites,
            history: { _ in history }
        )
    }

    /// - Parameters:
    ///   - statements: what registers say of this certificate's samples, and of samples they expect in it.
    ///   - composites: quantities made of several analytes, judged as well.
    ///   - history: what stands before the certificate in these series; asked once, when the samples are classified.
    public static func judge(
        _ certificate: Certificate,
        statements: [RegisterStatement],
        sampling: [SamplingRule],
        materials: MaterialLibrary,
        policy: Policy,
        composites: [Composite] = [],
        history: ([SeriesKey]) throws -> SeriesHistory
    ) rethrows -> Judgement {
        let classification = SampleClassification(certificate, statements: statements, sampling: sampling)
        var sheet = BatchSheet(
            certificate: certificate,
            roles: classification.roles,
            materials: materials,
            policy: policy
        )
        var series = judgeRows(of: &sheet, history: try history(SeriesKey.all(in: sheet)))
        series.look(by: policy, analytes: materials.analytes)
        let flags = FalseAlarmControl.settle(&sheet, series.segments)
        CompositeEvaluation(composites, sheet).judge(&sheet)

        let remarks = BatchFindings.remarks(of: certificate)
        let unknown = BatchFindings.unknownMaterials(sheet)
        let blocking =
            classification.findings.filter { $0.outcome == .notEvaluated }
            + remarks.filter { $0.outcome == .notEvaluated }
            + unknown.filter { $0.origin == .client }
            + BatchFindings.shortages(sheet)
            + BatchFindings.uncovered(sheet)
            + series.review.findings.filter { $0.outcome == .fail }
            + InsertionFindings.findings(of: sheet)
            + LaboratoryFindings.findings(of: sheet)
            + DuplicateSets.findings(of: sheet, inForce: sheet.rules(for: nil))
        let other =
            classification.findings.filter { $0.outcome != .notEvaluated }
            + remarks.filter { $0.outcome != .notEvaluated }
            + unknown.filter { $0.origin == .laboratory }
            + BatchFindings.preliminary(certificate)
            + BatchFindings.unknownMethods(sheet)
            + OverLimitFindings.findings(of: sheet)
            + BatchFindings.withoutVerdict(sheet)
            + flags
            + series.review.findings.filter { $0.outcome != .fail }
        for finding in blocking + other { sheet.findings.add(finding) }
        Diagnosis.propose(in: &sheet, statements: statements)

        let findings = sheet.findings.sorted
        var counts = Judgement.Counts()
        for result in sheet.results { counts.add(result.outcome) }
        for composite in sheet.compositeOutcomes { counts.add(composite.outcome) }
        let reassay = ReassayList.samples(of: sheet)
        return Judgement(
            outcome: BatchOutcome.of(
                results: sheet.results.map { ($0.origin, $0.outcome) } + sheet.compositeOutcomes,
                blocking: blocking,
                findings: findings,
                laboratory: sheet.policy.laboratory
            ),
            counts: counts,
            findings: findings,
            results: sheet.results,
            reassay: reassay,
            reassayCloses: ReassayClosing.isPossible(reassay, sheet: sheet, blocking: blocking, findings: findings),
            roles: classification.roles,
            segments: series.segments,
            review: series.review,
            resolved: sheet.overLimits.resolved,
            composites: sheet.composites
        )
    }

    /// In laboratory order, which is the order of results and of runs.
    private static func judgeRows(of sheet: inout BatchSheet, history: SeriesHistory) -> SeriesDesk {
        var references = CRMEvaluation(sheet, history: history)
        let duplicates = DuplicateEvaluation(sheet)
        for (index, role) in sheet.roles.enumerated() {
            switch role.kind {
            case .crm, .laboratoryCRM: references.judge(row: index, in: &sheet)
            case .blank, .laboratoryBlank: BlankEvaluation.judge(row: index, in: &sheet)
            case .fieldDuplicate, .coarseDuplicate, .pulpDuplicate, .laboratoryDuplicate:
                duplicates.judge(row: index, in: &sheet)
            case .routine, .check, .laboratoryCertified, .laboratoryOriginal, .laboratoryOther: break
            }
        }
        return references.series
    }
}
