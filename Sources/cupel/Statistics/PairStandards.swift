import CertificateReading
import Geochemistry
import Ledger
import QualityControl
import Standards

/// What statistics of pairs ask the Standards: published detection limits, and the limit of a pair.
struct PairStandards {
    let snapshot: StandardsSnapshot
    private let limits: [String: PublishedLimits]

    init(_ snapshot: StandardsSnapshot) {
        self.snapshot = snapshot
        limits = Dictionary(snapshot.laboratories.map { ($0.name, $0.limits) }, uniquingKeysWith: { first, _ in first })
    }

    func publishedLimit(_ laboratory: String, _ column: StoredColumn) -> ExactDecimal? {
        limits[laboratory]?.limit(method: column.method, analyte: column.analyte, unit: column.unit)
    }

    /// By the policy of the project that the duplicate's certificate names.
    func limit(of pair: StoredPair, _ reported: ReportedPair) -> PairLimit {
        let certificate = pair.duplicate.certificate
        let column = pair.duplicate.column
        let subject = PolicySubject(
            laboratory: certificate.laboratory,
            method: column.method,
            digestion: column.digestion,
            element: snapshot.materials.analytes.element(of: column.analyte)
        )
        return snapshot.policy(for: certificate.project).policy.rules(for: subject)
            .pairLimit(for: pair.kind, detectionLimit: reported.detectionLimit)
    }
}
