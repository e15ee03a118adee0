import Geochemistry
import QualityControl
import Testing

@Suite("Insertion rates")
struct InsertionRateTests {
    /// A batch of so many samples in all.
    private func judged(
        _ samples: Int,
        crms: Int = 0,
        blanks: Int = 0,
        duplicates: Int = 0,
        _ change: (inout Batch) -> Void = { _ in }
    ) -> Judgement {
        var batch = Batch()
        batch.policy.insertion.rates = InsertionRates(
            crm: .init(percent: 4, outcome: .warn),
            blank: .init(percent: 3, outcome: .notEvaluated),
            duplicate: .init(percent: 5, outcome: .pass),
            window: 500
        )
        for index in 0..<(samples - crms - blanks - duplicates) { batch.routine("S\(index)", "100") }
        for index in 0..<crms { batch.crm("C\(index)", "1735") }
        for index in 0..<blanks { batch.blank("B\(index)", "<1") }
        for index in 0..<duplicates { batch.duplicate("D\(index)", "100", of: "S0") }
        change(&batch)
        return batch.judgement
    }

    @Test(
        "What so many samples must hold is rounded down",
        arguments: [(24, 0), (25, 1), (49, 1), (50, 2), (74, 2), (75, 3), (0, 0), (1, 0)]
    )
    func demanded(_ samples: Int, _ demanded: Int) {
        let rate = InsertionRate(.crm, inserted: 0, samples: samples, percent: 4)
        #expect(rate.demanded == demanded)
        #expect(rate.isShort == (demanded > 0))
    }

    @Test("A rate may have decimals, and one that is written otherwise is the same")
    func decimals() {
        let rate = ExactDecimal("2.5") ?? 0
        let same = ExactDecimal("2.50") ?? 0
        for (samples, demanded) in [(39, 0), (40, 1), (79, 1), (80, 2)] {
            #expect(InsertionRate(.blank, inserted: 0, samples: samples, percent: rate).demanded == demanded)
            #expect(InsertionRate(.blank, inserted: 0, samples: samples, percent: same).demanded == demanded)
        }
    }

    @Test(
        "One reference material too few in the batch is told: below, on, on, above",
        arguments: [(49, 1, 0), (50, 2, 0), (75, 3, 0), (50, 1, 1), (76, 2, 1)]
    )
    func batch(_ samples: Int, _ crms: Int, _ findings: Int) {
        let judgement = judged(samples, crms: crms, blanks: 10, duplicates: 10)
        #expect(judgement.findings(.insertionRate).count == findings)
        #expect(judgement.outcome == (findings == 0 ? .pass : .warn))
    }

    @Test("A small batch with one of each is never short")
    func smallBatches() {
        for samples in [3, 10, 20, 24] {
            #expect(judged(samples, crms: 1, blanks: 1, duplicates: 1).findings(.insertionRate).isEmpty)
        }
    }

    @Test("A batch cut anywhere out of a protocol of one in 25 is not short")
    func cuts() {
        for length in 1...120 {
            for start in 0..<25 {
                let crms = (start..<start + length).count { $0 % 25 == 24 }
                #expect(!InsertionRate(.crm, inserted: crms, samples: length, percent: 4).isShort)
            }
        }
    }

    @Test("Each kind comes to what the policy says of it")
    func outcomes() {
        let judgement = judged(100, crms: 3, blanks: 2, duplicates: 4)
        #expect(judgement.findings(.insertionRate).map(\.outcome) == [.notEvaluated, .warn, .pass])
        #expect(judgement.outcome == .notEvaluated)
        #expect(judged(100, crms: 4, blanks: 3, duplicates: 4).outcome == .pass)
        #expect(judged(100, crms: 4, blanks: 3, duplicates: 5).findings.isEmpty)
    }

    @Test("A batch without any, of which the policy demands one, is told once")
    func missing() {
        let judgement = judged(100, blanks: 3, duplicates: 5) { $0.policy.insertion.crms = 1 }
        #expect(judgement.findings.map(\.rule) == ["missing_crm"])
        #expect(judged(100, blanks: 3, duplicates: 5).findings.map(\.rule) == ["insertion_rate"])
    }

    @Test("Kinds without a rate are not asked for, and without the section none is")
    func absent() {
        #expect(judged(100) { $0.policy.insertion.rates = nil }.findings.isEmpty)
        let judgement = judged(100) { $0.policy.insertion.rates?.crm = nil }
        #expect(judgement.findings(.insertionRate).count == 2)
    }

    @Test("The laboratory's rows are no samples of the client")
    func laboratoryRows() {
        let judgement = judged(49, crms: 1, blanks: 3, duplicates: 3) { batch in
            for index in 0..<20 { batch.laboratory("BLK \(index)", .laboratoryBlank, "<1") }
        }
        #expect(judgement.findings(.insertionRate).isEmpty)
    }

    @Test("The words count, and name the policy")
    func words() {
        let judgement = judged(120, crms: 1, blanks: 3, duplicates: 6)
        #expect(
            judgement.findings(.insertionRate).map(\.message) == [
                "1 reference material among 120 samples is 0.8 %; the policy 'test' asks for 4 %, which is at least 4 in so "
                    + "many"
            ]
        )
        #expect(
            judged(40, crms: 1, blanks: 1).findings(.insertionRate).map(\.message) == [
                "no duplicates among 40 samples is 0 %; the policy 'test' asks for 5 %, which is at least 2 in so many"
            ]
        )
    }
}
