import QualityControl
import Testing

@Suite("Run rules")
struct RunRuleTests {
    /// A rule, a series of scores (`-` has none, `|` begins a certificate), and where its pattern ends, counted from 1.
    struct Case: CustomTestStringConvertible, Sendable {
        let rule: RunRule
        let scores: String
        let hits: [Int]

        init(_ rule: RunRule, _ scores: String, _ hits: [Int]) {
            self.rule = rule
            self.scores = scores
            self.hits = hits
        }

        var testDescription: String { "\(rule.rawValue): \(scores)" }
    }

    static let points = [
        Case(.oneBeyond2SD, "1.999 2 2.0 2.001 -2.00 -2.0001", [4, 6]),
        Case(.oneBeyond3SD, "2.999 3 -3.000 3.001 -3.0000000001", [4, 5]),
        Case(.westernElectric1, "3 3.00 2.9 3.1", [4]),
        Case(.nelson1, "3 3.00 2.9 -3.1", [4]),
    ]

    static let sameSide = [
        Case(.twoBeyond2SD, "2.1 1.999", []),
        Case(.twoBeyond2SD, "2.1 2", []),
        Case(.twoBeyond2SD, "2.000 2.1", []),
        Case(.twoBeyond2SD, "2.1 2.001 2.5", [2, 3]),
        Case(.twoBeyond2SD, "2.1 -2.1", []),
        Case(.twoBeyond2SD, "-2.1 | -2.1", [2]),
        Case(.threeBeyond1SD, "1.1 1.0 1.2 1.3 1.01", [5]),
        Case(.fourBeyond1SD, "1.1 1.2 1.3 0.999", []),
        Case(.fourBeyond1SD, "1.1 1.2 1.3 1", []),
        Case(.fourBeyond1SD, "1.1 1.2 1.3 1.000", []),
        Case(.fourBeyond1SD, "-1.1 -1.2 -1.3 -1.001", [4]),
        Case(.twoOfThreeBeyond2SD, "2.1 0 2.001", [3]),
        Case(.twoOfThreeBeyond2SD, "2.1 0 2", []),
        Case(.twoOfThreeBeyond2SD, "2.1 0 2.00 ", []),
        Case(.twoOfThreeBeyond2SD, "2.1 0 1.9 2.1", []),
        Case(.twoOfThreeBeyond2SD, "2.1 2.1 0", [2]),
        Case(.westernElectric2, "-2.1 2.1 -2.1", [3]),
        Case(.nelson5, "-2.1 2.1 -2.1", [3]),
        Case(.westernElectric3, "1.1 1.1 0 1.1 1.001", [5]),
        Case(.westernElectric3, "1.1 1.1 0 1.1 1", []),
        Case(.nelson6, "1.1 1.1 0 1.1 1.00", []),
        Case(.nelson6, "1.1 1.1 0 1.1 0 1.1 1.1 1.1", [8]),
    ]

    static let oneSide = [
        Case(.eightOnOneSide, "1 1 1 1 1 1 1 -0.001", []),
        Case(.eightOnOneSide, "1 1 1 1 1 1 1 0", []),
        Case(.eightOnOneSide, "1 1 1 1 1 1 1 0.000", []),
        Case(.eightOnOneSide, "1 1 1 1 1 1 1 0.001 3", [8, 9]),
        Case(.westernElectric4, "-1 -1 -1 -1 -1 -1 -1 -0.1", [8]),
        Case(.nineOnOneSide, "1 1 1 1 | 1 1 1 1 1", [9]),
        Case(.nelson2, "1 1 1 1 1 1 1 1 1", [9]),
        Case(.tenOnOneSide, "1 1 1 1 1 1 1 1 1 1 1", [10, 11]),
        Case(.twelveOnOneSide, "1 1 1 1 1 1 1 1 1 1 1 1", [12]),
    ]

    static let others = [
        Case(.oppositeExtremes, "2.1 -1.999", []),
        Case(.oppositeExtremes, "2.1 -2", []),
        Case(.oppositeExtremes, "2.1 -2.000", []),
        Case(.oppositeExtremes, "2.1 -2.001", [2]),
        Case(.oppositeExtremes, "2.1 | -2.1", []),
        Case(.oppositeExtremes, "| -2.1 0 1.5 2.1 2.2", [4, 5]),
        Case(.nelson3, "0 0.1 0.2 0.3 0.4 0.5", [6]),
        Case(.nelson3, "0 0.1 0.2 0.3 0.4 0.4", []),
        Case(.nelson3, "0 0.1 0.2 0.3 0.4 0.40", []),
        Case(.nelson3, "0 0.1 0.2 0.3 0.4 0.399", []),
        Case(.nelson3, "5 4 3 2 1 0 -1", [6, 7]),
        Case(.nelson4, "0 1 0 1 0 1 0 1 0 1 0 1 0 1 0", [14, 15]),
        Case(.nelson4, "0 1 0 1 0 1 0 1 0 1 0 1 0 0", []),
        Case(.nelson4, "0 1 0 1 0 1 0 1 0 1 0 1 0 -1", []),
        Case(.nelson7, "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0.999", [15]),
        Case(.nelson7, "0 0 0 0 0 0 0 0 0 0 0 0 0 0 1", [15]),
        Case(.nelson7, "0 0 0 0 0 0 0 0 0 0 0 0 0 0 -1.00", [15]),
        Case(.nelson7, "0 0 0 0 0 0 0 0 0 0 0 0 0 0 1.001", []),
        Case(.nelson8, "1.1 -1.1 1.1 -1.1 1.1 -1.1 1.1 -1.001", [8]),
        Case(.nelson8, "1.1 -1.1 1.1 -1.1 1.1 -1.1 1.1 -1", []),
        Case(.nelson8, "1.1 -1.1 1.1 -1.1 1.1 -1.1 1.1 -1.0", []),
        Case(.nelson8, "1.1 1.1 1.1 1.1 1.1 1.1 1.1 1.1", []),
    ]

    @Test("Limits: what lies on one has not crossed it", arguments: points + sameSide + oneSide + others)
    func limits(_ test: Case) {
        #expect(ScoreSeries(test.scores).hits(test.rule) == test.hits)
    }

    @Test("Mirrored series mirror the hits", arguments: points + sameSide + oneSide + others)
    func mirrored(_ test: Case) {
        let series = ScoreSeries(test.scores)
        var mirror = ScoreSeries()
        for (score, certificate) in zip(series.scores, series.certificates) {
            mirror.append(score.map { StandardScore(steps: -$0.steps) }, certificate: certificate)
        }
        #expect(mirror.hits(test.rule) == test.hits)
        for index in test.hits.map({ $0 - 1 }) {
            let (hit, mirrored) = (test.rule.hit(at: index, in: series), test.rule.hit(at: index, in: mirror))
            #expect(hit?.points == mirrored?.points)
            #expect(mirrored?.side == hit?.side.map { $0 == .above ? .below : .above })
        }
    }

    @Test(
        "An insertion without a score breaks every pattern",
        arguments: RunRule.allCases.filter {
            ![.oneBeyond2SD, .oneBeyond3SD, .westernElectric1, .nelson1].contains($0)
        }
    )
    func broken(_ rule: RunRule) {
        let whole: String =
            switch rule {
            case .nelson3: "0 0.1 0.2 0.3 0.4 0.5"
            case .nelson4: "0 1 0 1 0 1 0 1 0 1 0 1 0 1"
            case .nelson7: Array(repeating: "0", count: 15).joined(separator: " ")
            case .nelson8: "1.1 -1.1 1.1 -1.1 1.1 -1.1 1.1 -1.1"
            case .oppositeExtremes: "2.5 -2.5"
            default: Array(repeating: "2.5", count: rule.reach).joined(separator: " ")
            }
        let series = ScoreSeries(whole)
        #expect(rule.hit(at: series.count - 1, in: series) != nil)
        var words = whole.split(separator: " ").map(String.init)
        words.insert("-", at: words.count - 1)
        let broken = ScoreSeries(words.joined(separator: " "))
        #expect(rule.hit(at: broken.count - 1, in: broken) == nil)
        #expect(rule.hit(at: broken.count - 2, in: broken) == nil)
    }

    @Test("A rule sees no further than its reach", arguments: RunRule.allCases)
    func reach(_ rule: RunRule) {
        let texts = (RunRuleTests.points + RunRuleTests.sameSide + RunRuleTests.oneSide + RunRuleTests.others)
            .filter { $0.rule != .oppositeExtremes }.map(\.scores)
        for text in texts {
            let series = ScoreSeries(text)
            for index in 0..<series.count {
                var short = ScoreSeries()
                for place in max(0, index - rule.reach + 1)...index {
                    short.append(series.scores[place], certificate: series.certificates[place])
                }
                let isHit = rule.hit(at: index, in: series) != nil
                if rule != .oppositeExtremes { #expect((rule.hit(at: short.count - 1, in: short) != nil) == isHit) }
            }
        }
    }

    @Test("A hit names its points and its side")
    func named() throws {
        let series = ScoreSeries("2.1 0 -2.2 -2.3 2.4")
        #expect(
            RunRule.twoBeyond2SD.hit(at: 3, in: series)
                == RunHit(rule: .twoBeyond2SD, points: [2, 3], side: .below)
        )
        #expect(
            RunRule.oppositeExtremes.hit(at: 4, in: series)
                == RunHit(rule: .oppositeExtremes, points: [3, 4], side: nil)
        )
        let gap = ScoreSeries("1.1 1.2 0 1.3 1.4")
        #expect(RunRule.nelson6.hit(at: 4, in: gap)?.points == [0, 1, 3, 4])
        #expect(RunRule.nelson3.hit(at: 5, in: ScoreSeries("0 1 2 3 4 5"))?.side == .above)
    }

    @Test("A pattern that lasts is new once")
    func new() throws {
        func news(_ rule: RunRule, _ text: String) -> [Int] {
            let series = ScoreSeries(text)
            return (0..<series.count).filter { index in
                rule.hit(at: index, in: series).map { rule.isNew($0, in: series) } ?? false
            }.map { $0 + 1 }
        }
        #expect(news(.twoBeyond2SD, "2.1 2.1 2.1 2.1 0 2.1 2.1") == [2, 7])
        #expect(news(.twoBeyond2SD, "2.1 2.1 -2.1 -2.1") == [2, 4])
        #expect(news(.eightOnOneSide, "1 1 1 1 1 1 1 1 1 1 -1 1 1 1 1 1 1 1 1") == [8, 19])
        #expect(news(.twoOfThreeBeyond2SD, "2.1 2.1 0 2.1 0 2.1 0 0 2.1 2.1") == [2, 10])
        #expect(news(.oneBeyond3SD, "3.1 3.1") == [1, 2])
        #expect(news(.oppositeExtremes, "2.1 -2.1 2.1 | 2.1 -2.1") == [2, 5])
    }

    @Test("Outside of a series there is no hit")
    func outside() {
        let series = ScoreSeries("3.5")
        #expect(RunRule.allCases.allSatisfy { $0.hit(at: -1, in: series) == nil && $0.hit(at: 1, in: series) == nil })
        #expect(RunRule.allCases.allSatisfy { $0.hit(at: 0, in: ScoreSeries()) == nil })
    }

    @Test("Names are those of the trade, for ever")
    func names() {
        #expect(
            RunRule.allCases.map(\.rawValue) == [
                "1_2s", "1_3s", "2_2s", "r_4s", "4_1s", "8x", "10x", "12x", "2of3_2s", "3_1s", "9x",
                "we_1", "we_2", "we_3", "we_4",
                "nelson_1", "nelson_2", "nelson_3", "nelson_4", "nelson_5", "nelson_6", "nelson_7", "nelson_8",
            ]
        )
        #expect(
            RunRule.allCases.map(\.reach) == [
                1, 1, 2, 1, 4, 8, 10, 12, 3, 3, 9, 1, 3, 5, 8, 1, 9, 6, 14, 3, 5, 15, 8,
            ]
        )
    }
}
