/// Random errors that can be had again from their seed.
///
/// Source: SplitMix64 (Steele, Lea, Flood 2014); normal deviates by the quantile of a uniform one.
struct SimulatedErrors: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Above 0 and below 1.
    mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) / 9_007_199_254_740_992 }

    /// Of mean 0 and SD 1.
    mutating func normal() -> Double { NormalDistribution.quantile(uniform()) }
}
