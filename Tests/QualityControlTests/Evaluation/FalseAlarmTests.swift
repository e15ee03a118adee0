import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("False alarms")
struct FalseAlarmTests {
    private static let elements = ["Au", "Cu", "Zn", "Zr", "S", "La", "Fe", "Pb"]

    /// Eight elements of 1000 ± 100 ppm, of which Cu decides; each text a result in their order.
    private func batch(_ texts: [String], _ family: FalseAlarmRules.Family? = .benjaminiHochberg) -> Batch {
        var batch = Batch()
        batch.builder = CertificateBuilder()
        for element in Self.elements {
            batch.builder.column(element, "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        }
        batch.policy.tiers = TierRules(decision: [TestStandards.cu], information: [], unsuitable: [:])
        batch.policy.falseAlarms = family.map {
            FalseAlarmRules(
                support: $0,
                alpha: TestStandards.decimal("0.05"),
                improbable: TestStandards.decimal("0.001")
            )
        }
        batch.materials = TestStandards.library([
            ("OREAS 620", Self.elements.map { TestStandards.value($0, .ppm, 1_000, sd: 100) })
        ])
        batch.builder.row("A-1", texts)
        batch.statements.append(TestStandards.says("A-1", .crm, "OREAS 620"))
        return batch
    }

    private let lone = ["1000", "1000", "1210", "1000", "1000", "1000", "1000", "1000"]

    @Test(
        "A lone warning among many support elements passes, keeps a note, and makes no finding",
        arguments: [FalseAlarmRules.Family.sidak, .benjaminiHochberg]
    )
    func lone(family: FalseAlarmRules.Family) throws {
        let judgement = batch(lone, family).judgement
        let result = try #require(judgement.result(0, column: 2))
        #expect(result.outcome == .pass)
        #expect(result.rule == .crm2SD)
        #expect(
            result.note == "beyond the warning limit, and no more than chance among 7 support elements"
        )
        #expect(judgement.findings(.crm2SD).isEmpty)
        #expect(judgement.outcome == .pass)
        #expect(judgement.counts.warned == 0)
    }

    @Test("Each by itself, or without the section, it warns", arguments: [FalseAlarmRules.Family.eachAlone, nil])
    func eachAlone(family: FalseAlarmRules.Family?) throws {
        let judgement = batch(lone, family).judgement
        #expect(try #require(judgement.result(0, column: 2)).outcome == .warn)
        #expect(judgement.findings(.crm2SD).count == 1)
        #expect(judgement.findings(.crmFlagCount).isEmpty == (family == nil))
    }

    @Test("A decision element warns and fails by itself, whatever its company")
    func decision() throws {
        let warned = batch(["1000", "1210", "1000", "1000", "1000", "1000", "1000", "1000"]).judgement
        #expect(try #require(warned.result(0, column: 1)).outcome == .warn)
        #expect(warned.outcome == .warn)
        let failed = batch(["1000", "1301", "1000", "1000", "1000", "1000", "1000", "1000"]).judgement
        #expect(failed.outcome == .fail)
    }

    @Test("Beyond the failing limit a support element warns by itself; on it, it is one of the family")
    func beyondFailure() throws {
        func outcome(_ text: String) throws -> Outcome {
            let texts = ["1000", "1000", text, "1000", "1000", "1000", "1000", "1000"]
            return try #require(batch(texts).judgement.result(0, column: 2)).outcome
        }
        #expect(try outcome("1200") == .pass)
        #expect(try outcome("1260") == .pass)
        // One of seven needs p < 0.05 / 7, which 2.7 SD reaches.
        #expect(try outcome("1270") == .warn)
        #expect(try outcome("1300") == .warn)
        #expect(try outcome("1301") == .warn)
    }

    @Test("Moderate deviations of one insertion speak together by Benjamini-Hochberg, and not by Šidák")
    func together() throws {
        let texts = ["1000", "1000", "1230", "1240", "1220", "1250", "1230", "1000"]
        #expect(batch(texts, .benjaminiHochberg).judgement.findings(.crm2SD).count == 5)
        #expect(batch(texts, .sidak).judgement.findings(.crm2SD).isEmpty)
    }

    @Test("Two in a row of a support element stand by themselves")
    func inARow() throws {
        var batch = batch(lone)
        batch.builder.row("A-2", lone)
        batch.statements.append(TestStandards.says("A-2", .crm, "OREAS 620"))
        let judgement = batch.judgement
        #expect(judgement.results.filter { $0.outcome == .warn }.map(\.rule) == [.crmConsecutive2SD])
        #expect(judgement.findings(.crmConsecutive2SD).map(\.sample) == ["A-2"])
    }

    @Test("The laboratory's own materials have families too, and are not counted as yours")
    func laboratory() throws {
        var batch = batch(["1000", "1000", "1000", "1000", "1000", "1000", "1000", "1000"])
        batch.builder.row("*STD OREAS 620", lone, origin: .laboratoryCRM(material: "OREAS 620"))
        let judgement = batch.judgement
        #expect(judgement.results.allSatisfy { $0.outcome == .pass })
        #expect(try #require(judgement.findings(.crmFlagCount).first).message.hasPrefix("8 results of reference"))
    }

    @Test("Every verdict counts its flags against chance")
    func count() throws {
        let finding = try #require(batch(lone).judgement.findings(.crmFlagCount).first)
        #expect(finding.outcome == .pass)
        #expect(finding.position == 0)
        // 8 × 0.0455; 1 − 0.9545⁸; 8 × 0.0027.
        #expect(
            finding.message
                == "8 results of reference materials: 1 beyond 2 SD, where chance alone gives 0.36 (as many in 31 % of "
                + "batches), and 0 beyond 3 SD, where it gives 0.022 (in 100 %); 1 lone warning of support elements counted "
                + "as chance"
        )
    }

    @Test("So many that chance does not explain them warn")
    func improbable() throws {
        let judgement = batch(["1210", "1000", "1210", "1210", "1210", "1000", "1000", "1000"], .sidak).judgement
        let finding = try #require(judgement.findings(.crmFlagCount).first)
        #expect(finding.outcome == .warn)
        #expect(finding.message.contains("4 beyond 2 SD, where chance alone gives 0.36 (as many in less than 0.1 % of"))
        #expect(finding.message.hasSuffix("look for one cause, such as a bias, a mix-up or a weighing"))
        #expect(judgement.outcome == .warn)
    }

    @Test("A result on 2 or 3 SD is no flag; a batch without a score counts nothing")
    func onTheLimit() throws {
        let texts = ["1200", "800", "1200.0", "1000", "1300", "1000", "1000", "1000"]
        let message = try #require(batch(texts).judgement.findings(.crmFlagCount).first).message
        #expect(message.contains("1 beyond 2 SD"))
        #expect(message.contains("0 beyond 3 SD"))
        let empty = batch(["NSS", "NSS", "NSS", "NSS", "NSS", "NSS", "NSS", "NSS"]).judgement
        #expect(empty.findings(.crmFlagCount).isEmpty)
    }

    @Test("The tail of the count is the binomial one")
    func tail() {
        var count = FlagCount()
        for steps in [4_000_000_001, 6_000_000_001, -6_000_000_001, 0] as [Int64] {
            count.add(StandardScore(steps: steps))
        }
        #expect((count.evaluated, count.beyond2SD, count.beyond3SD) == (4, 3, 2))
        let (p2, p3) = (0.045500263896358414, 0.0026997960632601891)
        #expect((count.chanceOf2SD - (4 * p2 * p2 * p2 * (1 - p2) + p2 * p2 * p2 * p2)).magnitude < 1e-12)
        let two = 6 * p3 * p3 * (1 - p3) * (1 - p3)
        #expect((count.chanceOf3SD - (two + 4 * p3 * p3 * p3 * (1 - p3) + p3 * p3 * p3 * p3)).magnitude < 1e-12)
    }
}
