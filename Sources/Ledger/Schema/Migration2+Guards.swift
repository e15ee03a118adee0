extension Migration2 {
    /// What was kept beside a certificate is history, like the certificate.
    static let guards = Migration1.refuseAll("document")
}
