import Geochemistry
import QualityControl
import Testing

@Suite("Grades of samples and of reference materials")
struct GradeCoverageTests {
    /// Cu by four acids; OREAS 620 is certified for 1735 ppm, OREAS 621 for 3660 ppm.
    private func judged(
        _ samples: [String],
        crms: [String] = ["OREAS 620"],
        _ change: (inout Batch) -> Void = { _ in }
    ) -> Judgement {
        var batch = Batch()
        batch.policy.insertion.gradeCoverage = .init(factor: 2, percent: 10, samples: 5, outcome: .warn)
        for (index, text) in samples.enumerated() { batch.routine("S\(index)", text) }
        for (index, material) in crms.enumerated() {
            batch.crm("C\(index)", material == "OREAS 620" ? "1735" : "3660", of: material)
        }
        change(&batch)
        return batch.judgement
    }

    private func batch(_ low: Int, _ high: Int, _ text: String) -> [String] {
        Array(repeating: "200", count: low) + Array(repeating: text, count: high)
    }

    @Test(
        "Twice the highest certified value is near enough: below, on, on, above",
        arguments: [("3469", 0), ("3470", 0), ("3470.0", 0), ("3471", 1), (">3469", 0), (">3470", 1), ("<5000", 0)]
    )
    func factor(_ text: String, _ findings: Int) {
        #expect(judged(batch(0, 10, text)).findings(.gradeCoverage).count == findings)
    }

    @Test(
        "More than a tenth of the samples, and five, are many",
        arguments: [(45, 5, 0), (44, 5, 1), (0, 4, 0), (0, 5, 1), (40, 5, 1), (54, 6, 0), (53, 6, 1)]
    )
    func many(_ low: Int, _ high: Int, _ findings: Int) {
        #expect(judged(batch(low, high, "9000")).findings(.gradeCoverage).count == findings)
    }

    @Test("A material of higher grade covers them, however low the others are")
    func higherMaterial() {
        #expect(judged(batch(20, 6, "7000")).findings(.gradeCoverage).count == 1)
        #expect(judged(batch(20, 6, "7000"), crms: ["OREAS 620", "OREAS 621"]).findings.isEmpty)
    }

    @Test("Samples without a result do not count, and barren ones ask for nothing")
    func barren() {
        #expect(judged(batch(0, 5, "9000") + Array(repeating: "NSS", count: 100)).findings(.gradeCoverage).count == 1)
        #expect(judged(Array(repeating: "<1", count: 50)).findings.isEmpty)
    }

    @Test("From the significant grade on, both sides count")
    func significantGrade() {
        func findings(_ samples: [String], crms: [String] = ["OREAS 621"]) -> [Finding] {
            judged(samples, crms: crms) {
                $0.policy.reassay.significantGrades = [Analyte("Cu"): .init(value: 1000, unit: .ppm)]
            }.findings(.gradeCoverage)
        }
        #expect(findings(batch(100, 5, "1829")).count == 1)
        #expect(findings(batch(100, 5, "1830")).isEmpty)
        // Below the significant grade nothing is asked for.
        #expect(findings(batch(100, 5, "999")).isEmpty)
        #expect(findings(batch(100, 5, "1000")).count == 1)
        #expect(findings(batch(100, 5, "1000"), crms: ["OREAS 621", "OREAS 620"]).isEmpty)
    }

    @Test("Without a certified value, a known material or the section nothing is said here")
    func elsewhere() {
        #expect(judged(batch(0, 10, "9000")) { $0.policy.insertion.gradeCoverage = nil }.findings.isEmpty)
        #expect(judged(batch(0, 10, "9000"), crms: []).findings.isEmpty)
        #expect(judged(batch(0, 10, "9000"), crms: ["Granite"]).findings(.gradeCoverage).isEmpty)
        #expect(judged(batch(0, 10, "9000")) { $0.policy.tiers.decision = [] }.findings(.gradeCoverage).isEmpty)
    }

    @Test("The policy may show it only")
    func shown() {
        let judgement = judged(batch(0, 10, "9000")) { $0.policy.insertion.gradeCoverage?.outcome = .pass }
        #expect(judgement.findings(.gradeCoverage).map(\.outcome) == [.pass])
        #expect(judgement.outcome == .pass)
        #expect(judged(batch(0, 10, "9000")).outcome == .warn)
    }

    @Test("The words say how many, and what the materials reach")
    func words() {
        #expect(
            judged(batch(20, 6, "9000")).findings(.gradeCoverage).map(\.message) == [
                "many samples lie at grades that no reference material of the batch controls: Cu by ME-ICP61 (6 of 26 above 2 "
                    + "times the highest certified value, 1735 ppm of OREAS 620). Insert a material of their grade"
            ]
        )
        let judgement = judged(batch(20, 6, "9000"), crms: ["OREAS 620", "OREAS 621"]) {
            $0.policy.reassay.significantGrades = [
                Analyte("Cu"): .init(value: TestStandards.decimal("0.1"), unit: .percent)
            ]
        }
        #expect(
            judgement.findings(.gradeCoverage).map(\.message) == [
                "many samples lie at grades that no reference material of the batch controls: Cu by ME-ICP61 (6 of the 6 from "
                    + "0.1 % are farther than a factor of 2 from every certified value, 1735 ppm of OREAS 620 to 3660 ppm of "
                    + "OREAS 621). Insert a material of their grade"
            ]
        )
    }
}
