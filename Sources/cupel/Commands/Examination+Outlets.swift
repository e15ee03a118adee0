import Glibc
import Intake
import Ledger

/// How the root is seen from outside, where cupel.toml asks for it.
extension Examination {
    mutating func outlets(_ root: Root) {
        metrics(root.metrics)
        silence(root)
        alertHook(root)
    }

    private mutating func metrics(_ settings: MetricsSettings) {
        if let path = settings.textfile {
            let folder = Folder.parent(of: path)
            if Self.isFolder(folder) {
                well("metrics are written to \(path), every 15 seconds while the daemon runs")
            } else {
                wrong("metrics cannot be written to \(path): there is no folder \(folder)")
            }
        }
        switch settings.listen {
        case .unix(let path):
            let folder = Folder.parent(of: path)
            if Self.isFolder(folder) {
                well("metrics are to be had at unix:\(path) while the daemon runs (GET /metrics, GET /healthz)")
            } else {
                wrong(
                    "metrics cannot be had at unix:\(path): there is no folder \(folder); the unit makes /run/cupel while "
                        + "the service runs"
                )
            }
        case .ipv4, .ipv6:
            let address = settings.listen.map { "\($0)" } ?? ""
            well(
                "metrics are to be had at \(address) while the daemon runs; under the unit, which has no network, use a socket"
            )
        case nil: break
        }
    }

    private mutating func silence(_ root: Root) {
        guard let days = root.silentDays, let ledger = try? root.openLedger(.readOnly) else { return }
        do {
            var tally = LedgerTally()
            try ledger.read { try $0.bringUpToDate(&tally) }
            var clock = SilenceClock(limitDays: days, startedAt: 0)
            let silence = clock.look(last: tally.lastCertificates.values.max(), wall: Int64(time(nil)), monotonic: 0)
            if silence.isSilent || silence.isClockBehind { wrong(silence.words) } else { well(silence.words) }
        } catch {
            wrong("\(error)")
        }
    }

    private mutating func alertHook(_ root: Root) {
        guard let settings = root.alertHook else { return }
        if let trouble = settings.trouble { return wrong(trouble) }
        let command = settings.command.joined(separator: " ")
        guard let progress = AlertProgress.kept(in: root), let ledger = try? root.openLedger(.readOnly) else {
            return well("every new alert will be handed over to \(command), once the daemon has been started with it")
        }
        do {
            let feed = AlertFeed(ledger)
            let owed = try feed.knows(progress) ? try feed.opened(after: progress).verdicts.count : 0
            well(
                "every new alert is handed over to \(command); "
                    + (owed == 0 ? "none is owed" : "\(owed) of them \(owed == 1 ? "is" : "are") still to be")
            )
        } catch {
            wrong("\(error)")
        }
    }

    private static func isFolder(_ path: String) -> Bool { FileFacts(path: path)?.kind == .directory }
}
