/// The condition before a section of a number format: `[<0.005]`.
struct FormatCondition: Sendable, Hashable {
    enum Comparison: String, Sendable, Hashable, CaseIterable {
        // The longer words first, because the shorter ones begin like them.
        case notLess = ">="
        case notMore = "<="
        case other = "<>"
        case less = "<"
        case more = ">"
        case equal = "="
    }

    var comparison: Comparison
    var bound: CellNumber

    init(_ comparison: Comparison, _ bound: CellNumber) {
        self.comparison = comparison
        self.bound = bound
    }

    /// Reads what stands between the brackets; nil for anything but a condition.
    init?(_ text: ArraySlice<UInt8>) {
        guard let comparison = Comparison.allCases.first(where: { text.starts(with: $0.rawValue.utf8) }) else {
            return nil
        }
        let number = text.dropFirst(comparison.rawValue.utf8.count)
        guard let bound = CellNumber(Array(number).span) else { return nil }
        self.init(comparison, bound)
    }

    func holds(for number: CellNumber) -> Bool {
        switch comparison {
        case .less: number < bound
        case .notMore: !(bound < number)
        case .more: bound < number
        case .notLess: !(number < bound)
        case .equal: !(number < bound) && !(bound < number)
        case .other: number < bound || bound < number
        }
    }

    /// Whether it holds for negative numbers only, so that the section shows them without their sign.
    var isOfNegatives: Bool {
        let isNegativeOrZero = bound.isZero || bound.isNegative
        switch comparison {
        case .less: return isNegativeOrZero
        case .notMore, .equal: return bound.isNegative && !bound.isZero
        case .more, .notLess, .other: return false
        }
    }
}
