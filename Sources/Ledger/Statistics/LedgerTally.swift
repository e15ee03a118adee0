import GRDB

/// How much of everything the ledger holds, kept up to date at the cost of what is new.
///
/// Deliveries, verdicts, findings and certificates are only ever added, so what was counted once stays counted.
public struct LedgerTally: Sendable, Equatable {
    public struct VerdictKind: Sendable, Hashable {
        public let laboratory: String
        public let outcome: String
    }

    /// By disposition.
    public internal(set) var deliveries: [String: Int] = [:]
    /// Superseded ones too.
    public internal(set) var verdicts: [VerdictKind: Int] = [:]
    /// By outcome, of superseded verdicts too.
    public internal(set) var findings: [String: Int] = [:]
    /// When the last certificate of each laboratory was taken in, as ``LedgerReader`` gives times.
    public internal(set) var lastCertificates: [String: String] = [:]

    var lastDelivery: Int64 = 0
    var lastVerdict: Int64 = 0
    var lastCertificate: Int64 = 0

    public init() {}
}

extension LedgerReader {
    /// Counts what has come since the tally was last brought up to date.
    public func bringUpToDate(_ tally: inout LedgerTally) throws {
        for row in try database.rows(
            "SELECT disposition, count(*) AS n, max(id) AS last FROM delivery WHERE id > ? GROUP BY disposition",
            tally.lastDelivery
        ) {
            tally.deliveries[try row.text("disposition"), default: 0] += try row.count("n")
            tally.lastDelivery = max(tally.lastDelivery, try row.integer("last"))
        }
        // A finding is stored with its verdict, so that one number leads through both.
        for row in try database.rows(
            "SELECT outcome, count(*) AS n FROM finding WHERE verdict_id > ? GROUP BY outcome",
            tally.lastVerdict
        ) {
            tally.findings[try row.text("outcome"), default: 0] += try row.count("n")
        }
        for row in try database.rows(
            """
            SELECT c.laboratory AS laboratory, v.outcome AS outcome, count(*) AS n, max(v.id) AS last
            FROM verdict v CROSS JOIN certificate c ON c.id = v.certificate_id
            WHERE v.id > ? GROUP BY c.laboratory, v.outcome
            """,
            tally.lastVerdict
        ) {
            let kind = LedgerTally.VerdictKind(laboratory: try row.text("laboratory"), outcome: try row.text("outcome"))
            tally.verdicts[kind, default: 0] += try row.count("n")
            tally.lastVerdict = max(tally.lastVerdict, try row.integer("last"))
        }
        for row in try database.rows(
            """
            SELECT laboratory, max(ingested_at) AS latest, max(id) AS last FROM certificate WHERE id > ?
            GROUP BY laboratory
            """,
            tally.lastCertificate
        ) {
            let (laboratory, latest) = (try row.text("laboratory"), try row.text("latest"))
            tally.lastCertificates[laboratory] = max(tally.lastCertificates[laboratory] ?? "", latest)
            tally.lastCertificate = max(tally.lastCertificate, try row.integer("last"))
        }
    }

    /// How many batches of the failure queue are in each state, and since when the oldest of each is there.
    public func queueStates() throws -> [(state: String, batches: Int, oldest: String)] {
        try database.rows(
            "SELECT state, count(*) AS n, min(opened_at) AS oldest FROM queue_item GROUP BY state ORDER BY state"
        ).map { (try $0.text("state"), try $0.count("n"), try $0.text("oldest")) }
    }
}
