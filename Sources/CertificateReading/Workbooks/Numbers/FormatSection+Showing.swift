extension FormatSection {
    /// Appends a number, rounded half away from zero to the places of the section.
    func append(_ number: CellNumber, to text: inout [UInt8]) {
        var scaled = number.scaled(by: scale)
        // A section of negative numbers only says itself that they are, with a sign, brackets or a colour.
        if number.isNegative, !number.isZero, condition?.isOfNegatives != true { text.append(UInt8(ascii: "-")) }
        scaled.isNegative = false
        if exponentPlaces != nil {
            appendScientific(scaled, to: &text)
        } else {
            let rounded = showsDigits ? scaled.rounded(decimals: decimalPlaces) : scaled
            append(mantissa: rounded, exponent: 0, to: &text)
        }
    }

    /// Appends a text in place of `@`.
    func append(text content: some Sequence<UInt8>, to text: inout [UInt8]) {
        for token in tokens {
            switch token {
            case .literal(let bytes): text += bytes
            case .text, .general: text += content
            case .digit, .point, .exponent: break
            }
        }
    }

    /// With more places than one before the point, the power is a multiple of their count (`##0.0E+0`).
    private func appendScientific(_ number: CellNumber, to text: inout [UInt8]) {
        let step = max(1, integerPlaces)
        func power(_ number: CellNumber) -> Int {
            guard !number.isZero else { return 0 }
            let remainder = number.magnitude % step
            return number.magnitude - (remainder < 0 ? remainder + step : remainder)
        }
        let first = power(number)
        var mantissa = number.scaled(by: -first).rounded(decimals: decimalPlaces)
        // 9.996 rounds to 10.00, which is 1.00 with the next power.
        let second = first + power(mantissa)
        if second != first { mantissa = number.scaled(by: -second).rounded(decimals: decimalPlaces) }
        append(mantissa: mantissa, exponent: second, to: &text)
    }

    private func append(mantissa: CellNumber, exponent: Int, to text: inout [UInt8]) {
        var place = integerPlaces
        var isBehindPoint = false
        var exponentPlace: Int?
        for token in tokens {
            switch token {
            case .literal(let bytes): text += bytes
            case .general, .text: mantissa.appendGeneral(to: &text)
            case .point:
                if integerPlaces == 0 { appendLeading(mantissa, above: 0, to: &text) }
                text.append(UInt8(ascii: "."))
                isBehindPoint = true
                place = 0
            case .exponent(let showsPlus):
                text.append(UInt8(ascii: "E"))
                if exponent < 0 || showsPlus { text.append(exponent < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")) }
                exponentPlace = exponentPlaces
            case .digit(let style):
                if let left = exponentPlace {
                    appendExponentPlace(exponent, left: left, to: &text)
                    exponentPlace = left - 1
                    continue
                }
                if !isBehindPoint, place == integerPlaces { appendLeading(mantissa, above: place, to: &text) }
                place -= 1
                appendPlace(place, of: mantissa, style, isBehindPoint, to: &text)
            }
        }
    }

    /// The digits before the first place, for which the first place makes room.
    private func appendLeading(_ number: CellNumber, above places: Int, to text: inout [UInt8]) {
        guard !number.isZero, number.magnitude >= places else { return }
        for power in stride(from: number.magnitude, through: places, by: -1) {
            text.append(UInt8(ascii: "0") + number.digit(at: power))
        }
    }

    private func appendPlace(
        _ power: Int,
        of number: CellNumber,
        _ style: FormatToken.Place,
        _ isBehindPoint: Bool,
        to text: inout [UInt8]
    ) {
        let isSignificant = !number.isZero && (isBehindPoint ? number.exponent <= power : number.magnitude >= power)
        if isSignificant || style == .zero {
            text.append(UInt8(ascii: "0") + number.digit(at: power))
        } else if style == .blank {
            text.append(UInt8(ascii: " "))
        }
    }

    /// Powers have as many digits as they need, and as places are written.
    private func appendExponentPlace(_ exponent: Int, left: Int, to text: inout [UInt8]) {
        let digits = Array(String(abs(exponent)).utf8)
        let places = exponentPlaces ?? 0
        if left == places {
            let leading = digits.count - places
            if leading > 0 { text += digits.prefix(leading) }
        }
        let index = digits.count - left
        text.append(digits.indices.contains(index) ? digits[index] : UInt8(ascii: "0"))
    }
}
