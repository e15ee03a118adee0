extension Double {
    /// For people: rounded to so many decimals, with a sign where asked for. Nothing is judged by it.
    func shown(decimals: Int, sign: Bool = false) -> String {
        guard isFinite else { return self > 0 ? "infinite" : isNaN ? "?" : "-infinite" }
        var power = 1.0
        for _ in 0..<max(0, decimals) { power *= 10 }
        guard let whole = Int64(exactly: (magnitude * power).rounded()) else { return description }
        let digits = String(whole)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let text = decimals > 0 ? "\(padded.dropLast(decimals)).\(padded.suffix(decimals))" : padded
        if whole == 0 { return text }
        return (self < 0 ? "-" : sign ? "+" : "") + text
    }

    /// A probability: `0.013`, `3e-06`, `below 1e-15`.
    var shownProbability: String {
        guard self < 0.001 else { return shown(decimals: 3) }
        guard self > 1e-15 else { return "below 1e-15" }
        var (mantissa, exponent) = (self, 0)
        while mantissa < 0.95 {
            mantissa *= 10
            exponent += 1
        }
        return "\(mantissa.shown(decimals: 0))e-\(exponent < 10 ? "0" : "")\(exponent)"
    }
}
