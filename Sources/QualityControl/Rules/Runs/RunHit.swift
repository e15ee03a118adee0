/// A pattern that a run rule found in a series.
public struct RunHit: Sendable, Hashable {
    public var rule: RunRule
    /// The points that make the pattern, oldest first; the last is where it ends.
    public var points: [Int]
    /// On which side of the expectation, or which way a trend goes; nil where the pattern has both sides or none.
    public var side: Side?

    public init(rule: RunRule, points: [Int], side: Side?) {
        self.rule = rule
        self.points = points
        self.side = side
    }
}
