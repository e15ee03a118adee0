import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("What a series says")
struct SeriesFindingsTests {
    /// Cu of 1000 ppm with SD 40 (4 %), so that 1040 is one SD above.
    private static let materials = TestStandards.library([
        ("OREAS 620", [TestStandards.value("Cu", .ppm, 1_000, sd: 40)])
    ])

    /// Judges certificates one after another, each with the segments of those before it.
    private func judge(
        _ certificates: [[String]],
        rules: SeriesRules = .starter,
        tier: Tier = .decision
    ) -> [Judgement] {
        var segments: [SeriesSegment] = []
        return certificates.enumerated().map { number, texts in
            var batch = Batch("B\(number + 1)")
            batch.materials = Self.materials
            batch.policy.series = rules
            batch.policy.crm.warnSD = 9
            batch.policy.crm.failSD = 9
            if tier != .decision { batch.policy.tiers.decision = [] }
            if tier == .information { batch.policy.tiers.information = [TestStandards.cu] }
            batch.history = SeriesHistory(segments)
            for (index, text) in texts.enumerated() { batch.crm("S\(number + 1)-\(index + 1)", text) }
            let judgement = batch.judgement
            segments += judgement.segments
            return judgement
        }
    }

    private func said(_ judgement: Judgement?) -> [String] {
        (judgement?.findings ?? []).map { "\($0.outcome.rawValue) \($0.rule) \($0.sample) \($0.analyte)" }
    }

    private static let quiet = ["1004", "996", "1008", "992", "1000"]

    @Test("Four in a row beyond 1 SD, through certificates: exactly on it is not beyond")
    func fourBeyond() throws {
        let on = judge([["1041", "1041", "1041"], ["1040"]], rules: SeriesRules(runs: SeriesRules.starter.runs))
        #expect(said(on.last).isEmpty)
        let last = judge([["1041", "1041", "1041"], ["1041"]], rules: SeriesRules(runs: SeriesRules.starter.runs)).last
        #expect(said(last) == ["warn crm_4_1s S2-1 Cu"])
        #expect(last?.outcome == .warn)
        #expect(
            last?.findings.first?.message
                == "OREAS 620: Cu by ME-ICP61: four results in a row more than 1 SD above the certified value "
                + "(+1.03, +1.03, +1.03, +1.03 SD, from S1-1 of batch B1 to S2-1); the certified 1000 ppm (SD 40)"
        )
    }

    @Test("A result that is missing or censored breaks a run", arguments: ["NSS", "<5", ""])
    func broken(_ text: String) {
        let rules = SeriesRules(runs: SeriesRules.starter.runs)
        let judgement = judge([["1041", "1041", "1041", text, "1041"]], rules: rules).last
        #expect((judgement?.findings ?? []).filter { $0.rule == "crm_4_1s" }.isEmpty == (text != ""))
    }

    @Test("A policy may let a run fail a batch, and then it is held")
    func failing() {
        let rules = SeriesRules(runs: .init(fail: [.fourBeyond1SD], warn: [], show: []))
        #expect(judge([["1041", "1041", "1041", "1041"]], rules: rules).last?.outcome == .fail)
        #expect(judge([["1041", "1041", "1041", "1041"]], rules: rules, tier: .support).last?.outcome == .pass)
        var both = rules
        both.includesSupport = true
        #expect(judge([["1041", "1041", "1041", "1041"]], rules: both, tier: .support).last?.outcome == .warn)
        #expect(judge([["1041", "1041", "1041", "1041"]], rules: both, tier: .information).last?.outcome == .pass)
    }

    @Test("R-4s is one beyond +2 and one beyond -2 SD in one batch, and not in two")
    func opposite() {
        let rules = SeriesRules(runs: SeriesRules.starter.runs)
        #expect(said(judge([["1081", "919"]], rules: rules).last) == ["warn crm_r_4s S1-2 Cu"])
        #expect(said(judge([["1081"], ["919"]], rules: rules).last).isEmpty)
        #expect(said(judge([["1080", "919"]], rules: rules).last).isEmpty)
    }

    @Test(
        "A bias of the last twenty, held against its limits",
        arguments: [
            ("1019", ""), ("1020", ""), ("1021", "pass"), ("1049", "pass"), ("1050", "pass"), ("1051", "warn"),
            ("1100", "warn"), ("1101", "fail"), ("899", "fail"),
        ]
    )
    func bias(_ middle: String, _ outcome: String) throws {
        // Scatter of one unit around the middle, in pairs, so that the mean is the middle exactly.
        let centre = try #require(Int(middle))
        let texts = (0..<20).map { "\(centre + ($0.isMultiple(of: 2) ? 1 : -1))" }
        let judgement = try #require(judge([texts], rules: SeriesRules(bias: SeriesRules.starter.bias)).last)
        #expect(said(judgement) == (outcome.isEmpty ? [] : ["\(outcome) crm_bias S1-20 Cu"]))
    }

    @Test("Nine results say nothing of a bias, ten do; and chance is no bias")
    func enough() {
        let rules = SeriesRules(bias: SeriesRules.starter.bias)
        let texts = (0..<10).map { "\(1_060 + ($0.isMultiple(of: 2) ? 1 : -1))" }
        #expect(said(judge([Array(texts.dropLast())], rules: rules).last).isEmpty)
        #expect(said(judge([texts], rules: rules).last) == ["warn crm_bias S1-10 Cu"])
        let wild = (0..<10).map { $0.isMultiple(of: 2) ? "1200" : "920" }
        #expect(said(judge([wild], rules: rules).last).isEmpty)
    }

    @Test("A laboratory that is off and always was is stable; one that leaves its own level is told, bias or not")
    func ownLimits() {
        let rules = SeriesRules(stability: SeriesRules.starter.stability)
        let own = ["1060", "1062", "1058", "1064", "1056"]
        let history = [own, own, own, own]
        #expect(said(judge(history + [["1060"]], rules: rules).last).isEmpty)
        // The median is 1060, the robust SD 1.4826 x 2 ppm: three of them reach to 1068.896.
        #expect(said(judge(history + [["1068.895"]], rules: rules).last).isEmpty)
        #expect(said(judge(history + [["1068.897"]], rules: rules).last) == ["pass crm_own_limits S5-1 Cu"])
        #expect(said(judge(Array(history.dropLast()) + [["1000"]], rules: rules).last).isEmpty, "fifteen are too few")
        #expect(said(judge(history + [["1000"]], rules: rules).last) == ["pass crm_own_limits S5-1 Cu"])
    }

    @Test("A level that moves is drift; a constant bias is none, and another certified value begins anew")
    func drift() {
        let rules = SeriesRules(drift: SeriesRules.starter.drift)
        let level = Array(repeating: Self.quiet, count: 4)
        let biased = level.map { $0.map { "\((Int($0) ?? 0) + 80)" } }
        #expect(said(judge(biased + [["1080", "1084", "1076"]], rules: rules).last).isEmpty)
        let moved = said(judge(level + [["1012", "1012", "1012", "1012"]], rules: rules).last)
        #expect(moved.contains("pass crm_cusum S5-4 Cu"))
        #expect(moved.contains("pass crm_ewma S5-4 Cu"))
        let rising = (0..<24).map { "\(1_000 + $0)" }
        #expect(said(judge([rising], rules: rules).last).contains("pass crm_trend S1-24 Cu"))
    }

    @Test(
        "CRM-X of the Geological Survey of Canada: no point beyond 2 SD, and yet a run and a bias",
        .enabled(if: SharedFiles.arePresent)
    )
    func geologicalSurvey() throws {
        let texts = try SharedFiles.rows("real/gsc/gsc_crm_test_cu.csv").filter { $0["CRM"] == "X" }
            .compactMap { $0["Cu_mgkg"] }
        #expect(texts.count == 25)
        let (certified, sd) = (try #require(ExactDecimal("34.5")), try #require(ExactDecimal("2.19")))
        var segments: [SeriesSegment] = []
        var found: [String: [Int]] = [:]
        for (index, text) in texts.enumerated() {
            var batch = Batch("GSC-\(index + 1)", detectionLimit: nil)
            batch.materials = TestStandards.library([
                ("CRM-X", [TestStandards.value("Cu", .ppm, certified, sd: sd)])
            ])
            batch.policy.series = .starter
            batch.history = SeriesHistory(segments)
            batch.crm("X\(index + 1)", text, of: "CRM-X")
            let judgement = batch.judgement
            segments += judgement.segments
            #expect(judgement.results.map(\.outcome) == [.pass])
            for finding in judgement.findings where finding.rule != RuleName.uncoveredAnalyte.rawValue {
                found["\(finding.outcome.rawValue) \(finding.rule)", default: []].append(index + 1)
            }
        }
        // The eight on one side are those of the published oracle.
        #expect(found["warn crm_8x"] == [10, 11, 12, 13, 14, 15, 16])
        #expect(found["warn crm_4_1s"] == nil)
        #expect(found["warn crm_bias"] == [10, 11, 12, 13])
        #expect(found["pass crm_bias"] == Array(14...25))
    }

    @Test("More than five analytes at once are told in one finding")
    func grouped() throws {
        let symbols = ["Au", "Cu", "Zn", "Pb", "La", "Zr"]
        var batch = Batch("B1")
        batch.builder = CertificateBuilder(batch: "B1")
        batch.policy.tiers.decision = Set(symbols.map { Analyte($0) })
        batch.policy.series = SeriesRules(runs: .init(fail: [], warn: [.fourBeyond1SD], show: []))
        batch.materials = TestStandards.library([
            ("OREAS 620", symbols.map { TestStandards.value($0, .ppm, 1_000, sd: 40) })
        ])
        for symbol in symbols {
            batch.builder.column(symbol, "ppm", method: "ME-ICP61", .fourAcid, detectionLimit: "1")
        }
        for number in 1...4 {
            batch.crm("S\(number)", "1041", "1042", "1043", "1044", "1045", "959")
        }
        let runs = batch.judgement.findings.filter { $0.rule == "crm_4_1s" }
        #expect(runs.count == 1)
        #expect(runs.first?.analyte == "")
        #expect(
            runs.first?.message
                == "OREAS 620 by ME-ICP61: four results in a row more than 1 SD on one side of the certified value, in 6 "
                + "analytes: Au above, Cu above, Zn above, Pb above, La above, Zr below"
        )
    }

    @Test("Rescaling the unit, and mirroring the results, change and mirror what is said")
    func symmetry() {
        var generator = SeededGenerator("series symmetry")
        for _ in 0..<60 {
            let deviations = (0..<4).map { _ in (0..<7).map { _ in Int.random(in: -60...75, using: &generator) } }
            func judged(_ text: (Int) -> String) -> [[String]] {
                judge(deviations.map { $0.map(text) }).map { judgement in
                    judgement.findings.map { "\($0.outcome.rawValue) \($0.rule) \($0.sample)" }
                }
            }
            let plain = judged { "\(1_000 + $0)" }
            #expect(plain == judged { "\(1_000 + $0).000" })
            #expect(plain == judged { "\(1_000 - $0)" })
        }
    }

    @Test("The review of the segments says what was said when the certificate was judged")
    func review() {
        var generator = SeededGenerator("series review")
        for _ in 0..<40 {
            let certificates = (0..<6).map { _ in
                (0..<6).map { _ in
                    Int.random(in: 0...9, using: &generator) == 0
                        ? "NSS" : "\(Int.random(in: 950...1_070, using: &generator))"
                }
            }
            let judgements = judge(certificates)
            var policy = TestStandards.policy
            policy.series = .starter
            policy.crm.warnSD = 9
            var before: [SeriesSegment] = []
            for (number, judgement) in judgements.enumerated() {
                let again = SeriesReview(
                    judgement.segments,
                    batch: "B\(number + 1)",
                    history: SeriesHistory(before),
                    policy: policy,
                    analytes: TestStandards.analytes
                )
                #expect(again == judgement.review)
                before += judgement.segments
            }
        }
    }
}
