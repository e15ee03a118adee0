/// Numbers of statistics for people: rounded half away from zero, with a point.
enum Figure {
    static let none = "-"

    /// To so many decimals; `-` for what is not there.
    static func text(_ value: Double?, decimals: Int = 1) -> String {
        guard let value, value.isFinite else { return none }
        var power = 1.0
        for _ in 0..<decimals { power *= 10 }
        let scaled = (value.magnitude * power).rounded(.toNearestOrAwayFromZero)
        guard scaled < 1e15 else { return "\(value)" }
        let digits = String(Int64(scaled))
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// To so many significant digits, for what has a unit: `0.00123`, `1.23`, `1230`.
    static func significant(_ value: Double?, digits: Int = 3) -> String {
        guard let value, value.isFinite else { return none }
        if value == 0 { return "0" }
        var whole = 0
        var rest = value.magnitude
        while rest >= 1, whole < 15 {
            rest /= 10
            whole += 1
        }
        while rest < 0.1, whole > -12 {
            rest *= 10
            whole -= 1
        }
        return text(value, decimals: max(0, digits - whole))
    }

    /// A probability: four decimals, and no zero.
    static func probability(_ p: Double?) -> String {
        guard let p, p.isFinite else { return none }
        return p < 0.0001 ? "<0.0001" : text(p, decimals: 4)
    }
}
