/// One file that came in, and what became of it.
public struct DeliveryRecord: Sendable, Hashable {
    public enum Disposition: String, Sendable, CaseIterable {
        case ingested
        /// The same content was there before.
        case duplicate
        case register
        case quarantined
    }

    public var fileName: String
    /// What tells this file from another of the same name: device, inode, modification time. Opaque to the ledger.
    public var identity: String
    public var sha256: String
    public var size: Int64
    public var seenAt: String
    public var disposition: Disposition
    /// Why it was quarantined, or of what it is a duplicate; often empty.
    public var reason: String

    public init(
        fileName: String,
        identity: String,
        sha256: String,
        size: Int64,
        seenAt: String,
        disposition: Disposition,
        reason: String = ""
    ) {
        self.fileName = fileName
        self.identity = identity
        self.sha256 = sha256
        self.size = size
        self.seenAt = seenAt
        self.disposition = disposition
        self.reason = reason
    }
}

/// A delivery as the ledger keeps it.
public struct RecordedDelivery: Sendable, Hashable {
    public let id: Int64
    public let delivery: DeliveryRecord
    /// True once the file has left incoming/.
    public let isSettled: Bool
}
