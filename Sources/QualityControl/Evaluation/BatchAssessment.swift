import Geochemistry

/// A batch that is judged but for its series: all that certificate, registers, Standards and policy say by themselves.
///
/// What stands before a certificate in its series can fail a warning that ends a run there, and tells of bias and drift.
/// Everything else can be judged before that is known: by another thread, while earlier certificates still wait for their
/// turn. Pure, as ``BatchEvaluation`` is; however a judgement is reached, it is the same.
public struct BatchAssessment: Sendable {
    /// Findings on the batch, by their places around those of the series.
    private struct Findings: Sendable {
        var blockingBefore: [Finding]
        var blockingAfter: [Finding]
        var otherBefore: [Finding]
    }

    private let input: BatchEvaluation
    /// The series that the certificate may continue.
    public let keys: [SeriesKey]
    private let sheet: BatchSheet
    private let desk: SeriesDesk
    private let findings: Findings
    /// nil where nothing is open that they might lie behind.
    private let proposals: [Finding]?
    private let reassay: [ReassaySample]

    /// - Parameter history: what stands before the certificate in these series; asked once.
    init(_ input: BatchEvaluation, history: ([SeriesKey]) throws -> SeriesHistory) rethrows {
        let (certificate, statements) = (input.certificate, input.statements)
        let classification = SampleClassification(certificate, statements: statements, sampling: input.sampling)
        var sheet = BatchSheet(
            certificate: certificate,
            roles: classification.roles,
            materials: input.materials,
            policy: input.policy
        )
        let keys = SeriesKey.all(in: sheet)
        let desk = Self.judgeRows(of: &sheet, history: try history(keys))
        let flags = FalseAlarmControl.settle(&sheet, desk.segments)
        CompositeEvaluation(input.composites, sheet).judge(&sheet)

        let remarks = BatchFindings.remarks(of: certificate)
        let unknown = BatchFindings.unknownMaterials(sheet)
        findings = Findings(
            blockingBefore: classification.findings.filter { $0.outcome == .notEvaluated }
                + remarks.filter { $0.outcome == .notEvaluated }
                + unknown.filter { $0.origin == .client }
                + BatchFindings.shortages(sheet)
                + BatchFindings.uncovered(sheet),
            blockingAfter: InsertionFindings.findings(of: sheet)
                + LaboratoryFindings.findings(of: sheet)
                + DuplicateSets.findings(of: sheet, inForce: sheet.rules(for: nil)),
            otherBefore: classification.findings.filter { $0.outcome != .notEvaluated }
                + remarks.filter { $0.outcome != .notEvaluated }
                + unknown.filter { $0.origin == .laboratory }
                + BatchFindings.preliminary(certificate)
                + BatchFindings.unknownMethods(sheet)
                + OverLimitFindings.findings(of: sheet)
                + BatchFindings.withoutVerdict(sheet)
                + flags
        )
        let all = findings.blockingBefore + findings.blockingAfter + findings.otherBefore
        proposals =
            sheet.findings.hasOpenOfClient || all.contains(where: \.isOpenOfClient)
            ? Diagnosis.findings(of: sheet, statements: statements) : nil
        reassay = ReassayList.samples(of: sheet)
        (self.input, self.keys, self.sheet, self.desk) = (input, keys, sheet, desk)
    }

    /// The judgement with what stands before the certificate in the series of ``keys``.
    public func judgement(after history: SeriesHistory) -> Judgement {
        if let desk = desk.continuing(history) { return judgement(desk) }
        // A run ends here that the certificate alone does not show, and a result says something else.
        return input.judge { _ in history }
    }

    /// The judgement where the history was known from the beginning.
    func judgement() -> Judgement { judgement(desk) }

    private func judgement(_ desk: SeriesDesk) -> Judgement {
        var (sheet, desk) = (sheet, desk)
        desk.look(by: input.policy, analytes: input.materials.analytes)
        let blocking =
            findings.blockingBefore + desk.review.findings.filter { $0.outcome == .fail } + findings.blockingAfter
        let other = findings.otherBefore + desk.review.findings.filter { $0.outcome != .fail }
        for finding in blocking + other { sheet.findings.add(finding) }
        if sheet.findings.hasOpenOfClient {
            for finding in proposals ?? Diagnosis.findings(of: sheet, statements: input.statements) {
                sheet.findings.add(proposal: finding)
            }
        }

        let findings = sheet.findings.sorted
        var counts = Judgement.Counts()
        for result in sheet.results { counts.add(result.outcome) }
        for composite in sheet.compositeOutcomes { counts.add(composite.outcome) }
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
            roles: sheet.roles,
            segments: desk.segments,
            review: desk.review,
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
