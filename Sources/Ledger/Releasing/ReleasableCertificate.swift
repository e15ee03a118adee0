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
    /// The acceptance of the whole that releases it; nil where its verdict alone does, or nothing.
    public let decisionID: Int64?
    let vocabulary: ResultVocabulary
    /// Why what no decision on a part is on may not be used; nil where it may.
    var hold: HoldReason?
    var parts: DecidedParts?

    /// Whether one result may be used.
    ///
    /// - Parameters:
    ///   - analyte: the symbol.
    ///   - position: from 1, in laboratory order.
    public func standing(analyte: String, method: String, position: Int) -> ResultStanding {
        guard let part = parts?.decision(analyte: analyte, method: method, position: position) else {
            return hold.map { .held($0) } ?? .released(decisionID: decisionID)
        }
        return part.action == .accept ? .released(decisionID: part.id) : .heldByDecision(part)
    }
}

/// Whether one result may be used, and by what.
public enum ResultStanding: Sendable, Hashable {
    /// nil: by the verdict.
    case released(decisionID: Int64?)
    /// Like the whole of its batch.
    case held(HoldReason)
    /// By a decision on a part that it lies in.
    case heldByDecision(DecisionRecord)
}
