public import Geochemistry
public import QualityControl

/// A current certificate as a release names it: where it came from, and on what it is released.
public struct ReleasableCertificate: Sendable, Hashable {
    public let reference: CertificateReference
    public let project: String
    public let reported: CalendarDate?
    /// nil while it is not judged.
    public let verdictID: Int64?
    public let outcome: Outcome?
    /// The acceptance that releases it; nil where its verdict alone does.
    public let decisionID: Int64?
    let vocabulary: ResultVocabulary
}
