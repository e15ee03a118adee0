import Geochemistry

/// The window of a sum: its members' SDs added up where they are correlated, the root of their squares where not.
///
/// √(Σ s²) is never taken: a deviation exceeds k of it where deviation² > k² Σ s².
struct SumWindow: CompositeWindow {
    private enum Spread {
        case linear(ExactDecimal)
        case squares([ExactDecimal])
    }

    private let center: ExactDecimal
    private let spread: Spread?

    init(
        _ expectation: CompositeExpectation,
        spread: Composite.Spread,
        over denominator: CommonDenominator
    ) throws(ArithmeticOverflow) {
        var center: ExactDecimal = 0
        var sds: [ExactDecimal] = []
        for term in expectation.terms {
            center = try center + denominator.term(term.value, term.ratio)
            if let sd = term.sd { sds.append(try denominator.term(sd, term.ratio)) }
        }
        self.center = center
        // One SD that nobody knows, and the SD of the sum is not known.
        guard sds.count == expectation.terms.count else {
            self.spread = nil
            return
        }
        switch spread {
        case .correlated:
            var sum: ExactDecimal = 0
            for sd in sds { sum = try sum + sd }
            self.spread = .linear(sum)
        case .independent: self.spread = .squares(sds)
        }
    }

    var hasSD: Bool { spread != nil }
    var level: ExactDecimal { center }

    func side(of end: CompositeEnd) throws(ArithmeticOverflow) -> Side? {
        end.part == center ? nil : end.part > center ? .above : .below
    }

    func exceeds(_ end: CompositeEnd, sd limit: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        try exceeds((end.part - center).magnitude, limit: limit)
    }

    func exceeds(_ end: CompositeEnd, percent: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        try (end.part - center).magnitude > center.percentage(percent)
    }

    func isUsable(rsdPercent: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        guard center > 0, let spread else { return center > 0 }
        let largest = try center.percentage(rsdPercent)
        switch spread {
        case .linear(let sd): return sd > 0 && sd <= largest
        case .squares(let sds):
            return sds.contains { $0 > 0 } && !Self.isLarger(sds, times: 1, than: largest)
        }
    }

    private func exceeds(_ deviation: ExactDecimal, limit: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        switch spread {
        case .linear(let sd): return try deviation > sd * limit
        case .squares(let sds): return Self.isLarger([deviation], times: 1, than: sds, times: limit)
        case nil: return false
        }
    }

    /// √(Σ a²) × k > √(Σ b²) × l, by squares in steps of one scale.
    private static func isLarger(
        _ left: [ExactDecimal],
        times k: ExactDecimal,
        than right: [ExactDecimal],
        times l: ExactDecimal
    ) -> Bool {
        let scale = (left + right).map(\.scale).max() ?? 0
        let factors = max(k.scale, l.scale)
        func square(_ terms: [ExactDecimal], _ factor: ExactDecimal) -> WideNumber {
            terms.reduce(.zero) { $0 + WideNumber($1, scale: scale).squared }
                * WideNumber(factor, scale: factors).squared
        }
        return square(right, l) < square(left, k)
    }

    private static func isLarger(_ left: [ExactDecimal], times k: ExactDecimal, than right: ExactDecimal) -> Bool {
        isLarger(left, times: k, than: [right], times: 1)
    }

    var shown: (value: ExactDecimal?, sd: ExactDecimal?) {
        switch spread {
        case .linear(let sd): (center, sd)
        case .squares(let sds):
            (center, ExactDecimal(rounding: sds.reduce(0) { $0 + $1.approximate * $1.approximate }.squareRoot()))
        case nil: (center, nil)
        }
    }
}
