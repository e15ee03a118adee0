import Foundation

/// Random numbers that can be had again: SplitMix64 (Steele, Lea, Flood 2014) from a printed seed.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    public let seed: UInt64
    private var state: UInt64

    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// A new seed at every run, or the one in `CUPEL_TEST_SEED`; printed with the name of the property.
    public init(_ property: String) {
        let wanted = ProcessInfo.processInfo.environment["CUPEL_TEST_SEED"].flatMap { UInt64($0) }
        self.init(seed: wanted ?? UInt64.random(in: 1...UInt64.max))
        print("\(property): seed \(seed)")
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
