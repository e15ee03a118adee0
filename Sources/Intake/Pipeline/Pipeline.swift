import CLinux
import CertificateReading
public import Ledger
public import Logging
import Standards

/// The way of the data, once for each delivery: sealed, read, archived, judged and stored in one transaction, alerted,
/// and only then out of incoming/.
///
/// Not Sendable: it belongs to one desk, or to one command. At whatever point the process dies, the next run finds
/// each file either in incoming/ and unknown to the ledger, or known to it, and goes on from there.
public final class Pipeline {
    /// How many files share one commit at most.
    static let chunk = 32
    /// How many bytes of files, so that memory is bounded where they are large.
    static let chunkBytes = 16 << 20
    /// Of more files than these that wait together, what follows from them in the series is put off until they are through.
    public static let mostJudgedThrough = 64

    /// A file to take in.
    public struct Delivered {
        public let name: FileName
        public let folder: Folder
        /// Files in incoming/ leave it; files that a command names stay where they are.
        public let leavesFolder: Bool
        /// It came by rename: if it is truncated, it stays so.
        public let arrivedWhole: Bool
        /// For how long nothing about it is known to have changed, by a clock that nobody sets.
        public let unchangedNanoseconds: UInt64
        /// When it was first seen, in nanoseconds of the monotonic clock; nil where nobody watched.
        let seenAt: UInt64?

        public init(
            name: FileName,
            folder: Folder,
            leavesFolder: Bool,
            arrivedWhole: Bool,
            unchangedNanoseconds: UInt64 = .max,
            seenAt: UInt64? = nil
        ) {
            self.name = name
            self.folder = folder
            self.leavesFolder = leavesFolder
            self.arrivedWhole = arrivedWhole
            self.unchangedNanoseconds = unchangedNanoseconds
            self.seenAt = seenAt
        }
    }

    /// What became of a file.
    public struct Outcome: Sendable {
        public enum Result: Sendable {
            /// Certificates were judged; a container may hold several.
            case ingested([BatchVerdict])
            /// The content is known; it was recorded as delivered again.
            case duplicate
            case register(samples: Int, rejudged: [BatchVerdict])
            case quarantined(code: String, reason: String)
            /// Its sender is not done; it is looked at again.
            case unfinished(String)
            /// It may not be read, until its sender gives permission. It stays where it is.
            case notPermitted(String)
            /// Something of ours is in the way. Nothing was changed; it is tried again.
            case postponed(String)
            case missing
        }

        public let name: FileName
        public let result: Result
    }

    let root: Root
    let ledger: Ledger
    let standards: StandardsInForce
    let archive: Archive
    let quarantine: Quarantine
    let alerts: AlertFolder
    let attempts: Attempts
    let premises: Premises
    let logger: Logger
    let figures: IntakeFigures
    let publisher: Publisher
    /// Deliveries that have left incoming/ since the last commit, which the ledger learns with the next.
    var settled: [Int64] = []
    /// What will be judged again next after a backlog.
    var renewalsAhead: OriginalsAhead?

    public init(
        root: Root,
        ledger: Ledger,
        standards: StandardsInForce,
        logger: Logger,
        figures: IntakeFigures = IntakeFigures()
    ) throws {
        cupel_spare_memory()
        self.root = root
        self.ledger = ledger
        self.standards = standards
        self.logger = logger
        self.figures = figures
        archive = Archive(path: root.archive)
        quarantine = Quarantine(path: root.quarantine)
        alerts = AlertFolder(path: root.alerts, rootOption: root.option)
        attempts = try Attempts(path: root.watch + "/.attempts", slips: root.watch + "/.in-hand")
        premises = Premises(root)
        publisher = Publisher(ledger: ledger, alerts: alerts, premises: premises, logger: logger, figures: figures)
        showLaboratories()
    }

    /// Looks whether the Standards have changed.
    func renewStandards(always: Bool = false) {
        if standards.renew(always: always) { showLaboratories() }
    }

    private func showLaboratories() {
        let names = Set(standards.snapshot.laboratories.map(\.name))
        figures.update { $0.laboratories = names }
    }

    /// Takes files in, and answers in their order.
    ///
    /// A chunk of them shares one transaction. While one is judged and stored, other threads read and archive the next,
    /// and write the alerts of the one before. Where a transaction fails, each of its files gets one of its own, so that
    /// one bad item does not stop the rest.
    /// - Parameter isBacklog: nobody waits for them. They are read and archived at the lowest priority of the disk; the
    ///   commit has the usual one, because while it lasts everybody waits for the ledger.
    /// - Parameter behind: how many files of the backlog wait behind these.
    public func process(_ deliveries: [Delivered], isBacklog: Bool = false, behind: Int = 0) -> [Outcome] {
        renewStandards()
        publishAgain()
        var passage = Passage(deliveries, isBacklog: isBacklog, behind: behind)
        // A file over which the program died goes alone: if that happens again, no other is accused with it.
        var suspects: [Passage.Sealed] = []
        while passage.hasMore {
            let chunk = seal(&passage)
            suspects += chunk.filter { attempts.unfinished($0.file.facts) > 0 }
            advance(&passage, reading: chunk.filter { sealed in !suspects.contains { $0.index == sealed.index } })
        }
        advance(&passage, reading: [])
        advance(&passage, reading: [])
        for suspect in suspects {
            for chunk in [[suspect], [], []] { advance(&passage, reading: chunk) }
        }
        return passage.outcomes
    }

    /// Everything moves one place on: a chunk begins to be read; meanwhile the one that has been read is recorded, and
    /// the one that was recorded before leaves.
    private func advance(_ passage: inout Passage, reading chunk: [Passage.Sealed]) {
        let reading = beginReading(chunk, of: passage)
        let recorded = record(read(passage.reading, of: &passage), in: &passage)
        passage.reading = reading
        leave(passage.leaving, in: &passage)
        passage.leaving = beginLeaving(recorded, of: passage)
    }

    /// Seals the next files, as many as share one commit.
    private func seal(_ passage: inout Passage) -> [Passage.Sealed] {
        var chunk: [Passage.Sealed] = []
        var bytes = 0
        let trouble = premises.trouble
        while passage.hasMore, chunk.count < Self.chunk, bytes < Self.chunkBytes {
            let (index, delivery) = passage.next()
            if let trouble {
                passage.end(index, .postponed(trouble))
                continue
            }
            switch DiskPriority.lowest(passage.isBacklog, { seal(delivery) }) {
            case .ready(let file):
                chunk.append(Passage.Sealed(index: index, delivered: delivery, file: file))
                bytes += file.content.count
            case .settled(let result): passage.end(index, result)
            }
        }
        return chunk
    }
}
