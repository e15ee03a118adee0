import Intake
import Ledger
import Standards

/// One look at everything that a root needs.
struct Examination {
    struct Item: Encodable {
        let isWell: Bool
        let words: String

        enum CodingKeys: String, CodingKey {
            case isWell = "ok"
            case words
        }
    }

    var items: [Item] = []

    init(_ root: Root) {
        standards(root)
        folders(root)
        ledger(root)
        if FileSystemKind.isNetwork(root.incoming) {
            well("incoming/ is on a network file system: it is polled, not watched")
        }
        outlets(root)
    }

    mutating func well(_ words: String) { items.append(Item(isWell: true, words: words)) }
    mutating func wrong(_ words: String) { items.append(Item(isWell: false, words: words)) }

    private mutating func standards(_ root: Root) {
        let problems = StandardsFolder(root.standards).check()
        let errors = problems.filter { $0.severity == .error }
        if errors.isEmpty {
            well("Standards read without an error, \(problems.count) warnings (\(root.standards))")
        } else {
            wrong("Standards have \(errors.count) errors; the first: \(errors[0])")
        }
    }

    private mutating func folders(_ root: Root) {
        for (name, path) in [
            ("incoming", root.incoming), ("archive", root.archive), ("quarantine", root.quarantine),
            ("alerts", root.alerts),
        ] {
            do {
                try Folder.proveWritable(path)
                well("\(name)/ can be written to (\(path))")
            } catch {
                wrong("\(name)/: \(error)")
            }
        }
        if let waiting = try? Folder(root.incoming, create: false).names().filter({ !$0.isPartial }).count, waiting > 0
        {
            well("\(waiting) files wait in incoming/")
        }
        let notes = (try? Folder(root.quarantine, create: false).names()) ?? []
        let count = notes.filter { $0.display.hasSuffix(".why.txt") }.count
        if count > 0 { well("\(count) files are in quarantine, each with a note beside it (\(root.quarantine))") }
    }

    private mutating func ledger(_ root: Root) {
        do {
            guard try FileName.exists(root.ledger) else {
                return well("there is no ledger yet; the first delivery makes it (\(root.ledger))")
            }
            let ledger = try root.openLedger(.readOnly)
            let (certificates, waiting, renewals) = try ledger.read { reader in
                (try reader.allCurrentCertificates().count, try reader.queue().count, try reader.renewalCount())
            }
            well("the ledger holds \(certificates) certificates, \(waiting) batches wait for a person (\(root.ledger))")
            if renewals > 0 {
                well(
                    "\(renewals) certificates are to be judged again, because others came before them in a series with a "
                        + "backlog; the service does it when no file waits"
                )
            }
            let room = try ledger.room()
            well("the ledger takes \(megabytes(room.bytes)) MB, \(megabytes(room.unused)) MB of it unused")
            try ledger.check()
            well("the ledger was read through: no fault")
            let audit = try ledger.read { try $0.verifyAudit() }
            if audit.isIntact { well(audit.words) } else { wrong(audit.words) }
        } catch {
            wrong("\(error)")
        }
    }

    /// With one decimal.
    private func megabytes(_ bytes: Int64) -> String {
        let tenths = bytes * 10 / 1_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
