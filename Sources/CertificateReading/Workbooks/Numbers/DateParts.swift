/// What a date format shows of a moment. Its order and its words are left out: Cupel shows moments as ISO 8601 has
/// them.
struct DateParts: Sendable, Hashable {
    var hasDay = false
    var hasTime = false
    /// `[h]`, `[mm]`, `[ss]`: a duration, which may be longer than a day.
    var isDuration = false
    /// Decimals of the seconds; three at most are shown.
    var secondDecimals = 0

    static let day = DateParts(hasDay: true)
    static let dayAndTime = DateParts(hasDay: true, hasTime: true)
    static let time = DateParts(hasTime: true)
}
