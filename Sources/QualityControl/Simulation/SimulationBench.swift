import Geochemistry

/// The batches of a simulated laboratory, judged as real ones are.
struct SimulationBench {
    let setting: SimulationSetting
    private let policy: Policy
    private let materials: MaterialLibrary
    private let statements: [RegisterStatement]
    private let blank: Certificate

    /// The element with which things go wrong.
    static let disturbed = Analyte("E1")
    private static let digestion = DigestionClass.fireAssay

    /// - Parameter policy: its tiers are replaced by the setting's; what it demands of a batch besides is left out.
    init(_ setting: SimulationSetting, policy: Policy) {
        self.setting = setting
        let analytes = (1...max(setting.elements, 1)).map { Analyte("E\($0)") }
        var policy = policy
        policy.tiers = TierRules(decision: Set(analytes.prefix(setting.decision)), information: [], unsuitable: [:])
        policy.insertion = InsertionRules(crms: 0, blanks: 0, duplicates: 0, uncoveredDecisionAnalyte: .pass)
        self.policy = policy
        let table = AnalyteTable(analytes.map { AnalyteEntry(analyte: $0, name: "", kind: .element) })
        materials = MaterialLibrary([Self.own, Self.other].map { $0.material(analytes) }, analytes: table)
        let samples = (1...max(setting.insertions, 1)).map { "QC\($0)" }
        statements = samples.map { sample in
            RegisterStatement(
                entry: RegisterEntry(sample: sample, type: .crm, reference: Self.own.name),
                revision: 0,
                registerSHA256: "",
                registerName: "simulated"
            )
        }
        var certificate = Certificate(laboratory: "simulated", batch: "", format: "simulated")
        certificate.status = .final
        certificate.samples = samples.enumerated().map { SampleRow(position: $0 + 1, name: $1, sheetRow: $0 + 1) }
        certificate.columns = analytes.enumerated().map { index, analyte in
            ResultColumn(
                sheetColumn: index + 1,
                method: "SIM",
                analyteText: analyte.symbol,
                analyte: analyte,
                unitText: "ppm",
                detectionLimit: 1,
                digestion: Self.digestion
            )
        }
        blank = certificate
    }

    /// A reference material with one certified value for all elements.
    private struct Simulant {
        let name: String
        let hundredths: Int
        let sd: ExactDecimal

        func material(_ analytes: [Analyte]) -> ReferenceMaterial {
            let value = ExactDecimal(coefficient: Int128(hundredths), scale: 2)
            return ReferenceMaterial(
                name: MaterialName(name),
                supplier: "",
                certificate: "",
                values: analytes.map {
                    CertifiedValue(analyte: $0, digestion: SimulationBench.digestion, unit: .ppm, value: value, sd: sd)
                }
            )
        }

        /// As a laboratory would print it, to 1/1000 SD or better.
        func printed(_ score: Double) -> String {
            let hundredths = max(0, self.hundredths + Int((score * sd.approximate * 100).rounded()))
            let cents = hundredths % 100
            return "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
        }
    }

    private static let own = Simulant(name: "Simulated 1", hundredths: 1_000_00, sd: 10)
    private static let other = Simulant(name: "Simulated 2", hundredths: 1_150_00, sd: 12)

    /// - Parameters:
    ///   - scores: for each insertion how far each element is off, in SD of the certificate.
    ///   - swapped: the insertion that is another material in truth.
    func judge(
        _ scores: [[Double]],
        swapped: Int? = nil,
        batch: Int,
        history: SeriesHistory
    ) -> Judgement {
        var certificate = blank
        certificate.batch = "S\(batch)"
        for column in certificate.columns.indices {
            certificate.columns[column].texts = PackedTexts(
                scores.enumerated().map { insertion, scores in
                    (insertion == swapped ? Self.other : Self.own).printed(scores[column])
                }
            )
        }
        return BatchEvaluation.judge(
            certificate,
            statements: statements,
            sampling: [],
            materials: materials,
            policy: policy,
            history: history
        )
    }
}
