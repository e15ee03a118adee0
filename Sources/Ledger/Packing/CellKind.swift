import Geochemistry

/// What a cell is, in one byte, decided by the laboratory's vocabulary when the certificate is stored, so that the
/// view `determinations` need not guess from the text.
enum CellKind: UInt8 {
    /// `n`: a plain number.
    case number = 0x6E
    /// `<`: below a limit that the text names.
    case below = 0x3C
    /// `b`: below a limit that the text does not name (`ND`); the column's counts.
    case belowUnnamed = 0x62
    /// `>`: over the range.
    case above = 0x3E
    /// `-`: a token or a text that is not a result.
    case noNumber = 0x2D
    /// `e`: nothing printed.
    case empty = 0x65

    init(_ value: ReportedValue, isBlank: Bool) {
        switch value {
        case .number: self = .number
        case .below(limit: .some): self = .below
        case .below(limit: nil): self = .belowUnnamed
        case .above: self = .above
        case .noResult, .unreadable: self = isBlank ? .empty : .noNumber
        }
    }
}
