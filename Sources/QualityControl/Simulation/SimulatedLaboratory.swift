/// A laboratory of which is known what it does, to see what a policy makes of it.
public struct SimulatedLaboratory: Sendable, Hashable {
    /// What goes wrong, and with the first decision element alone, unless it is a swap of labels.
    public enum Behaviour: Sendable, Hashable {
        case inControl
        /// Off by this many SD of the certificate from one day to the next.
        case biased(Double)
        /// Off by this many SD more at every result.
        case drifting(Double)
        /// Errors this many times as wide.
        case noisy(Double)
        /// One insertion carries the label of another reference material.
        case swapping
    }

    public var name: String
    /// The laboratory's own SD, in SD of the certificate. A good laboratory's lies inside (OREAS glossary of terms).
    public var sd: Double
    public var behaviour: Behaviour

    public init(_ name: String, sd: Double, _ behaviour: Behaviour) {
        self.name = name
        self.sd = sd
        self.behaviour = behaviour
    }

    /// The error of an element's result, in SD of the certificate.
    /// - Parameter since: how many results of the element before this one have been disturbed; nil for another element,
    ///   and before anything has gone wrong.
    func error(_ errors: inout SimulatedErrors, since: Int?) -> Double {
        let error = sd * errors.normal()
        guard let since else { return error }
        return switch behaviour {
        case .inControl, .swapping: error
        case .biased(let shift): error + shift
        case .drifting(let step): error + step * Double(since + 1)
        case .noisy(let factor): error * factor
        }
    }
}
