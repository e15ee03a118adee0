import Geochemistry

/// Words on what chance does.
extension QualityWords {
    static func leftToChance(_ family: Int) -> String {
        "beyond the warning limit, and no more than chance among \(family) support elements"
    }

    /// `135 results of reference materials: 9 beyond 2 SD, where chance alone gives 6.1 (as many in 16 % of batches),
    /// and 1 beyond 3 SD, where it gives 0.36 (in 31 %)`.
    static func flagCount(_ count: FlagCount, isImprobable: Bool, leftToChance: Int) -> String {
        let results = count.evaluated == 1 ? "1 result" : "\(count.evaluated) results"
        var message =
            "\(results) of reference materials: \(count.beyond2SD) beyond 2 SD, where chance alone gives "
            + "\(amount(count.expected2SD)) (as many in \(percent(count.chanceOf2SD)) of batches), and "
            + "\(count.beyond3SD) beyond 3 SD, where it gives \(amount(count.expected3SD)) "
            + "(in \(percent(count.chanceOf3SD)))"
        if leftToChance > 0 {
            let warnings = leftToChance == 1 ? "1 lone warning" : "\(leftToChance) lone warnings"
            message += "; \(warnings) of support elements counted as chance"
        }
        if isImprobable {
            message +=
                "; chance does not explain so many: look for one cause, such as a bias, a mix-up or a weighing"
        }
        return message
    }

    /// To one decimal, and to two digits below 1.
    static func amount(_ number: Double) -> String {
        guard number > 0, number < 0.995 else { return tenths(number) }
        var (digits, scale) = (number, UInt8(0))
        while digits < 9.95, scale < 9 {
            digits *= 10
            scale += 1
        }
        return ExactDecimal(coefficient: Int128(digits.rounded()), scale: scale).description
    }

    static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// A part of one in percent: whole from 10 % on, to one decimal below.
    static func percent(_ part: Double) -> String {
        if part < 0.0005 { return "less than 0.1 %" }
        return part < 0.0995 ? "\(tenths(part * 100)) %" : "\(Int((part * 100).rounded())) %"
    }
}
