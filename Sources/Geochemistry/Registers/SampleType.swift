/// What a company says that one of its samples is.
public enum SampleType: String, Sendable, Hashable, CaseIterable, Codable {
    case routine
    case crm
    case blank
    case fieldDuplicate = "field_duplicate"
    case coarseDuplicate = "coarse_duplicate"
    case pulpDuplicate = "pulp_duplicate"
    /// Sent to a second laboratory.
    case check

    public var isDuplicate: Bool {
        switch self {
        case .fieldDuplicate, .coarseDuplicate, .pulpDuplicate: true
        case .routine, .crm, .blank, .check: false
        }
    }
}
