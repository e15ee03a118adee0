/// What the value of a cell means (ST_CellType, ECMA-376 18.18.11).
enum SheetCellKind: Sendable, Hashable {
    case number
    /// An index into the shared strings.
    case shared
    /// A text in the cell itself.
    case inline
    /// A text that a formula gave.
    case formulaText
    case boolean
    case error
    case isoDate

    /// nil for a type that the standard does not have.
    init?(_ type: UnsafeBufferPointer<UInt8>?) {
        guard let type else {
            self = .number
            return
        }
        switch String(decoding: type, as: UTF8.self) {
        case "n": self = .number
        case "s": self = .shared
        case "inlineStr": self = .inline
        case "str": self = .formulaText
        case "b": self = .boolean
        case "e": self = .error
        case "d": self = .isoDate
        default: return nil
        }
    }
}
