import Geochemistry

/// The window of a share: 100 × part / whole, whose SD follows from those of all members by the law of propagation.
///
/// With A and B certified, s² = (100 / B²)² Σ sᵢ² (B − A)² over the part and Σ sᵢ² A² over the others: the partial
/// derivatives of 100 A / B. (JCGM 100:2008, 5.1.2, uncorrelated: what all members have in common cancels in a share.)
/// Multiplied out, no quotient and no root is left, and every comparison is one of whole numbers.
struct ShareWindow: CompositeWindow {
    private let part: ExactDecimal
    private let whole: ExactDecimal
    /// nil where a value has no SD.
    private let sds: [(sd: ExactDecimal, isMember: Bool)]?

    init(
        _ expectation: CompositeExpectation,
        over denominator: CommonDenominator
    ) throws(ArithmeticOverflow) {
        var part: ExactDecimal = 0
        var whole: ExactDecimal = 0
        var sds: [(sd: ExactDecimal, isMember: Bool)] = []
        for term in expectation.terms {
            let value = try denominator.term(term.value, term.ratio)
            whole = try whole + value
            if term.isMember { part = try part + value }
            if let sd = term.sd { sds.append((try denominator.term(sd, term.ratio), term.isMember)) }
        }
        self.part = part
        self.whole = whole
        self.sds = sds.count == expectation.terms.count ? sds : nil
    }

    var hasSD: Bool { sds != nil }
    var level: ExactDecimal { whole }

    func side(of end: CompositeEnd) throws(ArithmeticOverflow) -> Side? {
        let (found, expected) = products(end)
        return found == expected ? nil : expected < found ? .above : .below
    }

    /// (a B − A b)² B² > k² b² Σ.
    func exceeds(_ end: CompositeEnd, sd limit: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        let (found, expected) = products(end)
        let left =
            found.distance(to: expected).squared * number(whole, end).squared
            * WideNumber.powerOfTen(2 * Int(limit.scale))
        let right =
            WideNumber(limit, scale: limit.scale).squared * number(end.whole, end).squared * sumOfSquares(end)
        return right < left
    }

    /// 100 |a B − A b| > percent × A b.
    func exceeds(_ end: CompositeEnd, percent: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        let (found, expected) = products(end)
        return WideNumber(percent, scale: percent.scale) * expected
            < found.distance(to: expected) * WideNumber(100) * WideNumber.powerOfTen(Int(percent.scale))
    }

    /// 100² Σ ≤ percent² A² B².
    func isUsable(rsdPercent: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        guard part > 0, whole > part else { return false }
        guard sds != nil else { return true }
        let end = CompositeEnd(part: part, whole: whole)
        let sum = sumOfSquares(end)
        let largest =
            WideNumber(rsdPercent, scale: rsdPercent.scale).squared * number(part, end).squared
            * number(whole, end).squared
        let scaled = sum * WideNumber(10_000) * WideNumber.powerOfTen(2 * Int(rsdPercent.scale))
        return sum > .zero && !(largest < scaled)
    }

    /// a B and A b.
    private func products(_ end: CompositeEnd) -> (found: WideNumber, expected: WideNumber) {
        (number(end.part, end) * number(whole, end), number(part, end) * number(end.whole, end))
    }

    /// Σ sᵢ² (B − A)² over the part, and Σ sᵢ² A² over the others.
    private func sumOfSquares(_ end: CompositeEnd) -> WideNumber {
        let certified = number(part, end)
        let rest = number(whole, end).distance(to: certified)
        return (sds ?? []).reduce(.zero) { sum, term in
            sum + (number(term.sd, end) * (term.isMember ? rest : certified)).squared
        }
    }

    /// In steps of the finest scale that occurs.
    private func number(_ decimal: ExactDecimal, _ end: CompositeEnd) -> WideNumber {
        let own = (sds ?? []).map(\.sd.scale).max() ?? 0
        let scale = [part.scale, whole.scale, end.part.scale, end.whole.scale].max() ?? 0
        return WideNumber(decimal, scale: max(scale, own))
    }

    var shown: (value: ExactDecimal?, sd: ExactDecimal?) {
        let value = (try? part * 100).flatMap { $0.shown(over: whole) }
        guard let sds, !whole.isZero else { return (value, nil) }
        let (a, b) = (part.approximate, whole.approximate)
        let variance = sds.reduce(0.0) { sum, term in
            let slope = 100 / b * ((term.isMember ? 1 : 0) - a / b)
            return sum + (slope * term.sd.approximate) * (slope * term.sd.approximate)
        }
        return (value, ExactDecimal(rounding: variance.squareRoot()))
    }
}
