import Geochemistry
import Ledger
import Standards

/// A certificate with what can be said of it before its turn to be judged comes.
struct ReadCertificate: Sendable {
    let certificate: Certificate
    /// nil where nothing was: then all is judged in its turn.
    let ahead: CertificateJudge.AssessedAhead?

    init(_ certificate: Certificate) {
        self.certificate = certificate
        ahead = nil
    }

    /// Judges it but for its series. What is in the way of that is told when its turn comes.
    init(_ certificate: Certificate, by standards: StandardsSnapshot, in ledger: Ledger) {
        self.certificate = certificate
        ahead = try? ledger.read { try CertificateJudge(standards).assess(certificate, in: $0) }
    }
}
