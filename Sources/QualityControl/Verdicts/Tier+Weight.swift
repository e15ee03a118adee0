import Geochemistry

extension Tier {
    /// The outcome of a result once the tier has spoken: a support failure warns, information is never counted.
    func weigh(_ outcome: Outcome) -> Outcome {
        switch (self, outcome) {
        case (.support, .fail): .warn
        case (.information, _): .notEvaluated
        case (.decision, _), (.support, _): outcome
        }
    }

    /// At most this much: provisional values support, indicative ones inform.
    func limited(by kind: CertifiedValue.Kind) -> Tier {
        switch kind {
        case .certified: self
        case .provisional: self == .decision ? .support : self
        case .indicative: .information
        }
    }
}
