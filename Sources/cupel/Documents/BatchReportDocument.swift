import Intake

/// `queue show --json` and `show --json`.
struct BatchReportDocument: Encodable {
    let batch: BatchDocument?
    let certificates: [CertificateDocument]
    let documents: [KeptDocument]
    let verdicts: [VerdictDocument]
    let decisions: [DecisionDocument]
}
