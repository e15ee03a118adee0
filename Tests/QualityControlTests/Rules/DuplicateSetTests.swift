import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Sets of duplicates")
struct DuplicateSetTests {
    private static let rules = DuplicateSetRules(pairs: 20, percent: 10, field: .warn, coarse: .warn, pulp: .fail)

    /// A batch of pairs of Cu, of which the first differ by 50 %.
    private func batch(
        _ pairs: Int,
        differing: Int,
        _ type: SampleType = .pulpDuplicate,
        rules: DuplicateSetRules? = DuplicateSetTests.rules
    ) -> Batch {
        var batch = Batch()
        batch.policy.duplicate.set = rules
        // A pair alone never fails here, so that what is seen is the set.
        batch.policy.duplicate.pulp.outcome = .warn
        for number in 0..<pairs {
            batch.routine("A\(number)", "100")
            batch.duplicate("B\(number)", number < differing ? "200" : "101", of: "A\(number)", type)
        }
        return batch
    }

    @Test("More than one pair in ten: below, on, above", arguments: [(19, false), (20, false), (21, true)])
    func share(differing: Int, told: Bool) {
        let judgement = batch(200, differing: differing).judgement
        #expect(judgement.findings(.duplicateSet).count == (told ? 1 : 0))
        #expect(judgement.outcome == (told ? .fail : .warn))
    }

    @Test("and exactly in decimals: 12.5 % of 40 is five")
    func decimals() throws {
        var rules = Self.rules
        rules.percent = try #require(ExactDecimal("12.50"))
        #expect(batch(40, differing: 5, rules: rules).judgement.findings(.duplicateSet).isEmpty)
        #expect(!batch(40, differing: 6, rules: rules).judgement.findings(.duplicateSet).isEmpty)
    }

    @Test("Nineteen pairs say nothing, twenty do", arguments: [(19, false), (20, true), (21, true)])
    func enough(pairs: Int, told: Bool) {
        #expect(batch(pairs, differing: 10).judgement.findings(.duplicateSet).isEmpty != told)
    }

    @Test("A policy without the section says nothing")
    func off() {
        let judgement = batch(40, differing: 40, rules: nil).judgement
        #expect(judgement.findings(.duplicateSet).isEmpty)
        #expect(judgement.outcome == .warn)
    }

    @Test("A pair that cannot be compared does not count")
    func notEvaluated() {
        var batch = batch(19, differing: 10)
        batch.routine("C", "<1")
        batch.duplicate("D", "<1", of: "C")
        #expect(batch.judgement.findings(.duplicateSet).isEmpty)
    }

    @Test(
        "Each kind has its outcome",
        arguments: [
            (SampleType.fieldDuplicate, Outcome.warn), (.coarseDuplicate, .warn), (.pulpDuplicate, .fail),
        ]
    )
    func kinds(type: SampleType, outcome: Outcome) {
        let judgement = batch(20, differing: 3, type).judgement
        #expect(judgement.findings(.duplicateSet).map(\.outcome) == [outcome])
        #expect(judgement.outcome == outcome)
    }

    @Test(
        "A support element warns at most, and information says nothing",
        arguments: [
            ("Pb", [Outcome.warn]), ("S", []),
        ]
    )
    func tiers(analyte: String, outcomes: [Outcome]) {
        var batch = Batch()
        batch.builder.column(analyte, "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        batch.policy.duplicate.set = Self.rules
        for number in 0..<20 {
            batch.routine("A\(number)", "100", "100")
            batch.duplicate("B\(number)", "100", "200", of: "A\(number)")
        }
        #expect(batch.judgement.findings(.duplicateSet).map(\.outcome) == outcomes)
        #expect(batch.judgement.outcome != .fail)
    }

    @Test("It says how many, of what, beyond which limit")
    func message() throws {
        let finding = try #require(batch(24, differing: 5).judgement.findings(.duplicateSet).first)
        #expect(
            finding.message == "5 of 24 pulp duplicates of Cu by ME-ICP61 exceed their limit of 20 % of the pair's "
                + "mean, 20.8 % where the policy allows 10 %: the set does not repeat. 'cupel statistics duplicates' "
                + "shows by how much"
        )
        #expect((finding.analyte, finding.method, finding.position) == ("Cu", "ME-ICP61", 0))
    }
}
