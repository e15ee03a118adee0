import Geochemistry
import QualityControl

/// A policy and materials of our own, with round numbers.
enum TestStandards {
    static let cu = Analyte("Cu")
    static let zn = Analyte("Zn")
    static let zr = Analyte("Zr")

    static var crmRules: CRMRules {
        CRMRules(
            warnSD: 2,
            failSD: 3,
            consecutive: 2,
            warnPercent: 5,
            failPercent: 10,
            detectionLimitGate: 10,
            unusableRSDPercent: 15
        )
    }

    static var blankRules: BlankRules {
        BlankRules(warnDetectionLimits: 3, failDetectionLimits: 5, backgroundSD: 3)
    }

    /// Decides on Au, Cu and Zn; demands nothing of a batch, so that each test sees its own rule only.
    static var policy: Policy {
        Policy(
            name: "test",
            projects: [],
            tiers: TierRules(
                decision: [Analyte("Au"), cu, zn],
                information: [Analyte("S")],
                unsuitable: [.aquaRegia: [zr]]
            ),
            crm: crmRules,
            blank: blankRules,
            duplicate: DuplicateRules(
                field: .init(percent: 60, outcome: .warn),
                coarse: .init(percent: 40, outcome: .warn),
                pulp: .init(percent: 20, outcome: .fail),
                floorDetectionLimits: 2
            ),
            insertion: InsertionRules(crms: 0, blanks: 0, duplicates: 0, uncoveredDecisionAnalyte: .warn),
            laboratory: LaboratoryRules(
                worstOutcome: .warn,
                crm: crmRules,
                blank: blankRules,
                duplicate: .init(percent: 20, outcome: .fail),
                floorDetectionLimits: 2
            ),
            reassay: ReassayRules(window: .betweenPassing)
        )
    }

    static func value(
        _ analyte: String,
        _ unit: Unit,
        _ value: ExactDecimal,
        sd: ExactDecimal?,
        _ digestion: DigestionClass = .fourAcid,
        kind: CertifiedValue.Kind = .certified
    ) -> CertifiedValue {
        CertifiedValue(analyte: Analyte(analyte), digestion: digestion, unit: unit, value: value, sd: sd, kind: kind)
    }

    static func library(_ materials: [(name: String, values: [CertifiedValue])]) -> MaterialLibrary {
        MaterialLibrary(
            materials.map {
                ReferenceMaterial(name: MaterialName($0.name), supplier: "", certificate: "", values: $0.values)
            },
            analytes: analytes
        )
    }

    static let analytes = AnalyteTable(
        ["Au", "Cu", "Zn", "Zr", "S", "La", "Fe", "Pb"].map {
            AnalyteEntry(analyte: Analyte($0), name: "", kind: .element)
        } + [
            AnalyteEntry(
                analyte: Analyte("Fe2O3"),
                name: "",
                kind: .oxide,
                element: Analyte("Fe"),
                factor: ExactDecimal("1.429734")
            )
        ]
    )

    /// OREAS 620: Cu 1735 ± 48, Zn 31000 ± 800 ppm by four acids. Granite: a blank with a background of La.
    static let materials = library([
        ("OREAS 620", [value("Cu", .ppm, 1735, sd: 48), value("Zn", .ppm, 31_000, sd: 800)]),
        ("OREAS 621", [value("Cu", .ppm, 3660, sd: 100)]),
        ("Granite", [value("La", .ppm, decimal("13.5"), sd: decimal("0.8"))]),
    ])

    static func decimal(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }

    static func says(
        _ sample: String,
        _ type: SampleType,
        _ reference: String = "",
        parent: String = "",
        revision: Int = 0,
        register: String = "a",
        dispatch: String = "",
        project: String = "",
        row: Int = 2
    ) -> RegisterStatement {
        var entry = RegisterEntry(sample: sample, type: type, reference: reference, parent: parent, row: row)
        entry.dispatch = dispatch
        entry.project = project
        return RegisterStatement(
            entry: entry,
            revision: revision,
            registerSHA256: register,
            registerName: "\(register).csv"
        )
    }
}
