/// By what an override of a policy is chosen, the most specific first.
public enum PolicySelector: String, Sendable, Hashable, CaseIterable, Codable {
    case analyte
    case material
    case method
    case digestion
    case laboratory
}
