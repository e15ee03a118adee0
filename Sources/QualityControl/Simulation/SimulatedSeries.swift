/// A simulated laboratory at work: batch after batch, each judged with the series that it continues.
struct SimulatedSeries {
    private let laboratory: SimulatedLaboratory
    private let bench: SimulationBench
    private var errors: SimulatedErrors
    private var segments: [SeriesSegment] = []
    private var number = 0
    /// Results of the disturbed element since something went wrong; nil before.
    private var since: Int?

    /// Begins with as many results in control as rules look back.
    init(_ laboratory: SimulatedLaboratory, bench: SimulationBench, seed: UInt64) {
        self.laboratory = laboratory
        self.bench = bench
        errors = SimulatedErrors(seed: seed)
        let first = next()
        guard let model = first.segments.first else { return }
        while segments.count * bench.setting.insertions < SeriesHistory.reach {
            number += 1
            var segment = model
            segment.batch = "S\(number)"
            // Judging these would tell nothing new, and take most of the time.
            segment.scores = model.scores.map { _ in
                StandardScore(steps: 2 * Int64((laboratory.error(&errors, since: nil) * 1e9).rounded()))
            }
            keep([segment])
        }
    }

    mutating func disturb() { since = 0 }

    /// One more batch. A laboratory that swaps labels does so once, in the first batch after it began.
    /// - Parameter swapped: the insertion that carries a wrong label.
    mutating func next(swapped: Int? = nil) -> Judgement {
        let setting = bench.setting
        var scores: [[Double]] = []
        for _ in 0..<setting.insertions {
            scores.append((0..<setting.elements).map { laboratory.error(&errors, since: $0 == 0 ? since : nil) })
            if let before = since { since = before + 1 }
        }
        number += 1
        let judgement = bench.judge(scores, swapped: swapped, batch: number, history: SeriesHistory(segments))
        keep(judgement.segments)
        return judgement
    }

    mutating func anyInsertion() -> Int { Int.random(in: 0..<bench.setting.insertions, using: &errors) }

    /// No more than anything looks at.
    private mutating func keep(_ added: [SeriesSegment]) {
        segments += added
        let most = (SeriesHistory.reach + bench.setting.insertions - 1) / bench.setting.insertions
        if segments.count > most { segments.removeFirst(segments.count - most) }
    }
}
