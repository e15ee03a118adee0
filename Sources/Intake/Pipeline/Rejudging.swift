import Ledger

/// The certificates that have to be judged in one transaction, until nothing changes any more.
///
/// Each of several files that are taken in together is judged at once; what follows from all of them is judged once, when
/// all are in the ledger, or, of a backlog, when that is through (``Pipeline/renew(atMost:)``).
struct Rejudging {
    private var waiting: [(reference: CertificateReference, isFollower: Bool)] = []
    private var queued: Set<Int64> = []
    /// The verdict of each certificate before this work, where a new one was made.
    private(set) var replaced: [Int64: VerdictSummary?] = [:]
    /// The batches that got one.
    private(set) var renewed: Set<BatchKey> = []
    private var read: [PartKey: ReadCertificate] = [:]

    private struct PartKey: Hashable {
        let sha256: String
        let part: Int
    }

    /// Keeps a certificate that has just been read, so that its original is not opened again.
    mutating func remember(_ certificate: ReadCertificate, sha256: String, part: Int) {
        read[PartKey(sha256: sha256, part: part)] = certificate
    }

    /// Certificates that must be judged, whatever comes of it.
    mutating func add(_ references: [CertificateReference]) {
        for reference in references {
            touch(reference)
            if queued.insert(reference.id).inserted {
                waiting.append((reference, false))
            } else if let place = waiting.firstIndex(where: { $0.reference.id == reference.id }) {
                waiting[place].isFollower = false
            }
        }
    }

    /// Certificates that come after a changed one in some series, and may not be changed by it.
    mutating func addFollowers(_ references: [CertificateReference]) {
        for reference in references where queued.insert(reference.id).inserted { waiting.append((reference, true)) }
    }

    /// Notes that a certificate has a new verdict, and which it had when the work began.
    mutating func note(_ record: VerdictRecord, on reference: CertificateReference) {
        touch(reference)
        renewed.insert(BatchKey(batch: reference.batch, laboratory: reference.laboratory))
        if replaced[reference.id] == nil { replaced[reference.id] = .some(record.previous) }
    }

    /// What is judged next.
    /// - Parameter followers: false leaves those for later that may not have changed at all.
    mutating func next(followers: Bool) -> (reference: CertificateReference, isFollower: Bool)? {
        guard let place = waiting.firstIndex(where: { followers || !$0.isFollower }) else { return nil }
        let next = waiting.remove(at: place)
        queued.remove(next.reference.id)
        return next
    }

    /// Whether certificates are left for later.
    var hasFollowers: Bool { !waiting.isEmpty }

    /// Those that are left, which others will judge.
    mutating func takeFollowers() -> [CertificateReference] {
        defer { (waiting, queued) = ([], []) }
        return waiting.map(\.reference)
    }

    /// The batches whose verdict or place in the queue may have changed.
    private(set) var touched: [BatchKey] = []

    /// The same, and begins to collect anew.
    mutating func takeTouched() -> [BatchKey] {
        defer { touched = [] }
        return touched
    }

    private mutating func touch(_ reference: CertificateReference) {
        let batch = BatchKey(batch: reference.batch, laboratory: reference.laboratory)
        if !touched.contains(batch) { touched.append(batch) }
    }

    func certificate(sha256: String, part: Int) -> ReadCertificate? { read[PartKey(sha256: sha256, part: part)] }
}
