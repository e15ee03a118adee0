public import Geochemistry

/// How many samples of each type stand in a hole, a dispatch, a project or a stretch of numbers.
public struct InsertionTally: Sendable, Hashable {
    public private(set) var counts: [SampleType: Int] = [:]
    /// All samples, QC samples included.
    public private(set) var samples = 0

    public init() {}

    public mutating func add(_ type: SampleType) {
        counts[type, default: 0] += 1
        samples += 1
    }

    public mutating func remove(_ type: SampleType) {
        guard let count = counts[type], count > 0 else { return }
        counts[type] = count - 1
        samples -= 1
    }

    public func count(_ type: SampleType) -> Int { counts[type] ?? 0 }

    public func inserted(_ kind: QCKind) -> Int {
        SampleType.allCases.filter { $0.control == kind }.reduce(0) { $0 + count($1) }
    }

    /// What the policy's rate says of it; nil where the policy asks for none of the kind.
    public func rate(of kind: QCKind, rates: InsertionRates?) -> InsertionRate? {
        rates?.rate(of: kind).map {
            InsertionRate(kind, inserted: inserted(kind), samples: samples, percent: $0.percent)
        }
    }
}
