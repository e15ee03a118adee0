import CLinux
import CertificateReading
import Logging

/// Takes files from incoming/ through the pipeline, on a queue of its own.
public actor DeliveryDesk {
    /// A file that is handed over.
    public struct Handed: Sendable {
        public let name: FileName
        /// It came by rename.
        public let arrivedWhole: Bool
        /// For how long nothing about it is known to have changed.
        public let unchangedNanoseconds: UInt64
        /// When it was first seen, in nanoseconds of the monotonic clock.
        public let seenAt: UInt64?

        public init(name: FileName, arrivedWhole: Bool, unchangedNanoseconds: UInt64, seenAt: UInt64?) {
            self.name = name
            self.arrivedWhole = arrivedWhole
            self.unchangedNanoseconds = unchangedNanoseconds
            self.seenAt = seenAt
        }
    }

    /// What became of a name.
    public struct Processed: Sendable {
        public enum Result: Sendable {
            /// It has left the folder, or there was nothing to do.
            case done
            /// It is where it was, because its sender is not done, and must be looked at again.
            case unfinished(String)
            /// It is where it was, because its sender has not given permission to read it.
            case notPermitted(String)
            /// It is where it was, because something of ours is in the way, and must be tried again.
            case postponed(String)
        }

        public let name: FileName
        public let result: Result
    }

    private nonisolated let executor = QueueExecutor("cupel.desk")
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let pipeline: Pipeline

    /// - Parameter pipeline: belongs to the desk from now on.
    public init(_ pipeline: sending Pipeline) { self.pipeline = pipeline }

    /// Processes some files of a folder together, in one commit where nothing is in the way.
    /// - Parameters:
    ///   - isBacklog: nobody waits for them; the disk is to serve everybody else first.
    ///   - behind: how many files of the backlog wait behind them.
    public func process(_ files: [Handed], in folder: Folder, isBacklog: Bool, behind: Int) -> [Processed] {
        let deliveries = files.map {
            Pipeline.Delivered(
                name: $0.name,
                folder: folder,
                leavesFolder: true,
                arrivedWhole: $0.arrivedWhole,
                unchangedNanoseconds: $0.unchangedNanoseconds,
                seenAt: $0.seenAt
            )
        }
        return pipeline.process(deliveries, isBacklog: isBacklog, behind: behind).map { outcome in
            switch outcome.result {
            case .unfinished(let reason): Processed(name: outcome.name, result: .unfinished(reason))
            case .notPermitted(let reason): Processed(name: outcome.name, result: .notPermitted(reason))
            case .postponed(let reason): Processed(name: outcome.name, result: .postponed(reason))
            case .missing, .ingested, .duplicate, .register, .quarantined:
                Processed(name: outcome.name, result: .done)
            }
        }
    }

    /// Judges some of the certificates again whose verdict a backlog has left to be renewed.
    public func renew(atMost count: Int) -> Pipeline.Renewal { pipeline.renew(atMost: count) }

    /// Makes files on disk agree with the ledger, as after a crash: alerts, links, deliveries that had not left.
    public func reconcile() { pipeline.reconcile() }

    /// Loads the Standards anew where they have changed.
    public func renewStandards() { pipeline.renewStandards(always: true) }

    /// Answers as soon as the file in hand is done: proof that the pipeline moves. What could not be written before is
    /// tried again on the occasion.
    /// - Returns: what is wrong with the ledger; nil where it answered, too.
    public func answer() -> String? {
        pipeline.publishAgain()
        return pipeline.troubleWithLedger()
    }

    /// Gives memory that is not needed now back to the system, after work.
    public func giveBackMemory() { cupel_give_back_memory() }

    /// Writes down what is still in memory.
    public func close() { pipeline.close() }
}
