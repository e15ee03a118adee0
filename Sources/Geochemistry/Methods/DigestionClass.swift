/// How a sample was brought into solution or prepared. A certified value holds for its own class only.
public enum DigestionClass: String, Sendable, Hashable, CaseIterable, Codable {
    case fireAssay = "fire_assay"
    case aquaRegia = "aqua_regia"
    case fourAcid = "four_acid"
    case borateFusion = "borate_fusion"
    case peroxideFusion = "peroxide_fusion"
    case xrfFusion = "xrf_fusion"
    case xrfPressed = "xrf_pressed"
    case infraredCombustion = "infrared_combustion"
    case neutronActivation = "neutron_activation"
    case cyanideLeach = "cyanide_leach"
    case weakLeach = "weak_leach"
    case gravity
    case lossOnIgnition = "loss_on_ignition"
    /// A weight, a sieve, a calculated column: nothing was digested.
    case none
    /// No method table knows the code; nothing is compared with it.
    case unknown
}
