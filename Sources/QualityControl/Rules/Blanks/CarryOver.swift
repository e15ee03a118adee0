import Geochemistry

/// Whether the samples before a blank can have left behind what is found in it.
///
/// A crusher or mill that keeps the part f of a sample gives the blank behind it background + f (sample - background).
/// A fraction of a percent is what barren washes are there to prevent; tens of percent are no carry-over, but
/// contamination or a mix-up. A proposal for the person who looks; it changes no verdict.
///
/// Source: carry-over = 100 (blank - background) / (preceding - background), 1 % tolerated as a rule; ALS note on barren
/// washes, which expects less than 1 % behind high grades.
struct CarryOver {
    /// An ordinary sample before the blank, by what is known of its content.
    struct Source: Equatable {
        let sample: String
        /// The text that stands for its content.
        let reported: String
        /// How many ordinary samples before the blank: 1 is the nearest.
        let distance: Int
        let least: ExactDecimal
        /// nil where nothing bounds it: over range, or without a result.
        let most: ExactDecimal?
    }

    enum Cause: Equatable {
        /// The source leaves it behind at a percentage that the policy tolerates.
        case carryOver(Source, percent: ExactDecimal?)
        /// No source does. The percentage of the highest one; nil where it holds no more than the background.
        case contamination(Source, percent: ExactDecimal?)
    }

    private let rules: BlankRules.CarryOverRules
    /// Times the denominator; 0 where the Standards hold none.
    private let background: ExactDecimal
    private let denominator: ExactDecimal

    init(rules: BlankRules.CarryOverRules, background: CertifiedExpectation?) {
        self.rules = rules
        self.background = background?.center ?? 0
        denominator = background?.denominator ?? 1
    }

    /// - Parameters:
    ///   - isLeast: the blank is over a range, and holds at least this much.
    ///   - sources: nearest first.
    /// - Returns: nil where what is known of the sources leaves it open, and for the first sample of all.
    func cause(
        of blank: ExactDecimal,
        isLeast: Bool = false,
        after sources: [Source]
    ) throws(ArithmeticOverflow) -> Cause? {
        let excess = try excess(blank)
        var high: Source?
        var bounded: Source?
        var isOpen = false
        for source in sources {
            if high.map({ source.least > $0.least }) ?? true { high = source }
            guard let most = source.most else {
                isOpen = true
                continue
            }
            if bounded?.most.map({ most > $0 }) ?? true { bounded = source }
        }
        if let high, !isLeast, try isTolerated(excess, of: high.least) {
            return .carryOver(high, percent: try percent(excess, of: high.least))
        }
        guard !isOpen, let bounded, let most = bounded.most, try !isTolerated(excess, of: most) else { return nil }
        return .contamination(bounded, percent: try percent(excess, of: most))
    }

    private func excess(_ value: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal {
        try value * denominator - background
    }

    private func isTolerated(_ excess: ExactDecimal, of content: ExactDecimal) throws(ArithmeticOverflow) -> Bool {
        let held = try self.excess(content)
        guard held > 0 else { return false }
        return try excess * 100 <= held * rules.percent
    }

    private func percent(_ excess: ExactDecimal, of content: ExactDecimal) throws(ArithmeticOverflow) -> ExactDecimal? {
        Self.percent(excess, of: try self.excess(content))
    }

    /// - Returns: 100 part / whole, to two decimals, to more where two would show nothing; nil where the whole is nothing.
    static func percent(_ part: ExactDecimal, of whole: ExactDecimal) -> ExactDecimal? {
        guard whole > 0, let hundredfold = try? part * 100 else { return nil }
        let rounded = [2, 4, 6].lazy.compactMap { hundredfold.divided(by: whole, scale: $0) }.first { !$0.isZero }
        return (rounded ?? hundredfold.divided(by: whole, scale: 2))?.withoutTrailingZeros
    }
}

extension CarryOver.Cause {
    var rule: RuleName {
        switch self {
        case .carryOver: .blankCarryOver
        case .contamination: .blankContamination
        }
    }
}
