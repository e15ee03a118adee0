import Geochemistry
import QualityControl
import TestSupport
import Testing

/// A batch with one or more columns that is judged in a line.
struct Batch {
    var builder: CertificateBuilder
    var statements: [RegisterStatement] = []
    var sampling: [SamplingRule] = []
    var policy = TestStandards.policy
    var materials = TestStandards.materials
    var composites: [Composite] = []
    var history = SeriesHistory()

    /// With a column of Cu in ppm by four acids.
    init(_ batch: String = "VA19000001", detectionLimit: String? = "1", dispatch: String = "") {
        builder = CertificateBuilder(batch: batch, dispatch: dispatch)
        builder.column("Cu", "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: detectionLimit)
    }

    mutating func routine(_ name: String, _ texts: String...) { builder.row(name, texts) }

    mutating func crm(_ name: String, _ texts: String..., of material: String = "OREAS 620") {
        builder.row(name, texts)
        statements.append(TestStandards.says(name, .crm, material))
    }

    mutating func blank(_ name: String, _ texts: String..., of material: String = "", as type: SampleType = .blank) {
        builder.row(name, texts)
        statements.append(TestStandards.says(name, type, material))
    }

    mutating func duplicate(_ name: String, _ texts: String..., of parent: String, _ type: SampleType = .pulpDuplicate)
    {
        builder.row(name, texts)
        statements.append(TestStandards.says(name, type, parent: parent))
    }

    mutating func laboratory(_ name: String, _ origin: SampleRow.Origin, _ texts: String...) {
        builder.row(name, texts, origin: origin)
    }

    /// Judged at once; and in two parts, which must say the same.
    var judgement: Judgement {
        let judgement = BatchEvaluation.judge(
            builder.certificate,
            statements: statements,
            sampling: sampling,
            materials: materials,
            policy: policy,
            composites: composites,
            history: history
        )
        #expect(assessment.judgement(after: history) == judgement)
        return judgement
    }

    /// Judged without the history.
    var assessment: BatchAssessment {
        BatchEvaluation(
            builder.certificate,
            statements: statements,
            sampling: sampling,
            materials: materials,
            policy: policy,
            composites: composites
        ).assess()
    }
}

extension Judgement {
    func result(_ sample: Int, column: Int = 0) -> QCResult? {
        results.first { $0.sampleIndex == sample && $0.columnIndex == column }
    }

    func findings(_ rule: RuleName) -> [Finding] { findings.filter { $0.rule == rule.rawValue } }
}
