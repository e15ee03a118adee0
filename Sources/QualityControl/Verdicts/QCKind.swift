/// What sort of control a QC sample is.
public enum QCKind: String, Sendable, Hashable, CaseIterable, Codable {
    case crm
    case blank
    case duplicate
}
