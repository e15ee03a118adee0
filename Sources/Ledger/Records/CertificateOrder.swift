public import Geochemistry

/// The place of a certificate among all others: by report date, laboratory, batch, content, part - never by arrival.
/// A certificate without a report date stands before all that have one.
public struct CertificateOrder: Sendable, Hashable, Comparable {
    /// The text that is compared, byte by byte.
    let key: String

    public init(reported: CalendarDate?, laboratory: String, batch: String, sha256: String, part: Int) {
        let digits = String(max(0, part))
        let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        key = [reported?.description ?? "", laboratory, batch, sha256, padded].joined(separator: "\u{1F}")
    }

    public init(_ certificate: Certificate, sha256: String, part: Int) {
        self.init(
            reported: certificate.reported,
            laboratory: certificate.laboratory,
            batch: certificate.batch,
            sha256: sha256,
            part: part
        )
    }

    init(key: String) { self.key = key }

    public static func < (left: CertificateOrder, right: CertificateOrder) -> Bool {
        left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
    }
}
