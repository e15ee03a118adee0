/// Who inserted a QC sample.
public enum QCOrigin: String, Sendable, Hashable, CaseIterable, Codable {
    case client
    case laboratory
}
