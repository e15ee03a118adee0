/// What a batch says to the failure of another one, whose samples it determined again.
public struct ReassayAnswer: Sendable, Hashable {
    public var batch: String
    public var tally: ReassayTally
    public var standing: ReassayStanding
    /// The batch may be used, and the whole list was repeated, by it alone or together with others that may be used.
    public var isAnswered: Bool

    public init(batch: String, tally: ReassayTally, standing: ReassayStanding, isAnswered: Bool) {
        self.batch = batch
        self.tally = tally
        self.standing = standing
        self.isAnswered = isAnswered
    }
}
