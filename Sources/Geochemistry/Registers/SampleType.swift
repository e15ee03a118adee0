/// What a company says that one of its samples is.
public enum SampleType: String, Sendable, Hashable, CaseIterable, Codable {
    case routine
    case crm
    /// Of a kind that nobody has named; see ``blankKind``.
    case blank
    case coarseBlank = "coarse_blank"
    case pulpBlank = "pulp_blank"
    case fieldDuplicate = "field_duplicate"
    case coarseDuplicate = "coarse_duplicate"
    case pulpDuplicate = "pulp_duplicate"
    /// Sent to a second laboratory.
    case check

    public var isDuplicate: Bool {
        switch self {
        case .fieldDuplicate, .coarseDuplicate, .pulpDuplicate: true
        case .routine, .crm, .blank, .coarseBlank, .pulpBlank, .check: false
        }
    }

    public var isBlank: Bool { self == .blank || blankKind != nil }

    /// nil for anything but a blank, and for one that is called a blank and no more.
    public var blankKind: BlankKind? {
        switch self {
        case .coarseBlank: .coarse
        case .pulpBlank: .pulp
        case .routine, .crm, .blank, .fieldDuplicate, .coarseDuplicate, .pulpDuplicate, .check: nil
        }
    }
}
