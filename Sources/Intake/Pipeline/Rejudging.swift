import CertificateReading
import Geochemistry
import Ledger

/// The certificates that have to be judged in one transaction, each once, until nothing changes any more.
struct Rejudging {
    private var waiting: [CertificateReference] = []
    private var queued: Set<Int64> = []
    private var batches: [BatchKey] = []
    /// The verdict of each certificate before this work, where a new one was made.
    private(set) var replaced: [Int64: VerdictSummary?] = [:]
    private var read: [PartKey: Certificate] = [:]

    private struct PartKey: Hashable {
        let sha256: String
        let part: Int
    }

    /// Keeps a certificate that has just been read, so that its original is not opened again.
    mutating func remember(_ certificate: Certificate, sha256: String, part: Int) {
        read[PartKey(sha256: sha256, part: part)] = certificate
    }

    mutating func add(_ references: [CertificateReference]) {
        for reference in references {
            let batch = BatchKey(batch: reference.batch, laboratory: reference.laboratory)
            if !batches.contains(batch) { batches.append(batch) }
            if queued.insert(reference.id).inserted { waiting.append(reference) }
        }
    }

    /// Notes that a certificate has a new verdict, and which it had when the work began.
    mutating func note(_ record: VerdictRecord, on reference: CertificateReference) {
        if replaced[reference.id] == nil { replaced[reference.id] = .some(record.previous) }
    }

    mutating func next() -> CertificateReference? {
        guard !waiting.isEmpty else { return nil }
        let reference = waiting.removeFirst()
        queued.remove(reference.id)
        return reference
    }

    /// The batches whose verdict or place in the queue may have changed.
    var touched: [BatchKey] { batches }

    func certificate(sha256: String, part: Int) -> Certificate? { read[PartKey(sha256: sha256, part: part)] }
}
