/// What a laboratory in control is told.
public struct AlarmRates: Sendable, Hashable {
    public private(set) var batches = 0
    public private(set) var failed = 0
    /// Failed ones with them.
    public private(set) var warned = 0
    /// Batches with a result beyond 2 and 3 SD, whatever was said of it.
    public private(set) var beyond2SD = 0
    public private(set) var beyond3SD = 0

    public init() {}

    mutating func add(_ judgement: Judgement) {
        batches += 1
        if judgement.outcome == .fail { failed += 1 }
        if judgement.outcome != .pass { warned += 1 }
        let scores = judgement.segments.flatMap(\.scores).compactMap(\.self)
        if scores.contains(where: { $0.exceeds(2) }) { beyond2SD += 1 }
        if scores.contains(where: { $0.exceeds(3) }) { beyond3SD += 1 }
    }

    public var failureRate: Double { rate(failed) }
    public var warningRate: Double { rate(warned) }

    public func rate(_ count: Int) -> Double { batches == 0 ? 0 : Double(count) / Double(batches) }
}
