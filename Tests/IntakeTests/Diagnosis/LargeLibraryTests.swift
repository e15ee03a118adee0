import Geochemistry
import Standards
import TestSupport
import Testing

@testable import QualityControl

@Suite("Diagnosis: a large library")
struct LargeLibraryTests {
    /// Four hundred materials of sixty analytes each, by two digestions.
    private static let library: MaterialLibrary = {
        var generator = SeededGenerator(seed: 41)
        let analytes = (1...60).map { Analyte("E\($0)") }
        let materials = (1...400).map { number in
            ReferenceMaterial(
                name: MaterialName("M \(number)"),
                supplier: "",
                certificate: "",
                values: analytes.map { analyte in
                    let value = Int.random(in: 100...100_000, using: &generator)
                    return CertifiedValue(
                        analyte: analyte,
                        digestion: .fourAcid,
                        unit: .ppm,
                        value: ExactDecimal(value),
                        sd: ExactDecimal(max(1, value / 30))
                    )
                }
            )
        }
        return MaterialLibrary(
            materials,
            analytes: AnalyteTable(analytes.map { AnalyteEntry(analyte: $0, name: "", kind: .element) })
        )
    }()

    @Test("One failed material is found among 400 of 60 elements")
    func largeLibrary() throws {
        var builder = CertificateBuilder()
        for number in 1...60 {
            builder.column("E\(number)", "ppm", method: "M61", .fourAcid, detectionLimit: "1")
        }
        let truth = try #require(Self.library[MaterialName("M 250")])
        builder.row("1", truth.values.map(\.value.description))
        let statement = RegisterStatement(
            entry: RegisterEntry(sample: "1", type: .crm, reference: "M 17", row: 2),
            revision: 0,
            registerSHA256: "a",
            registerName: "a.csv"
        )
        let policy = try ShippedStandards.snapshot.get().policy(for: "").policy
        let judgement = BatchEvaluation.judge(
            builder.certificate,
            statements: [statement],
            sampling: [],
            materials: Self.library,
            policy: policy,
            history: SeriesHistory()
        )
        #expect(
            judgement.findings.contains { $0.message.hasPrefix("1 (M 17) looks like M 250 (median distance 0.00 SD") }
        )

        let sheet = BatchSheet(
            certificate: builder.certificate,
            roles: [SampleRole(.crm, reference: "M 17")],
            materials: Self.library,
            policy: policy
        )
        let clock = ContinuousClock()
        let time = clock.measure { #expect(LibraryScan.candidates(for: 0, in: sheet).count == 1) }
        print("400 materials of 60 elements: \(time)")
    }
}
