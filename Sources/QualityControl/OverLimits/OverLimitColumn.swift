import Geochemistry

/// A column seen from one that is over its range: whether it can say how much there is, and how well.
///
/// Source: practice of ALS and others, whose over-limit methods (OG46, OG62, GRA21, VOL61) hang at the right end of a
/// certificate and are filled for the samples that need them.
struct OverLimitColumn {
    let column: JudgedColumn
    /// Turns its results into the analyte and unit of the column over its range.
    let conversion: Conversion
    let rank: Rank

    /// Of several numbers the one that is nearest in kind resolves: of the same analyte before an oxide of it, after the
    /// same digestion before another, to the right before to the left, and then the rightmost, because the method for
    /// the highest grades stands last.
    struct Rank: Comparable {
        let isSameAnalyte: Bool
        let isSameDigestion: Bool
        let isToTheRight: Bool
        let index: Int

        static func < (left: Rank, right: Rank) -> Bool { left.key < right.key }

        private var key: (Int, Int, Int, Int) {
            (isSameAnalyte ? 1 : 0, isSameDigestion ? 1 : 0, isToTheRight ? 1 : 0, index)
        }
    }

    /// nil where nothing in the column can be compared: another element, a unit that does not convert.
    init?(_ column: JudgedColumn, for over: JudgedColumn, analytes: AnalyteTable) {
        guard column.index != over.index, column.element == over.element,
            let conversion = Conversion(
                from: (column.analyte, column.unit),
                to: (over.analyte, over.unit),
                analytes: analytes
            )
        else { return nil }
        self.column = column
        self.conversion = conversion
        rank = Rank(
            isSameAnalyte: column.analyte == over.analyte,
            isSameDigestion: column.digestion == over.digestion,
            isToTheRight: column.index > over.index,
            index: column.index
        )
    }

    /// What a cell of the column says of a result over a limit.
    enum Saying {
        /// At least the limit: it resolves.
        case value(ExactDecimal)
        /// Over a higher limit: the next method has to say.
        case stillOver
        /// Below the limit that it is said to be above.
        case contradicts
        case nothing
    }

    /// Compared exactly, and a value on the limit is one that resolves: value x ratio >= limit.
    ///
    /// A number below the limit contradicts only after the same digestion; a weaker one dissolves less, and says nothing.
    func saying(of cell: ReportedValue, over limit: ExactDecimal) -> Saying {
        let ratio = conversion.ratio
        do throws(ArithmeticOverflow) {
            switch cell {
            case .number(let value):
                let product = try value * ratio.numerator
                guard try product >= limit * ratio.denominator else {
                    return rank.isSameDigestion ? .contradicts : .nothing
                }
                return product.quotient(by: ratio.denominator).map { .value($0) } ?? .nothing
            case .above(let higher):
                return try higher * ratio.numerator > limit * ratio.denominator ? .stillOver : .nothing
            case .below(let lower?):
                let isLower = try lower * ratio.numerator <= limit * ratio.denominator
                return isLower && rank.isSameDigestion ? .contradicts : .nothing
            case .below(nil), .noResult, .unreadable:
                return .nothing
            }
        } catch {
            return .nothing
        }
    }
}

extension ExactDecimal {
    /// The quotient itself where its decimals end, else rounded beyond the twelfth significant digit.
    fileprivate func quotient(by divisor: ExactDecimal) -> ExactDecimal? {
        if divisor == 1 { return withoutTrailingZeros }
        for scale in stride(from: UInt8(0), through: Self.maximumScale, by: 4) {
            guard let quotient = divided(by: divisor, scale: scale) else { break }
            if let back = try? quotient * divisor, back == self { return quotient.withoutTrailingZeros }
        }
        return shown(over: divisor)
    }
}
