import Geochemistry

/// The runs of a batch as its insertions go by: begun by what earlier certificates left, left for the next.
struct SeriesTracker {
    struct Slot: Hashable {
        let origin: QCOrigin
        let material: MaterialName
        let methodNumber: Int
    }

    /// A series after its latest insertion.
    struct State {
        var batch: String
        var sample: String
        var beyondWarning: [SeriesTail.Column: SeriesTail.Run]
    }

    private let laboratory: String
    private let batch: String
    private let history: SeriesHistory
    private var states: [Slot: State] = [:]
    /// Keys in the order of their first insertion, so that the tails have one.
    private var keys: [(slot: Slot, key: SeriesKey)] = []

    init(_ certificate: Certificate, history: SeriesHistory) {
        laboratory = certificate.laboratory
        batch = certificate.batch
        self.history = history
    }

    /// The state before an insertion; nil for the first insertion ever.
    func state(before slot: Slot, method: String) -> State? {
        if let state = states[slot] { return state }
        return history.previous[key(slot, method)].map {
            State(batch: $0.batch, sample: $0.sample, beyondWarning: $0.beyondWarning)
        }
    }

    /// Records an insertion with the analytes that ended beyond the warning limit; all others are broken.
    mutating func record(_ slot: Slot, method: String, sample: String, runs: [SeriesTail.Column: SeriesTail.Run]) {
        if states[slot] == nil { keys.append((slot, key(slot, method))) }
        states[slot] = State(batch: batch, sample: sample, beyondWarning: runs)
    }

    var tails: [SeriesTail] {
        keys.compactMap { slot, key in
            states[slot].map {
                SeriesTail(key: key, batch: batch, sample: $0.sample, beyondWarning: $0.beyondWarning)
            }
        }
    }

    private func key(_ slot: Slot, _ method: String) -> SeriesKey {
        SeriesKey(origin: slot.origin, laboratory: laboratory, method: method, material: slot.material)
    }
}
