/// A sample to re-assay.
public struct ReassayDocument: Sendable, Equatable, Encodable {
    public var position: Int
    public var sample: String
    public var analytes: [String]
    public var because: [String]

    public init(position: Int, sample: String, analytes: [String], because: [String]) {
        self.position = position
        self.sample = sample
        self.analytes = analytes
        self.because = because
    }
}
