import CertificateReading
import Dispatch
public import Ledger
public import Logging
import Standards
import Synchronization

/// The way of the data, once for each delivery: sealed, read, archived, judged and stored in one transaction, alerted,
/// and only then out of incoming/.
///
/// Not Sendable: it belongs to one desk, or to one command. At whatever point the process dies, the next run finds
/// each file either in incoming/ and unknown to the ledger, or known to it, and goes on from there.
public final class Pipeline {
    /// How many files are read side by side, and share one commit.
    public static let chunk = 16

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
    /// Deliveries that have left incoming/ since the last commit, which the ledger learns with the next.
    var settled: [Int64] = []
    /// Batches whose alert could not be written when it was due.
    var alertsOwed: Set<BatchKey> = [] {
        didSet { figures.update { $0.alertsOwed = alertsOwed.count } }
    }

    public init(
        root: Root,
        ledger: Ledger,
        standards: StandardsInForce,
        logger: Logger,
        figures: IntakeFigures = IntakeFigures()
    ) throws {
        self.root = root
        self.ledger = ledger
        self.standards = standards
        self.logger = logger
        self.figures = figures
        archive = Archive(path: root.archive)
        quarantine = Quarantine(path: root.quarantine)
        alerts = AlertFolder(path: root.alerts, rootOption: root.option)
        attempts = try Attempts(path: root.watch + "/.attempts")
        premises = Premises(root)
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

    /// Takes some files in, and answers in their order.
    ///
    /// Reading and archiving go side by side; judging and storing share one transaction. Where that fails, each file
    /// gets one of its own, so that one bad item does not stop the rest.
    /// - Parameter isBacklog: nobody waits for them. They are read and archived at the lowest priority of the disk; the
    ///   commit has the usual one, because while it lasts everybody waits for the ledger.
    public func process(_ deliveries: [Delivered], isBacklog: Bool = false) -> [Outcome] {
        if let trouble = premises.trouble {
            return deliveries.map { Outcome(name: $0.name, result: .postponed(trouble)) }
        }
        renewStandards()
        publishAgain()
        var outcomes = [Outcome?](repeating: nil, count: deliveries.count)
        var sealed: [(index: Int, file: SealedFile)] = []
        for (index, delivery) in deliveries.enumerated() {
            switch DiskPriority.lowest(isBacklog, { seal(delivery) }) {
            case .ready(let file): sealed.append((index, file))
            case .settled(let result): outcomes[index] = Outcome(name: delivery.name, result: result)
            }
        }

        // A file over which the program died goes alone: if that happens again, no other is accused with it.
        let suspects = sealed.filter { attempts.unfinished($0.file.facts) > 0 }
        let others = sealed.filter { file in !suspects.contains { $0.index == file.index } }
        for group in [others] + suspects.map({ [$0] }) {
            take(group, of: deliveries, isBacklog: isBacklog, into: &outcomes)
        }
        return zip(deliveries, outcomes).map { delivery, outcome in
            outcome ?? Outcome(name: delivery.name, result: .unfinished("it was not reached"))
        }
    }

    /// Reads, judges and stores some sealed files together.
    private func take(
        _ sealed: [(index: Int, file: SealedFile)],
        of deliveries: [Delivered],
        isBacklog: Bool,
        into outcomes: inout [Outcome?]
    ) {
        let readings = read(sealed.map(\.file), isBacklog: isBacklog)
        var ready: [Ready] = []
        for (place, reading) in zip(sealed, readings) {
            let delivery = deliveries[place.index]
            switch reading {
            case .delivery(let content, let documents):
                ready.append(
                    Ready(
                        index: place.index,
                        delivered: delivery,
                        file: place.file,
                        content: content,
                        documents: documents
                    )
                )
            case .known:
                ready.append(
                    Ready(index: place.index, delivered: delivery, file: place.file, content: nil, documents: .none)
                )
            case .refused(let refusal):
                outcomes[place.index] = Outcome(
                    name: delivery.name,
                    result: refuse(delivery, file: place.file, refusal)
                )
            case .failed(let reason):
                outcomes[place.index] = Outcome(name: delivery.name, result: .postponed(reason))
            }
        }
        for (index, result) in record(ready) {
            outcomes[index] = Outcome(name: deliveries[index].name, result: result)
        }
    }

    /// A file that was read and archived, ready for the ledger. No content: the ledger knows it already.
    struct Ready {
        let index: Int
        let delivered: Delivered
        let file: SealedFile
        let content: Delivery?
        let documents: KeptDocuments
    }

    private enum Reading: Sendable {
        case delivery(Delivery, KeptDocuments)
        case known
        case refused(ReadingRefusal)
        case failed(String)
    }

    /// Reads and archives, as many at a time as there are cores: both are pure but for new files in the archive.
    private func read(_ contents: [SealedFile], isBacklog: Bool) -> [Reading] {
        let reader = standards.reader
        let archive = archive
        let attempts = attempts
        let known = knownContents(contents.map(\.sha256))
        let readings = Mutex([Reading?](repeating: nil, count: contents.count))
        DispatchQueue.concurrentPerform(iterations: contents.count) { index in
            let file = contents[index]
            let reading = DiskPriority.lowest(isBacklog) {
                known.contains(file.sha256)
                    ? Self.keep(file, in: archive)
                    : Self.read(file, by: reader, into: archive, attempts: attempts)
            }
            readings.withLock { $0[index] = reading }
        }
        return readings.withLock { $0 }.map { $0 ?? .failed("it was not reached") }
    }

    /// A known content is not read again; should the archive have lost it, this delivery makes it whole.
    private static func keep(_ file: SealedFile, in archive: Archive) -> Reading {
        do throws(FileFailure) {
            try archive.store(file)
            return .known
        } catch {
            return .failed("\(error)")
        }
    }

    private static func read(
        _ file: SealedFile,
        by reader: CertificateReader,
        into archive: Archive,
        attempts: Attempts
    ) -> Reading {
        do {
            var delivery = try attempts.counting(file.facts) { try reader.read(file.content, name: file.name.display) }
            Failpoint.read.reach()
            try archive.store(file)
            Failpoint.archived.reach()
            let kept = try KeptDocuments(delivery.documents, beside: delivery.certificates, in: archive)
            if !delivery.documents.isEmpty { Failpoint.documentsKept.reach() }
            // They are on disk; the memory is needed for the next file.
            delivery.documents = []
            return .delivery(delivery, kept)
        } catch let refusal as ReadingRefusal {
            return .refused(refusal)
        } catch {
            return .failed("\(error)")
        }
    }
}
