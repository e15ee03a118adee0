public import Ledger

/// The alerts that a command is to be told of, out of the ledger: whoever judged the batch, and whatever became of the
/// process that did.
public struct AlertFeed: Sendable {
    /// A batch that waits, and its document: the bytes of `alerts/<batch>.json`.
    public struct Waiting: Sendable {
        public let batch: String
        public let laboratory: String
        public let outcome: String
        public let document: [UInt8]
    }

    private let ledger: Ledger

    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// How far the ledger is.
    public func newest() throws -> AlertProgress {
        guard let (id, content) = try ledger.read({ try $0.newestVerdict() }) else { return AlertProgress() }
        return AlertProgress(base: id, done: id, content: content)
    }

    /// Progress at a verdict, as it is kept.
    public func progress(base: Int64, done: Int64) throws -> AlertProgress {
        let content = try ledger.read { try $0.content(ofVerdict: done) } ?? ""
        return AlertProgress(base: base, done: done, content: content)
    }

    /// Whether the verdict up to which alerts were handed over is the ledger's: after a copy was put in its place, another
    /// may have that number.
    public func knows(_ progress: AlertProgress) throws -> Bool {
        if progress.done == 0 { return true }
        return try ledger.read { try $0.content(ofVerdict: progress.done) } == progress.content
    }

    /// Verdicts behind new alerts, oldest first, and the newest verdict that was looked at.
    public func opened(after progress: AlertProgress) throws -> (verdicts: [Int64], upTo: Int64) {
        try ledger.read { reader in
            let newest = try reader.newestVerdict()?.id ?? 0
            guard newest > progress.base else { return ([], newest) }
            return (
                try reader.openingVerdicts(after: progress.base, upTo: newest).filter { $0 > progress.done }, newest
            )
        }
    }

    /// The alert behind a verdict as it stands now; nil where its batch no longer waits.
    public func alert(behind verdict: Int64) throws -> Waiting? {
        try ledger.read { reader in
            guard let key = try reader.batch(ofVerdict: verdict),
                let alert = try Alert.standing(of: key, in: reader).first(where: { $0.key == key }), alert.isOpen
            else { return nil }
            return Waiting(
                batch: key.batch,
                laboratory: key.laboratory,
                outcome: alert.document.outcome,
                document: try JSONText.bytes(alert.document)
            )
        }
    }

    /// How many batches wait.
    public func waiting() throws -> Int { try ledger.read { try $0.openAlerts().count } }
}
