import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Which override of a policy wins")
struct PolicyPrecedenceTests {
    static let subject = PolicySubject(
        laboratory: "ALS",
        method: "ME-ICP61",
        digestion: .fourAcid,
        material: MaterialName("OREAS 620"),
        element: Analyte("Cu")
    )

    /// One term for each letter: Analyte, Material, mEthod, Digestion, Laboratory.
    static func terms(_ letters: String) -> [Overrides.Term] {
        letters.map {
            switch $0 {
            case "A": .analyte("Cu")
            case "M": .material("OREAS 620")
            case "E": .method("ME-ICP61")
            case "D": .digestion("four_acid")
            default: .laboratory("ALS")
            }
        }
    }

    /// Every set of selectors, the strongest first: the most specific selector decides, then how many there are.
    static let order: [[String]] = [
        ["AMEDL"], ["AMED", "AMEL", "AMDL", "AEDL"], ["AME", "AMD", "AML", "AED", "AEL", "ADL"],
        ["AM", "AE", "AD", "AL"],
        ["A"], ["MEDL"], ["MED", "MEL", "MDL"], ["ME", "MD", "ML"], ["M"], ["EDL"], ["ED", "EL"], ["E"], ["DL"], ["D"],
        ["L"],
    ]

    @Test("The whole table: the most specific selector, then the number of selectors, then the place in the file")
    func table() {
        #expect(Self.order.joined().count == 31)
        let ranked = Self.order.enumerated().flatMap { rank, sets in sets.map { (rank, $0) } }
        for (left, first) in ranked {
            for (right, second) in ranked {
                var policy = TestStandards.policy
                policy.overrides = [
                    Overrides.failSD(4, Self.terms(first)), Overrides.failSD(5, Self.terms(second)),
                ]
                // Of equals the later in the file.
                let winner: ExactDecimal = left < right ? 4 : 5
                #expect(policy.rules(for: Self.subject).crm.failSD == winner, "\(first) before \(second)")
            }
        }
    }

    @Test("Each number goes its own way: what the winner does not state, the next one may, and else the file")
    func eachNumber() {
        var policy = TestStandards.policy
        policy.overrides = [
            Overrides.of(.analyte("Cu"), stated: "crm.fail_sd") { $0.crm.failSD = 4 },
            Overrides.of(.laboratory("ALS"), stated: "crm.fail_sd", "crm.warn_sd", "blank.background_sd") {
                $0.crm.failSD = 6
                $0.crm.warnSD = 3
                $0.blank.backgroundSD = 9
            },
        ]
        let rules = policy.rules(for: Self.subject)
        #expect((rules.crm.failSD, rules.crm.warnSD, rules.blank.backgroundSD) == (4, 3, 9))
        #expect(rules.crm.failPercent == TestStandards.policy.crm.failPercent)
        // A number that differs in the override's policy and is not stated there is not looked at.
        policy.overrides = [Overrides.of(.analyte("Cu"), stated: "crm.warn_sd") { $0.crm.failSD = 7 }]
        #expect(policy.rules(for: Self.subject).crm.failSD == 3)
    }

    @Test("Without overrides, and for a subject that none fits, the numbers are those of the file")
    func none() {
        #expect(TestStandards.policy.rules(for: Self.subject) == TestStandards.policy)
        var policy = TestStandards.policy
        policy.overrides = [Overrides.failSD(4, [.analyte("Zn")]), Overrides.failSD(4, [.laboratory("SGS")])]
        #expect(policy.rules(for: Self.subject).crm == TestStandards.policy.crm)
        #expect(policy.rules(for: PolicySubject()).crm == TestStandards.policy.crm)
    }

    @Test("What a result does not have fits no selector, not even a pattern: a pair of duplicates has no material")
    func withoutMaterial() {
        var subject = Self.subject
        subject.material = nil
        var policy = TestStandards.policy
        policy.overrides = [Overrides.failSD(4, [.material("OREAS*")])]
        #expect(policy.rules(for: subject).crm.failSD == 3)
        #expect(policy.rules(for: Self.subject).crm.failSD == 4)
    }

    @Test(
        "Names are compared as the trade writes them, with lists and stars",
        arguments: [
            ([Overrides.Term.laboratory("als")], true), ([.laboratory("ALS*")], true),
            ([.laboratory("SGS", "ALS")], true),
            ([.laboratory("AL")], false), ([.method("me-icp 61")], true), ([.method("ME-*")], true),
            ([.method("ME-MS61", "ME-ICP6*")], true), ([.method("ME-ICP6")], false), ([.material("oreas-620")], true),
            ([.material("OREAS620 (Aqua Regia)")], true), ([.material("OREAS 62*")], true), ([.material("*620")], true),
            ([.material("OREAS 62")], false), ([.digestion("*_acid")], true), ([.digestion("aqua_regia")], false),
            ([.analyte("CU")], true), ([.analyte("C*")], true), ([.analyte("C")], false),
            ([.analyte("Cu"), .laboratory("SGS")], false),
        ] as [([Overrides.Term], Bool)]
    )
    func names(_ terms: [Overrides.Term], fits: Bool) {
        #expect((Overrides.selectors(terms).obstacle(for: Self.subject) == nil) == fits)
    }

    @Test("Two overrides can meet unless a selector that both name keeps them apart")
    func overlaps() {
        func meet(_ first: [Overrides.Term], _ second: [Overrides.Term]) -> Bool {
            let (a, b) = (Overrides.selectors(first), Overrides.selectors(second))
            #expect(a.overlaps(b) == b.overlaps(a))
            return a.overlaps(b)
        }
        #expect(meet([.analyte("Cu")], [.laboratory("ALS")]))
        #expect(meet([.material("OREAS 62*")], [.material("*620")]))
        #expect(!meet([.analyte("Cu"), .laboratory("ALS")], [.analyte("Zn"), .laboratory("ALS")]))
        #expect(meet([.analyte("Cu", "Zn")], [.analyte("Zn")]))
    }

    @Test("Two overrides that are sound alone can put a warning above a failure together; then it is found")
    func order() {
        var policy = TestStandards.policy
        let warn = Overrides.of(.material("OREAS*"), stated: "crm.warn_sd") { $0.crm.warnSD = 3 }
        let fail = Overrides.of(.analyte("Cu"), stated: "crm.fail_sd") { $0.crm.failSD = TestStandards.decimal("2.5") }
        policy.overrides = [warn, fail]
        #expect(PolicyOrder.broken(by: warn, and: fail, in: policy)?.high == "crm.fail_sd")
        #expect(PolicyOrder.broken(by: fail, and: warn, in: policy)?.low == "crm.warn_sd")
        let equal = Overrides.of(.analyte("Cu"), stated: "crm.fail_sd") { $0.crm.failSD = TestStandards.decimal("3.0") }
        #expect(PolicyOrder.broken(by: warn, and: equal, in: policy) == nil)
        let apart = Overrides.of(.material("GBM*"), stated: "crm.fail_sd") {
            $0.crm.failSD = TestStandards.decimal("2.5")
        }
        #expect(PolicyOrder.broken(by: warn, and: apart, in: policy) == nil)
        // The one that wins states both, so that the other's does not count.
        let both = Overrides.of(.analyte("Cu"), stated: "crm.warn_sd", "crm.fail_sd") {
            $0.crm.warnSD = 1
            $0.crm.failSD = 2
        }
        #expect(PolicyOrder.broken(by: warn, and: both, in: policy) == nil)
    }

    @Test("An override's tier goes before the lists; before an unsuitable digestion only where it names the analyte")
    func tiers() {
        func tier(_ element: String, _ digestion: DigestionClass, _ terms: [Overrides.Term], _ tier: Tier) -> Tier {
            var policy = TestStandards.policy
            let selectors = Overrides.selectors(terms)
            policy.tiers.stated = .init(tier, namesAnalyte: selectors.choices[.analyte] != nil)
            let change = PolicyOverride(selectors, stated: ["tiers.tier"], policy: policy)
            policy = TestStandards.policy
            policy.overrides = [change]
            let element = Analyte(element)
            var batch = Batch()
            batch.policy = policy
            batch.builder = .init(batch: "B")
            batch.builder.column(element.symbol, "ppm", method: "M", digestion)
            batch.crm("1", "1735")
            return batch.judgement.result(0)?.tier ?? .information
        }
        #expect(tier("Cu", .fourAcid, [.laboratory("ALS")], .support) == .support)
        #expect(tier("Pb", .fourAcid, [.method("M")], .decision) == .decision)
        #expect(tier("S", .fourAcid, [.material("OREAS 620")], .support) == .support)
        #expect(tier("S", .fourAcid, [.material("OREAS 621")], .support) == .information)
        #expect(tier("Zr", .aquaRegia, [.laboratory("ALS")], .decision) == .information)
        #expect(tier("Zr", .aquaRegia, [.analyte("Zr")], .decision) == .decision)
    }
}
