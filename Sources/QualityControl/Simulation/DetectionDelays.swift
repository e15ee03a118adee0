/// How soon a disturbed laboratory was found, in results of the reference material.
public struct DetectionDelays: Sendable, Hashable {
    /// After so many results a trial ended.
    public let patience: Int
    /// nil where nothing named it in time.
    public private(set) var delays: [Int?] = []

    public init(patience: Int) { self.patience = patience }

    mutating func add(_ delay: Int?) { delays.append(delay) }

    /// nil where half of the trials or more ended without a finding.
    public var median: Int? {
        let sorted = delays.map { $0 ?? Int.max }.sorted()
        guard let middle = sorted.dropFirst((sorted.count - 1) / 2).first, middle < Int.max else { return nil }
        return middle
    }

    /// The part of trials in which a finding named it within so many results.
    public func share(within results: Int) -> Double {
        guard !delays.isEmpty else { return 0 }
        return Double(delays.count { $0.map { $0 <= results } ?? false }) / Double(delays.count)
    }
}
