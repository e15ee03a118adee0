import CertificateReading
import Ledger

/// Some files on their way through the pipeline: what became of each, and what is being done.
struct Passage {
    /// A file whose content is in hand.
    struct Sealed {
        let index: Int
        let delivered: Pipeline.Delivered
        let file: SealedFile
    }

    /// A file that was read and archived, ready for the ledger. No content: the ledger knows it already.
    struct Ready {
        let sealed: Sealed
        let content: Delivery?
        /// Those of the content, ready to be stored and judged.
        let certificates: [Prepared]
        let documents: KeptDocuments
    }

    /// A certificate as it is stored, and as far judged as can be.
    struct Prepared {
        let packed: PackedCertificate
        let read: ReadCertificate
    }

    /// A chunk that other threads read.
    struct Reading {
        let chunk: [Sealed]
        let results: Errands<Pipeline.Reading>
    }

    /// A chunk that is in the ledger, and whose alerts and links other threads write.
    struct Leaving {
        let chunk: [Pipeline.Recorded]
        let verdicts: Errands<[BatchKey: Pipeline.BatchVerdict]>
    }

    let isBacklog: Bool
    /// More files than share a commit: nobody waits for one of them.
    let isBulk: Bool
    /// So many files that what follows from them is judged when all are through.
    let putsOff: Bool
    var reading: Reading?
    var leaving: Leaving?

    private let deliveries: [Pipeline.Delivered]
    private var results: [Pipeline.Outcome.Result?]
    private var taken = 0

    init(_ deliveries: [Pipeline.Delivered], isBacklog: Bool, behind: Int) {
        self.deliveries = deliveries
        self.isBacklog = isBacklog
        putsOff = deliveries.count + behind > Pipeline.mostJudgedThrough
        isBulk = isBacklog || deliveries.count > Pipeline.chunk
        results = Array(repeating: nil, count: deliveries.count)
    }

    var hasMore: Bool { taken < deliveries.count }

    /// - Precondition: ``hasMore``.
    mutating func next() -> (index: Int, Pipeline.Delivered) {
        taken += 1
        return (taken - 1, deliveries[taken - 1])
    }

    /// What became of a file.
    mutating func end(_ index: Int, _ result: Pipeline.Outcome.Result) { results[index] = result }

    /// In the order of the files.
    var outcomes: [Pipeline.Outcome] {
        zip(deliveries, results).map { delivery, result in
            Pipeline.Outcome(name: delivery.name, result: result ?? .unfinished("it was not reached"))
        }
    }
}
