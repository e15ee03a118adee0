import Geochemistry

/// The certificate on the judge's desk: its rows with their roles, its columns, and what has been written so far.
struct BatchSheet {
    let certificate: Certificate
    let roles: [SampleRole]
    let columns: [JudgedColumn]
    let materials: MaterialLibrary
    let policy: Policy
    let overLimits: OverLimits
    var results: [QCResult] = []
    var findings = FindingSheet()
    var composites: [CompositeColumn] = []
    /// Outcomes of composites that count beside those of results.
    var compositeOutcomes: [(origin: QCOrigin, outcome: Outcome)] = []
    /// Failed composites of QC samples, as failures of the columns that they were made of: for the re-assay list.
    var compositeFailures: [QCResult] = []

    init(certificate: Certificate, roles: [SampleRole], materials: MaterialLibrary, policy: Policy) {
        self.certificate = certificate
        self.roles = roles
        self.materials = materials
        self.policy = policy
        columns = JudgedColumn.all(of: certificate, tiers: policy.tiers, analytes: materials.analytes)
        overLimits = OverLimits(certificate, columns: columns, analytes: materials.analytes)
    }

    /// Names the result that resolves one over the range of its method, which is judged in its own column.
    func noteResolution(of result: inout QCResult) {
        guard let found = overLimits.resolution(sample: result.sampleIndex, column: result.columnIndex) else { return }
        result.add(QualityWords.resolution(found, in: certificate))
    }

    /// The cell's meaning; nil for an empty cell, which was not part of this run and is no result at all.
    func cell(sample: Int, column: JudgedColumn) -> ReportedValue? {
        let value = certificate.value(sample: sample, column: column.index)
        return value == .noResult(.notRequested) ? nil : value
    }

    func texts(_ column: JudgedColumn) -> PackedTexts { certificate.columns[column.index].texts }

    /// The verdict on a cell that holds neither a number nor a limit; nil for one that does.
    static func verdictWithoutNumber(_ cell: ReportedValue) -> RuleVerdict? {
        switch cell {
        case .number, .below, .above: nil
        case .noResult(let reason): RuleVerdict(.notEvaluated, .noResult, note: QualityWords.reason(reason))
        case .unreadable(let reason): RuleVerdict(.notEvaluated, .unreadable, note: QualityWords.reason(reason))
        }
    }

    static let outOfRange = RuleVerdict(.notEvaluated, .outOfRange, note: QualityWords.numberOutOfRange)
}
