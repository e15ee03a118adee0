/// One row of the audit log.
struct AuditEntry {
    var seq: Int64
    var at: String
    var actor: String
    var action: String
    var subject: String
    var detail: String
    /// The hash of the row before; ``first`` for the first row.
    var previousHash: String

    /// What stands before the first row: 64 zeros.
    static let first = String(repeating: "0", count: 64)

    /// SHA-256 over `13:cupel-audit-1,` and then seq, at, actor, action, subject, detail and previous hash, in this
    /// order, each as its length in bytes, a colon, its UTF-8 bytes and a comma; lower case hexadecimal.
    var hash: String {
        var digest = Digest("cupel-audit-1")
        digest.add(String(seq))
        digest.add(at)
        digest.add(actor)
        digest.add(action)
        digest.add(subject)
        digest.add(detail)
        digest.add(previousHash)
        return digest.hexadecimal
    }
}
