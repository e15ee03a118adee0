/// How far the grades of samples reach, and the certified values of the client's reference materials beside them: one
/// laboratory, method and analyte.
public struct GradeReach: Sendable, Hashable {
    public var laboratory: String
    public var method: String
    public var analyte: String
    public var unit: String
    /// Ordinary samples with a number.
    public var samples: Int
    public var median: Double
    public var highest: Double
    public var lowestCertified: Double
    public var highestCertified: Double
    /// Samples of more than a factor times the highest certified value.
    public var above: Int
}
