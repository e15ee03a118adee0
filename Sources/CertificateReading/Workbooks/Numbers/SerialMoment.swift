/// Days and times as workbooks store them: days since the end of 1899, or of 1903, and parts of a day (ECMA-376
/// 18.17.4).
///
/// Day 60 of the first system is the 29th of February 1900, which never was: a fault of Lotus 1-2-3 that is kept to
/// this day. It is not shown, and days before it are one less.
enum SerialMoment {
    private static let secondsOfDay: UInt128 = 86_400

    /// Appends a moment: `2025-11-14`, `2025-11-14 10:05:00`, `10:05:00`, or for a duration `26:05:00`.
    ///
    /// Times are rounded to the second, or to as many decimals as the format shows, three at most.
    ///
    /// - Returns: false, with nothing appended, for what is no moment: negative, or beyond the year 9999.
    static func append(
        _ number: CellNumber,
        parts: DateParts,
        countsFrom1904: Bool,
        to text: inout [UInt8]
    ) -> Bool {
        guard number.isZero || (!number.isNegative && number.magnitude < 7) else { return false }
        let decimals = parts.hasTime ? min(parts.secondDecimals, 3) : 0
        let unitsOfSecond: UInt128 = [1, 10, 100, 1000][decimals]
        let unitsOfDay = secondsOfDay * unitsOfSecond
        // A day alone is not rounded up by the last second before midnight.
        let units = parts.hasTime ? rounded(number, times: unitsOfDay) : whole(number) * unitsOfDay
        let (days, time) = units.quotientAndRemainder(dividingBy: unitsOfDay)
        if parts.isDuration {
            append(time: units, unitsOfSecond, decimals, to: &text)
            return true
        }
        if parts.hasDay || !parts.hasTime {
            guard let day = civilDay(Int(days), countsFrom1904: countsFrom1904) else { return false }
            append(Int(day.year), width: 4, to: &text)
            text.append(UInt8(ascii: "-"))
            append(day.month, width: 2, to: &text)
            text.append(UInt8(ascii: "-"))
            append(day.day, width: 2, to: &text)
            if parts.hasTime { text.append(UInt8(ascii: " ")) }
        }
        if parts.hasTime { append(time: time, unitsOfSecond, decimals, to: &text) }
        return true
    }

    private static func rounded(_ number: CellNumber, times units: UInt128) -> UInt128 {
        let product = UInt128(number.coefficient) * units
        guard number.exponent < 0 else { return product * powerOfTen(number.exponent) }
        guard number.exponent > -30 else { return 0 }
        let divisor = powerOfTen(-number.exponent)
        return (product + divisor / 2) / divisor
    }

    private static func whole(_ number: CellNumber) -> UInt128 {
        guard number.exponent < 0 else { return UInt128(number.coefficient) * powerOfTen(number.exponent) }
        return number.exponent > -30 ? UInt128(number.coefficient) / powerOfTen(-number.exponent) : 0
    }

    private static func powerOfTen(_ power: Int) -> UInt128 { (0..<power).reduce(1) { power, _ in power * 10 } }

    /// The day of the calendar (days from civil, Hinnant); nil for the day that never was, and outside 1900 to 9999.
    private static func civilDay(_ serial: Int, countsFrom1904: Bool) -> (year: Int, month: Int, day: Int)? {
        guard countsFrom1904 || (serial >= 1 && serial != 60) else { return nil }
        // Days since the first of March of the year 0.
        let days = serial + 719_468 - (countsFrom1904 ? 24_107 : serial < 60 ? 25_568 : 25_569)
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return year <= 9999 ? (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1) : nil
    }

    private static func append(
        time units: UInt128,
        _ unitsOfSecond: UInt128,
        _ decimals: Int,
        to text: inout [UInt8]
    ) {
        let (seconds, rest) = units.quotientAndRemainder(dividingBy: unitsOfSecond)
        append(Int(seconds / 3600), width: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        append(Int(seconds / 60 % 60), width: 2, to: &text)
        text.append(UInt8(ascii: ":"))
        append(Int(seconds % 60), width: 2, to: &text)
        guard decimals > 0 else { return }
        text.append(UInt8(ascii: "."))
        append(Int(rest), width: decimals, to: &text)
    }

    private static func append(_ number: Int, width: Int, to text: inout [UInt8]) {
        let digits = String(number).utf8
        for _ in 0..<max(0, width - digits.count) { text.append(UInt8(ascii: "0")) }
        text += digits
    }
}
