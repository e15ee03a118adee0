public import Geochemistry

/// A stretch of consecutive samples, in the order in which the laboratory reported them, and what stands in it.
///
/// A rate over a whole project hides a month without blanks. The window of the policy is moved along sample by sample;
/// a shorter sequence is one window.
public struct InsertionWindow: Sendable, Hashable {
    /// Index of its first sample in the sequence.
    public let start: Int
    public let tally: InsertionTally

    public var end: Int { start + tally.samples }

    /// The stretch of this length that ends with the last sample; nil for an empty sequence.
    public static func latest(_ types: [SampleType], length: Int) -> InsertionWindow? {
        guard !types.isEmpty else { return nil }
        let start = max(0, types.count - length)
        var tally = InsertionTally()
        for type in types[start...] { tally.add(type) }
        return InsertionWindow(start: start, tally: tally)
    }

    /// The stretch of this length that holds the fewest QC samples of a kind; of several the first.
    public static func weakest(_ kind: QCKind, in types: [SampleType], length: Int) -> InsertionWindow? {
        guard length > 0, !types.isEmpty else { return nil }
        var tally = InsertionTally()
        var weakest: InsertionWindow?
        for (index, type) in types.enumerated() {
            tally.add(type)
            if tally.samples > length { tally.remove(types[index - length]) }
            guard index + 1 >= min(length, types.count) else { continue }
            if weakest.map({ tally.inserted(kind) < $0.tally.inserted(kind) }) ?? true {
                weakest = InsertionWindow(start: index + 1 - tally.samples, tally: tally)
            }
        }
        return weakest
    }
}
