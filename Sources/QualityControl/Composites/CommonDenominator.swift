import Geochemistry

/// One denominator for all terms of a composite, so that they add up exactly: 1 as a rule, and 1.228368 where CeO2 is
/// counted as Ce2O3.
///
/// A term is value × ratio × the denominator, in ppm of what the member is counted as.
struct CommonDenominator {
    private let parts: [ExactDecimal]
    let product: ExactDecimal

    init(_ ratios: [ExactRatio]) throws(ArithmeticOverflow) {
        var parts: [ExactDecimal] = []
        var product: ExactDecimal = 1
        for ratio in ratios where ratio.denominator != 1 && !parts.contains(ratio.denominator) {
            parts.append(ratio.denominator)
            product = try product * ratio.denominator
        }
        self.parts = parts
        self.product = product
    }

    func term(_ value: ExactDecimal, _ ratio: ExactRatio) throws(ArithmeticOverflow) -> ExactDecimal {
        var term = try value * ratio.numerator
        for part in parts where part != ratio.denominator { term = try term * part }
        return term
    }

    /// A term in another unit than ppm, for people and for the record.
    func shown(_ term: ExactDecimal, in unit: Unit) -> ExactDecimal? {
        guard let ratio = unit.partsPerMillion, let top = try? term * ratio.denominator,
            let bottom = try? product * ratio.numerator
        else { return nil }
        return top.shown(over: bottom)
    }
}

extension ExactRatio {
    /// The same ratio over 1 where its decimals end soon: 1 / 1000 of ppb is 0.001.
    var overOne: ExactRatio {
        guard denominator != 1, let quotient = numerator.divided(by: denominator, scale: 12),
            let back = try? quotient * denominator, back == numerator
        else { return self }
        return ExactRatio(quotient.withoutTrailingZeros, 1)
    }
}
