/// How long something took, counted in buckets.
public struct LatencyHistogram: Sendable, Equatable {
    /// Upper limits of the buckets in seconds; what took longer counts in the sum alone.
    public static let limits: [Double] = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

    /// How many took at most as long as the limit of the same place, those of the buckets before included.
    public private(set) var atMost = [Int](repeating: 0, count: limits.count)
    public private(set) var count = 0
    /// In seconds.
    public private(set) var sum = 0.0

    public init() {}

    public mutating func add(seconds: Double) {
        for (place, limit) in Self.limits.enumerated() where seconds <= limit { atMost[place] += 1 }
        count += 1
        sum += seconds
    }
}
