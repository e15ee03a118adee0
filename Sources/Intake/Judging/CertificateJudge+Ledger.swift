public import Geochemistry
public import Ledger

extension CertificateJudge {
    /// Judges a certificate that the ledger holds, with the registers and the history that it knows now.
    public func judge(
        _ certificate: Certificate,
        of reference: CertificateReference,
        in reader: LedgerReader
    ) throws -> Judged {
        let names = certificate.samples.filter(\.origin.isClient).map(\.name)
        return try judge(
            certificate,
            statements: try reader.statements(for: names, dispatch: certificate.dispatch),
            history: { try reader.history(before: reference.order, keys: $0) }
        )
    }
}
