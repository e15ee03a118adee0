extension CellNumber {
    /// The characters that the format General takes at most, without the sign.
    private static let widest = 11

    /// Appends the number as the format General shows it in a column that is wide enough.
    ///
    /// As many digits as eleven characters hold, the point among them; from 10^11 on, and where a number below 0.0001
    /// has more digits than that, a power of ten with six digits (`1.23457E-05`). Source: ECMA-376 18.8.30, and
    /// Microsoft's "Display numbers as General".
    func appendGeneral(to text: inout [UInt8]) {
        if isNegative, !isZero { text.append(UInt8(ascii: "-")) }
        guard !isZero else { return text.append(UInt8(ascii: "0")) }
        if plainWidth <= Self.widest { return appendPlain(to: &text) }
        if (-4..<Self.widest).contains(magnitude) {
            let rounded = rounded(decimals: magnitude > 0 ? max(0, Self.widest - 2 - magnitude) : Self.widest - 2)
            if rounded.plainWidth <= Self.widest { return rounded.appendPlain(to: &text) }
        }
        rounded(decimals: 5 - magnitude).appendScientific(to: &text)
    }

    /// The characters of all its digits without a power of ten, without the sign.
    private var plainWidth: Int {
        let decimals = max(0, -exponent)
        return max(1, magnitude + 1) + (decimals > 0 ? decimals + 1 : 0)
    }

    private func appendPlain(to text: inout [UInt8]) {
        for power in stride(from: max(0, magnitude), through: 0, by: -1) { text.append(character(at: power)) }
        guard exponent < 0 else { return }
        text.append(UInt8(ascii: "."))
        for power in stride(from: -1, through: exponent, by: -1) { text.append(character(at: power)) }
    }

    private func appendScientific(to text: inout [UInt8]) {
        let first = magnitude
        text.append(character(at: first))
        if exponent < first {
            text.append(UInt8(ascii: "."))
            for power in stride(from: first - 1, through: exponent, by: -1) { text.append(character(at: power)) }
        }
        text.append(UInt8(ascii: "E"))
        text.append(first < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        let power = String(abs(first))
        if power.utf8.count == 1 { text.append(UInt8(ascii: "0")) }
        text.append(contentsOf: power.utf8)
    }

    private func character(at power: Int) -> UInt8 { UInt8(ascii: "0") + digit(at: power) }
}
