import Dispatch
import Glibc
public import Ledger
import Synchronization

/// Keeps the figures of a root. The ledger is read for them by a reader, at most once a second, and only what is new.
public final class FigureBook: Sendable {
    private struct Page {
        var tally = LedgerTally()
        var figures: StandingFigures
        /// Of the monotonic clock; nil before the first look.
        var lookedAt: UInt64?
    }

    private let ledger: Ledger
    private let folder: String
    private let intake: IntakeFigures
    private let page: Mutex<Page>
    private let queue = DispatchQueue(label: "cupel.figures", qos: .utility)

    public init(root: Root, ledger: Ledger, intake: IntakeFigures) {
        self.ledger = ledger
        folder = root.watch
        self.intake = intake
        page = Mutex(Page(figures: StandingFigures(intake: intake.state)))
    }

    /// The figures, on a queue of their own: reading the ledger blocks.
    public func current() async -> StandingFigures {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.look()) }
        }
    }

    /// The figures. Blocks while the ledger is read.
    public func look() -> StandingFigures {
        page.withLock { page in
            let now = MonotonicClock.now
            if let before = page.lookedAt, now &- before < 1_000_000_000 {
                page.figures.intake = intake.state
                return page.figures
            }
            page.lookedAt = now
            page.figures.intake = intake.state
            page.figures.diskFreeBytes = Self.freeBytes(folder)
            do {
                try read(into: &page)
                page.figures.trouble = nil
            } catch {
                page.figures.trouble = "\(error)"
            }
            return page.figures
        }
    }

    private func read(into page: inout Page) throws {
        let wall = WallClock.nanoseconds / 1_000_000_000
        var tally = page.tally
        let states = try ledger.read { reader in
            try reader.bringUpToDate(&tally)
            return try reader.queueStates()
        }
        page.tally = tally
        page.figures.deliveries = tally.deliveries
        page.figures.findings = tally.findings
        page.figures.verdicts = tally.verdicts.map {
            StandingFigures.Verdicts(laboratory: $0.key.laboratory, outcome: $0.key.outcome, count: $0.value)
        }
        page.figures.lastCertificates = tally.lastCertificates.compactMapValues(UTCTime.seconds)
        page.figures.lastCertificate = tally.lastCertificates.values.max()
        page.figures.queue = Dictionary(uniqueKeysWithValues: states.map { ($0.state, $0.batches) })
        let oldest = states.filter { StandingFigures.waitingStates.contains($0.state) }.map(\.oldest).min()
        page.figures.oldestSeconds = max(oldest.flatMap(UTCTime.seconds).map { wall - $0 } ?? 0, 0)
        page.figures.ledgerBytes = try ledger.room().bytes
        page.figures.ledgerReadAt = wall
    }

    private static func freeBytes(_ path: String) -> Int64? {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0 else { return nil }
        let (bytes, overflow) = Int64(clamping: facts.f_bavail).multipliedReportingOverflow(
            by: Int64(clamping: facts.f_frsize)
        )
        return overflow ? Int64.max : bytes
    }
}
