import Ledger
import Logging
import Synchronization

/// Brings alerts in line with the ledger.
///
/// An alert that cannot be written stops nothing: it is owed, and ``publishAgain()`` writes it later. Several threads may
/// publish at a time, but not batches of the same number: the older state might be written last.
final class Publisher: Sendable {
    private let ledger: Ledger
    private let alerts: AlertFolder
    private let premises: Premises
    private let logger: Logger
    private let figures: IntakeFigures
    /// Batches whose alert could not be written when it was due.
    private let owed = Mutex<Set<BatchKey>>([])

    init(ledger: Ledger, alerts: AlertFolder, premises: Premises, logger: Logger, figures: IntakeFigures) {
        self.ledger = ledger
        self.alerts = alerts
        self.premises = premises
        self.logger = logger
        self.figures = figures
    }

    /// Writes the alert of a batch as it has to be now.
    /// - Returns: the verdict as it stands; nil where there is none, or the ledger does not answer.
    func publish(_ key: BatchKey) -> Pipeline.BatchVerdict? {
        do {
            let (verdict, standing) = try ledger.read { reader in
                let verdict = try Pipeline.BatchVerdict(of: key, in: reader)
                let hasAlert = try reader.queueItem(key) != nil || reader.laboratories(using: key.batch).count > 1
                return (verdict, hasAlert ? try Alert.standing(of: key, in: reader) : [])
            }
            for alert in standing { write(alert) }
            return verdict
        } catch {
            owe(key, error)
            return nil
        }
    }

    /// Writes the alerts that could not be written before.
    func publishAgain() {
        let keys = owed.withLock { $0 }
        guard !keys.isEmpty, premises.trouble == nil else { return }
        for key in keys.inOrder { _ = publish(key) }
        if owed.withLock({ $0.isEmpty }) { logger.tell(.alertsWritten) }
    }

    private func write(_ alert: Alert) {
        // The disk may have gone since the work began: an alert below its mount point would be found by nobody.
        guard premises.trouble == nil else {
            changeOwed { $0.insert(alert.key) }
            return
        }
        do {
            try alerts.update(alert)
            changeOwed { $0.remove(alert.key) }
        } catch {
            owe(alert.key, error)
        }
    }

    /// Remembers an alert that could not be written; it is told once, however often it is tried.
    private func owe(_ key: BatchKey, _ error: any Error) {
        guard changeOwed({ $0.insert(key).inserted }) else { return }
        logger.tell(
            .alertOwed,
            ["batch": "\(key.batch)", "laboratory": "\(key.laboratory)", "reason": "\(error)"]
        )
    }

    @discardableResult
    private func changeOwed<Result>(_ change: (inout Set<BatchKey>) -> Result) -> Result {
        owed.withLock { owed in
            let before = owed.count
            defer {
                let count = owed.count
                if count != before { figures.update { $0.alertsOwed = count } }
            }
            return change(&owed)
        }
    }
}

extension Set<BatchKey> {
    /// By laboratory and number.
    var inOrder: [BatchKey] { sorted { ($0.laboratory, $0.batch) < ($1.laboratory, $1.batch) } }

    /// Those of the same number together, which one thread has to publish: alerts of laboratories that share a number get
    /// their names from each other.
    var byNumber: [[BatchKey]] {
        Dictionary(grouping: inOrder, by: \.batch).values.sorted { $0[0].batch < $1[0].batch }
    }
}
