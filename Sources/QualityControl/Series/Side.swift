/// On which side of the certified value, beyond the warning limit.
public enum Side: String, Sendable, Hashable, Codable {
    case above
    case below
}
