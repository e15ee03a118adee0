/// How the batch of a re-assay stands by itself: a re-assay is judged by its own QC like any certificate.
public enum ReassayStanding: String, Sendable, Hashable, CaseIterable {
    /// Its verdict is pass or warn.
    case passed
    /// A person accepted it in spite of its verdict.
    case accepted
    case failed
    case notEvaluated = "not_evaluated"
    case preliminary
    /// A person rejected it.
    case rejected
    /// It passed, and a person took it back.
    case reopened

    /// Only a re-assay that may itself be used answers a failure.
    public var mayAnswer: Bool { self == .passed || self == .accepted }
}
