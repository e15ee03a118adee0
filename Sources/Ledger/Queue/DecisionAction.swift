/// What a person can do with a batch.
public enum DecisionAction: String, Sendable, Hashable, CaseIterable {
    case accept
    case reject
    case reassay
    case reopen
    /// Says something and takes the batch into review; decides nothing.
    case comment
}
