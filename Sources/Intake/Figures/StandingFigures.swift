/// How the daemon and its ledger stand at one moment.
public struct StandingFigures: Sendable {
    public struct Verdicts: Sendable {
        public let laboratory: String
        public let outcome: String
        public let count: Int
    }

    public internal(set) var intake: IntakeFigures.State
    /// By disposition.
    public internal(set) var deliveries: [String: Int] = [:]
    public internal(set) var verdicts: [Verdicts] = []
    /// By outcome.
    public internal(set) var findings: [String: Int] = [:]
    /// When the last certificate of each laboratory was taken in: seconds since 1970.
    public internal(set) var lastCertificates: [String: Int64] = [:]
    /// The last of them all, in UTC.
    public internal(set) var lastCertificate: String?
    /// Batches of the failure queue by state.
    public internal(set) var queue: [String: Int] = [:]
    /// How long the oldest batch that waits for a person has waited; 0 where none does.
    public internal(set) var oldestSeconds: Int64 = 0
    public internal(set) var ledgerBytes: Int64 = 0
    /// On the file system that holds the ledger; nil where the system does not say.
    public internal(set) var diskFreeBytes: Int64?
    /// When the ledger was read for these figures: seconds since 1970; nil where it never could be.
    public internal(set) var ledgerReadAt: Int64?
    /// Why the ledger could not be read just now; the figures of it are older then.
    public internal(set) var trouble: String?

    public static let dispositions = ["duplicate", "ingested", "quarantined", "register"]
    public static let outcomes = ["fail", "not_evaluated", "pass", "warn"]
    public static let states = ["accepted", "in_review", "open", "reassay_requested", "rejected", "resolved"]
    /// Those in which a batch waits for a person.
    static let waitingStates: Set = ["in_review", "open", "reassay_requested"]
}
