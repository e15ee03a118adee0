/// At which step of preparation a blank enters, where the company says so.
public enum BlankKind: String, Sendable, Hashable, CaseIterable, Codable {
    /// Rock that is crushed and pulverised like the samples: it shows what crushers and mills leave behind.
    case coarse = "coarse_blank"
    /// Powder that sees the analysis only.
    case pulp = "pulp_blank"
}
