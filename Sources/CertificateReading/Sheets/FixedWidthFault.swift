/// Why a row of a print in fixed width cannot be divided.
enum FixedWidthFault {
    /// A text ends before its column does.
    case notAtEnd
    /// Two texts stand in one column.
    case severalTexts
    /// A text is longer than its column, or looks so.
    case tooLong
    /// Something stands behind the last column.
    case beyond
}
