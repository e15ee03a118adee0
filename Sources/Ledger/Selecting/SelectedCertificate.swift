public import Geochemistry

/// A current certificate with its current verdict, as statistics take it.
public struct SelectedCertificate: Sendable, Hashable {
    public let id: Int64
    public let verdictID: Int64
    public let batch: String
    public let laboratory: String
    public let project: String
    public let reported: CalendarDate?
    public let order: CertificateOrder
    /// How the certificate's texts are read again. A negative number counts as a limit where it was stored as one.
    let vocabulary: ResultVocabulary
}
