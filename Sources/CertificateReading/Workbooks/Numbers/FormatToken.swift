/// One piece of a section of a number format, in the order in which it is written.
enum FormatToken: Sendable, Hashable {
    /// How a place without a digit is shown.
    enum Place: Sendable, Hashable {
        /// `0`: a zero.
        case zero
        /// `#`: nothing.
        case nothing
        /// `?`: a blank.
        case blank
    }

    /// Text to be shown as it stands.
    case literal([UInt8])
    case digit(Place)
    case point
    /// `E+` or `E-`; the first shows the sign of positive powers as well.
    case exponent(showsPlus: Bool)
    /// The word `General`.
    case general
    /// `@`: the text of the cell.
    case text
}
