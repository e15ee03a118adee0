import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Point rules of reference materials")
struct CRMPointRuleTests {
    /// The result of one insertion.
    private func result(_ text: String, _ batch: Batch = Batch()) throws -> QCResult {
        var batch = batch
        batch.crm("10010", text)
        return try #require(batch.judgement.result(0))
    }

    @Test(
        "Limits of 2 and 3 SD: below, on, on, above",
        arguments: [
            ("1638", Outcome.warn, RuleName.crm2SD), ("1639", .pass, .crm2SD), ("1831", .pass, .crm2SD),
            ("1832", .warn, .crm2SD), ("1590", .fail, .crm3SD), ("1591", .warn, .crm2SD), ("1879", .warn, .crm2SD),
            ("1880", .fail, .crm3SD), ("1735", .pass, .crm2SD), ("1831.0000", .pass, .crm2SD),
            ("1831.0001", .warn, .crm2SD),
        ]
    )
    func limits(_ text: String, _ outcome: Outcome, _ rule: RuleName) throws {
        let result = try result(text)
        #expect(result.outcome == outcome)
        #expect(result.rule == rule)
        #expect(result.upperLimit == (outcome == .fail ? 1879 : 1831))
        #expect(result.lowerLimit == (outcome == .fail ? 1591 : 1639))
        #expect(result.expected == 1735)
        #expect(result.sd == 48)
    }

    @Test("The gates are those of the shared table, digit for digit", .enabled(if: SharedFiles.arePresent))
    func goldenGates() throws {
        let rows = try SharedFiles.rows("golden/crm_gates.csv")
        #expect(rows.count == 12)
        for row in rows {
            func number(_ name: String) throws -> ExactDecimal {
                try #require(row[name].flatMap { ExactDecimal($0) })
            }
            let certified = try CertifiedValue(
                analyte: Analyte("X"),
                digestion: .fourAcid,
                unit: .ppm,
                value: number("certified"),
                sd: number("sd")
            )
            var rules = TestStandards.crmRules
            rules.unusableRSDPercent = 100
            let match = MaterialLibrary.Match(certified: certified, conversion: .identity)
            let window = try CRMWindow(CertifiedExpectation(match), detectionLimit: nil, rules: rules)
            #expect(try window.warn.lower == number("lo2sd"))
            #expect(try window.warn.upper == number("hi2sd"))
            #expect(try window.fail.lower == number("lo3sd"))
            #expect(try window.fail.upper == number("hi3sd"))
            let percent = try PercentWindow.tolerances(around: CertifiedExpectation(match), rules: rules).warn
            #expect(try percent.lower == number("lo5pct"))
            #expect(try percent.upper == number("hi5pct"))
            // On every gate a result passes the rule that the gate belongs to.
            for (name, outcome) in [
                ("lo2sd", Outcome.pass), ("hi2sd", .pass), ("lo3sd", .warn), ("hi3sd", .warn),
            ] {
                let deviation = try window.expectation.deviation(of: number(name))
                #expect(window.judge(deviation: deviation).outcome == outcome, "\(name) of \(row)")
            }
            let rsd = try #require(certified.sd?.percent(of: certified.value))
            #expect(try abs(rsd - number("rsd_pct").approximate) < 1e-9)
            let standing = try CRMWindow(
                CertifiedExpectation(match),
                detectionLimit: nil,
                rules: TestStandards.crmRules
            ).standing
            #expect(standing == (rsd > 15 ? .notUsable : .judged))
        }
    }

    @Test("z is exact where the decimals are, and bias is in percent")
    func scores() throws {
        var batch = Batch(detectionLimit: "0.01")
        batch.materials = TestStandards.library([
            (
                "OREAS 504c",
                [TestStandards.value("Cu", .ppm, TestStandards.decimal("1.48"), sd: TestStandards.decimal("0.045"))]
            )
        ])
        batch.crm("1", "1.57", of: "OREAS 504c")
        let result = try #require(batch.judgement.result(0))
        #expect(result.z == 2)
        #expect(result.outcome == .pass)
        #expect(abs(try #require(result.biasPercent) - 6.0810810811) < 1e-9)
    }

    @Test(
        "Where a certificate states no SD, a percent window judges",
        arguments: [
            ("94.9", Outcome.warn), ("95", .pass), ("105", .pass), ("105.1", .warn), ("89.9", .fail), ("90", .warn),
            ("110", .warn), ("110.1", .fail),
        ]
    )
    func percentWindow(_ text: String, _ outcome: Outcome) throws {
        var batch = Batch()
        batch.materials = TestStandards.library([("OREAS 620", [TestStandards.value("Cu", .ppm, 100, sd: nil)])])
        let result = try result(text, batch)
        #expect(result.outcome == outcome)
        #expect(result.rule == .crmPercentWindow)
        #expect(result.sd == nil)
        #expect(result.z == nil)
    }

    @Test("A certified value in another unit is converted exactly and named")
    func converted() throws {
        var batch = Batch()
        // 5 oz per short ton, SD 0.1: 1200/7 g/t, SD 24/7; the 2 SD limit is 1248/7 = 178.2857...
        batch.materials = TestStandards.library([
            ("OREAS 620", [TestStandards.value("Cu", .ouncesPerShortTon, 5, sd: TestStandards.decimal("0.1"))])
        ])
        let inside = try result("178.285714285714285714285714", batch)
        #expect(inside.outcome == .pass)
        #expect(inside.note == "oz/t (short ton) to ppm")
        #expect(inside.expected == ExactDecimal("171.428571429"))
        #expect(inside.upperLimit == ExactDecimal("178.285714286"))
        #expect(try result("178.285714285714285714285715", batch).outcome == .warn)
    }

    @Test("A certified element answers for the oxide that is reported")
    func oxide() throws {
        var batch = Batch()
        batch.builder.column("Fe2O3", "%", method: "ME-XRF26", .borateFusion)
        batch.materials = TestStandards.library([
            ("OREAS 620", [TestStandards.value("Fe", .ppm, 30_000, sd: 1_000, .borateFusion)])
        ])
        batch.crm("1", "", "4.58")
        let result = try #require(batch.judgement.result(0, column: 1))
        #expect(result.expected == ExactDecimal("4.289202"))
        #expect(result.note == "Fe to Fe2O3 x 1.429734; ppm to %")
        #expect(result.outcome == .warn)
    }

    @Test(
        "Below ten detection limits nothing is judged: below, on, on, above",
        arguments: [
            ("173.4", Outcome.fail), ("173.5", .fail), ("173.6", .notEvaluated),
        ]
    )
    func detectionLimitGate(_ limit: String, _ outcome: Outcome) throws {
        var batch = Batch(detectionLimit: limit)
        batch.crm("1", "3000")
        let judgement = batch.judgement
        let result = try #require(judgement.result(0))
        #expect(result.outcome == outcome)
        if outcome == .notEvaluated {
            #expect(result.rule == .crmDetectionLimitGate)
            #expect(result.tier == .information)
            #expect(result.z != nil)
            #expect(judgement.findings.isEmpty)
        }
    }

    @Test(
        "A certified value whose SD is more than 15 % of it is not used",
        arguments: [
            ("15", RuleName.crm3SD), ("15.1", .crmNotUsable), ("0", .crmNotUsable),
        ]
    )
    func usable(_ sd: String, _ rule: RuleName) throws {
        var batch = Batch()
        batch.materials = TestStandards.library([
            ("OREAS 620", [TestStandards.value("Cu", .ppm, 100, sd: TestStandards.decimal(sd))])
        ])
        let result = try result("500", batch)
        #expect(result.rule == rule)
        #expect(result.outcome == (rule == .crm3SD ? .fail : .notEvaluated))
    }

    @Test(
        "Provisional values support at most, indicative ones inform",
        arguments: [
            (CertifiedValue.Kind.certified, Tier.decision, Outcome.fail), (.provisional, .support, .warn),
            (.indicative, .information, .notEvaluated),
        ]
    )
    func kinds(_ kind: CertifiedValue.Kind, _ tier: Tier, _ outcome: Outcome) throws {
        var batch = Batch()
        batch.materials = TestStandards.library([
            ("OREAS 620", [TestStandards.value("Cu", .ppm, 100, sd: 1, kind: kind)])
        ])
        let result = try result("500", batch)
        #expect(result.tier == tier)
        #expect(result.outcome == outcome)
        #expect(result.rule == .crm3SD)
    }

    @Test(
        "A censored result fails only where the window lies wholly on the other side",
        arguments: [
            ("<0.5", Outcome.fail), ("<1590", .fail), ("<1591", .notEvaluated), ("<1592", .notEvaluated),
            ("<5000", .notEvaluated), (">1878", .notEvaluated), (">1879", .notEvaluated), (">1880", .fail),
            (">500", .notEvaluated), ("ND", .notEvaluated),
        ]
    )
    func censored(_ text: String, _ outcome: Outcome) throws {
        let result = try result(text)
        #expect(result.outcome == outcome)
        #expect(result.rule == .crmCensored)
        #expect(result.value == nil)
        #expect(result.z == nil)
        #expect(result.note.isEmpty == (outcome == .fail))
    }

    @Test("Numbers with too many digits are not evaluated, and nothing traps")
    func outOfRange() throws {
        var batch = Batch()
        batch.materials = TestStandards.library([
            ("OREAS 620", [TestStandards.value("Cu", .ouncesPerShortTon, TestStandards.decimal("1e-28"), sd: 1)])
        ])
        let result = try result("9999999999999999999999999999", batch)
        #expect(result.outcome == .notEvaluated)
        #expect(result.rule == .outOfRange)
    }

    @Test("A finding says what, where and by how much")
    func message() {
        var batch = Batch()
        batch.crm("10010", "1900")
        #expect(
            batch.judgement.findings.map(\.message) == [
                "10010 (OREAS 620): Cu by ME-ICP61 is 1900 ppm, 3.44 SD above the certified 1735 ppm (SD 48; limit 1879)"
            ]
        )
    }
}
