public import Geochemistry

/// A certificate without its results, as the view `certificates` shows it.
public struct CertificateSummary: Sendable, Hashable {
    public let reference: CertificateReference
    public let status: Certificate.Status
    public let client: String
    public let project: String
    public let dispatch: String
    public let received: CalendarDate?
    public let reported: CalendarDate?
    public let declaredSamples: Int?
    /// How many rows of results it has.
    public let sampleCount: Int
    public let format: String
    public let ingestedAt: String
    /// Its path inside the delivered file; empty where the file is the certificate.
    public let member: String
}
