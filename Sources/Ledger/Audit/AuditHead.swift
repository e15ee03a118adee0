/// The last row of the audit log: written down elsewhere, it proves the log up to there.
public struct AuditHead: Sendable, Hashable {
    /// 0 where nothing has been logged.
    public let seq: Int64
    /// SHA-256, lower case hexadecimal.
    public let hash: String

    init(seq: Int64, hash: String) {
        self.seq = seq
        self.hash = hash
    }

    /// As ``description`` writes it: the number of the row, a colon, its hash.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int64(parts[0]), seq >= 0, parts[1].utf8.count == 64,
            parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        self.init(seq: seq, hash: String(parts[1]))
    }
}

extension AuditHead: CustomStringConvertible {
    public var description: String { "\(seq):\(hash)" }
}
