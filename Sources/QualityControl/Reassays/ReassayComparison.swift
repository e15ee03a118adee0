import Geochemistry

/// The second results of a re-assay beside the first ones, for one analyte and method.
///
/// Only pairs of two positive numbers are compared, in the unit of the first; a pair with `<x`, `>x` or zero, or whose
/// units do not convert, is counted and left out. It is evidence for a person, and decides nothing.
public struct ReassayComparison: Sendable, Hashable {
    /// A determination and its repetition.
    public struct Pair: Sendable, Hashable {
        public var first: ReassayResult
        public var second: ReassayResult

        /// Both numbers in the unit of the first; nil where there is nothing to compare.
        var values: (first: Double, second: Double)? {
            guard let before = first.value, let after = second.value, before > 0, after > 0,
                let factor = second.unit.factor(to: first.unit)
            else { return nil }
            return (before, after * factor.numerator.approximate / factor.denominator.approximate)
        }
    }

    /// The pair that is furthest apart.
    public struct Largest: Sendable, Hashable {
        /// In percent of the pair's mean.
        public let percent: Double
        public let sample: String
        public let first: String
        public let second: String
    }

    /// `Cu ME-ICP61`, as the list words it.
    public let determination: String
    /// The methods of the re-assay, where they are others than that of the first results.
    public let otherMethods: [String]
    /// How many pairs of numbers were compared.
    public let pairs: Int
    /// How many pairs were left out.
    public let leftOut: Int
    /// Of re-assay to first result; nil where no pair was compared.
    public let medianRatio: Double?
    public let largest: Largest?

    init(determination: String, pairs: [Pair]) {
        self.determination = determination
        otherMethods = Set(pairs.filter { !$0.second.hasMethod(of: $0.first) }.map(\.second.method)).sorted()
        var ratios: [Double] = []
        var largest: Largest?
        for pair in pairs {
            guard let (first, second) = pair.values else { continue }
            ratios.append(second / first)
            let percent = 200 * (second - first).magnitude / (first + second)
            guard percent > largest?.percent ?? -1 else { continue }
            largest = Largest(
                percent: percent,
                sample: pair.first.sample,
                first: "\(pair.first.reported.trimmedOfBlanks) \(pair.first.unit)",
                second: "\(pair.second.reported.trimmedOfBlanks) \(pair.second.unit)"
            )
        }
        self.pairs = ratios.count
        leftOut = pairs.count - ratios.count
        medianRatio = Self.median(ratios)
        self.largest = largest
    }

    private static func median(_ numbers: [Double]) -> Double? {
        let sorted = numbers.sorted()
        let middle = sorted.count / 2
        guard let upper = sorted.dropFirst(middle).first else { return nil }
        guard sorted.count.isMultiple(of: 2), let lower = sorted.dropFirst(middle - 1).first else { return upper }
        return (lower + upper) / 2
    }
}
