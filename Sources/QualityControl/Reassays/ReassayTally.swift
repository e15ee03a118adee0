/// How much of a re-assay list a certificate covers, in numbers.
public struct ReassayTally: Sendable, Hashable {
    public var samplesListed: Int
    /// Samples all of whose listed determinations are there.
    public var samplesCovered: Int
    public var determinationsListed: Int
    public var determinationsCovered: Int

    public init(samplesListed: Int, samplesCovered: Int, determinationsListed: Int, determinationsCovered: Int) {
        self.samplesListed = samplesListed
        self.samplesCovered = samplesCovered
        self.determinationsListed = determinationsListed
        self.determinationsCovered = determinationsCovered
    }

    public var coversAll: Bool { determinationsListed > 0 && determinationsCovered == determinationsListed }
}
