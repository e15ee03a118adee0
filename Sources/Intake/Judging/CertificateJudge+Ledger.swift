public import Geochemistry
public import Ledger
import QualityControl

extension CertificateJudge {
    /// A certificate that was assessed by the registers that a ledger knew then.
    public struct AssessedAhead: Sendable {
        let assessed: Assessed
        let registers: RegisterMark
    }

    /// Judges a certificate but for its series, by the registers that the ledger knows.
    @inline(never)
    public func assess(_ certificate: Certificate, in reader: LedgerReader) throws -> AssessedAhead {
        AssessedAhead(
            assessed: try assess(certificate, statements: try statements(on: certificate, in: reader)),
            registers: try reader.registerMark()
        )
    }

    /// Judges a certificate that the ledger holds, with the registers and the history that it knows now.
    /// - Parameter ahead: what was assessed before; taken where Standards and registers are still the same.
    @inline(never)
    public func judge(
        _ certificate: Certificate,
        of reference: CertificateReference,
        ahead: AssessedAhead? = nil,
        in reader: LedgerReader
    ) throws -> Judged {
        func history(_ keys: [SeriesKey]) throws -> SeriesHistory {
            try reader.history(before: reference.order, keys: keys)
        }
        if let ahead, try holds(ahead.assessed, for: certificate), try reader.registerMark() == ahead.registers {
            return try judge(ahead.assessed, history: history)
        }
        return try judge(certificate, statements: try statements(on: certificate, in: reader), history: history)
    }

    private func statements(on certificate: Certificate, in reader: LedgerReader) throws -> [RegisterStatement] {
        let names = certificate.samples.filter(\.origin.isClient).map(\.name)
        return try reader.statements(for: names, dispatch: certificate.dispatch)
    }
}
