import Geochemistry

/// The certificate on the judge's desk: its rows with their roles, its columns, and what has been written so far.
struct BatchSheet {
    let certificate: Certificate
    let roles: [SampleRole]
    let columns: [JudgedColumn]
    let materials: MaterialLibrary
    /// As it is for this laboratory; what holds for a column or a material has to be asked for by ``rules(for:)``.
    let policy: Policy
    let overLimits: OverLimits
    var results: [QCResult] = []
    var findings = FindingSheet()
    private var rules: [MaterialName?: RulesInForce] = [:]
    var composites: [CompositeColumn] = []
    /// Outcomes of composites that count beside those of results.
    var compositeOutcomes: [(origin: QCOrigin, outcome: Outcome)] = []
    /// Failed composites of QC samples, as failures of the columns that they were made of: for the re-assay list.
    var compositeFailures: [QCResult] = []

    init(certificate: Certificate, roles: [SampleRole], materials: MaterialLibrary, policy: Policy) {
        self.certificate = certificate
        self.roles = roles
        self.materials = materials
        self.policy = policy.rules(for: PolicySubject(laboratory: certificate.laboratory))
        columns = JudgedColumn.all(of: certificate, policy: policy, analytes: materials.analytes)
        overLimits = OverLimits(certificate, columns: columns, analytes: materials.analytes)
    }

    /// The numbers in force for the results of a material, column by column; nil for those of no material.
    mutating func rules(for material: MaterialName?) -> RulesInForce {
        if let known = rules[material] { return known }
        let found = RulesInForce(policy, laboratory: certificate.laboratory, material: material, columns: columns)
        rules[material] = found
        return found
    }

    /// What the numbers of a policy are asked for where results of a column are looked at together.
    func subject(_ column: JudgedColumn, material: MaterialName? = nil) -> PolicySubject {
        PolicySubject(
            laboratory: certificate.laboratory,
            method: column.method,
            digestion: column.digestion,
            material: material,
            element: column.element
        )
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
