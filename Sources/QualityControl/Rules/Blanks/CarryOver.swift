import Geochemistry

/// What part of the sample before it a blank would have to hold, if its content was carried over.
///
/// A fraction of a percent is what a crusher leaves behind; tens of percent are no carry-over but contamination, or
/// a mix-up. Shown with the finding; it changes no verdict. Source: ALS note on barren washes, which expects less
/// than 1 % behind high grades.
enum CarryOver {
    /// - Returns: 100 × blank / preceding, to two decimals; nil where the preceding sample holds nothing.
    static func percent(blank: ExactDecimal, preceding: ExactDecimal) -> ExactDecimal? {
        guard preceding > 0, let hundredfold = try? blank * 100 else { return nil }
        return hundredfold.divided(by: preceding, scale: 2)?.withoutTrailingZeros
    }
}
