/// How the element was measured after digestion. Shown, and part of no comparison.
public enum Technique: String, Sendable, Hashable, CaseIterable, Codable {
    case icpOES = "icp_oes"
    case icpMS = "icp_ms"
    case icp
    case aas
    case gravimetric
    case xrf
    case infrared
    case titration
    case neutronActivation = "neutron_activation"
    case thermogravimetric
    case calculated
    case weighing
    case sieving
    case other
    case unknown
}
