import Geochemistry

/// How far a composite may lie from what is expected of it. Every comparison is exact, and strict.
protocol CompositeWindow {
    /// False where a value has no SD: then windows are in percent.
    var hasSD: Bool { get }
    /// On which side of the expectation an end lies; nil on it.
    func side(of end: CompositeEnd) throws(ArithmeticOverflow) -> Side?
    func exceeds(_ end: CompositeEnd, sd limit: ExactDecimal) throws(ArithmeticOverflow) -> Bool
    func exceeds(_ end: CompositeEnd, percent: ExactDecimal) throws(ArithmeticOverflow) -> Bool
    /// Whether one SD is at most this percentage of the expectation, and the expectation is positive.
    func isUsable(rsdPercent: ExactDecimal) throws(ArithmeticOverflow) -> Bool
    /// What is expected of the sum, or of the whole of a share, as a term: for the gate.
    var level: ExactDecimal { get }
    /// For people and for the record, as terms of a sum or in percent of a share.
    var shown: (value: ExactDecimal?, sd: ExactDecimal?) { get }
}

/// Where an end lies; in order from far below to far above.
enum CompositeZone: Int {
    case failBelow = -2
    case warnBelow
    case inside
    case warnAbove
    case failAbove

    init(_ outcome: Outcome, _ side: Side?) {
        switch (outcome, side) {
        case (.fail, .below): self = .failBelow
        case (.fail, _): self = .failAbove
        case (.warn, .below): self = .warnBelow
        case (.warn, _): self = .warnAbove
        default: self = .inside
        }
    }

    /// What an interval between two ends proves: the least that both agree on; nil where they do not.
    static func outcome(low: CompositeZone, high: CompositeZone) -> Outcome? {
        if low == .inside, high == .inside { return .pass }
        let least: CompositeZone
        if low.rawValue > 0, high.rawValue > 0 {
            least = low.rawValue < high.rawValue ? low : high
        } else if low.rawValue < 0, high.rawValue < 0 {
            least = low.rawValue > high.rawValue ? low : high
        } else {
            return nil
        }
        return least == .failBelow || least == .failAbove ? .fail : .warn
    }
}

extension ExactDecimal {
    /// A Double to twelve significant digits, for what has no exact decimal: roots.
    init?(rounding number: Double) {
        guard number.isFinite, number > 0, number < 1e15 else { return nil }
        var scale = 0
        var scaled = number
        while scaled < 1e11, scale < 30 {
            scaled *= 10
            scale += 1
        }
        let decimal = ExactDecimal(coefficient: Int128(scaled.rounded()), scale: UInt8(scale))
        self = decimal.withoutTrailingZeros
    }
}
