import ArgumentParser
import Glibc
import Intake
import Ledger
import QualityControl

struct Queue: CupelCommand {
    static let configuration = CommandConfiguration(
        abstract: "The batches that wait for a geologist, and the decisions on them.",
        discussion: """
            ACTIONS
              list               what waits (with --all: what is decided, too)
              show BATCH         its findings, samples to re-assay and decisions
              accept BATCH       use it in spite of the verdict
              reject BATCH       never use it
              reassay BATCH      the laboratory is asked to repeat
              reopen BATCH       take a decision back
              comment BATCH      say something about it; decides nothing
              reassay-list BATCH the samples to repeat, as CSV for the laboratory

            EXAMPLE
              cupel queue --root /srv/lab
              cupel queue --root /srv/lab reassay VA19012345 --reason "CRM 10010 at +4.1 SD in Cu" --by "M. Roy"
            """
    )

    enum Action: String, CaseIterable, ExpressibleByArgument {
        case list, show, accept, reject, reassay, reopen, comment
        case reassayList = "reassay-list"

        var decision: DecisionAction? {
            switch self {
            case .list, .show, .reassayList: nil
            case .accept: .accept
            case .reject: .reject
            case .reassay: .reassay
            case .reopen: .reopen
            case .comment: .comment
            }
        }
    }

    @OptionGroup var root: RootOption
    @Argument(help: "list, show, accept, reject, reassay, reopen, comment or reassay-list.") var action: Action = .list
    @Argument(help: "The batch (work order).") var batch: String?
    @Option(help: "Why; required for a decision.") var reason: String?
    @Option(help: "Who decides; the system's user is recorded beside it.") var by: String?
    @Option(help: "The laboratory, where two use the same batch number.") var laboratory: String?
    @Flag(help: "List decided and resolved batches as well.") var all = false
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        if action != .list, batch == nil { throw ValidationError("'\(action.rawValue)' needs a BATCH.") }
        if action == .list, batch != nil { throw ValidationError("'list' takes no batch; did you mean 'show'?") }
    }

    func perform() throws {
        let root = try root.open()
        guard let batch else { return try list(root) }
        if let decision = action.decision { return try decide(decision, batch, root) }
        let ledger = try root.openLedger(.readOnly)
        let key = try ledger.read { try $0.batch(named: batch, laboratory: laboratory) }
        if action == .reassayList { return try reassayList(of: key, in: ledger) }
        let report = try BatchReport(key, in: ledger)
        if json {
            Terminal.print(try JSONText.bytes(report.document, snakeCase: true))
        } else {
            Terminal.print(report.text)
        }
    }

    private func list(_ root: Root) throws {
        guard try FileName.exists(root.ledger) else {
            return Terminal.print(json ? "[]" : "Nothing waits: there is no ledger yet.")
        }
        let ledger = try root.openLedger(.readOnly)
        let items = try ledger.read { try $0.queue(includingClosed: all) }
        if json {
            Terminal.print(try JSONText.bytes(items.map(QueueItemDocument.init), snakeCase: true))
        } else if items.isEmpty {
            Terminal.print("Nothing waits.")
        } else {
            var table = TextTable(["BATCH", "LABORATORY", "STATE", "OUTCOME", "OPENED", "SUMMARY"])
            for item in items {
                let stale = item.standing.decisionIsStale ? " (decision stale)" : ""
                table.add([
                    item.batch, item.laboratory, item.standing.phase.rawValue + stale, item.outcome.rawValue,
                    item.openedAt, item.summary,
                ])
            }
            Terminal.print(table.text)
        }
    }

    /// The bytes of `alerts/<batch>.reassay.csv`, also where that batch no longer waits.
    private func reassayList(of key: BatchKey, in ledger: Ledger) throws {
        let samples = BatchDocument(try ledger.read { try $0.currentRecord(of: key) })?.reassay ?? []
        Terminal.print(json ? try JSONText.bytes(samples, snakeCase: true) : ReassaySheet(samples).bytes)
        if samples.isEmpty { Terminal.note("\(key.batch): nothing to re-assay") }
    }

    private func decide(_ action: DecisionAction, _ batch: String, _ root: Root) throws {
        let ledger = try root.openLedger(.readWrite)
        let person = [by, SystemUser.name.map { "(user \($0))" }].compactMap { $0 }.joined(separator: " ")
        let (item, relinked) = try ledger.write { transaction in
            let item = try transaction.decide(
                batch: batch,
                laboratory: laboratory,
                action: action,
                actor: by == nil ? SystemUser.name ?? "" : person,
                reason: reason ?? "",
                fourEyes: root.fourEyes,
                at: UTCTime.now
            )
            return (item, transaction.relinked)
        }
        let key = BatchKey(batch: item.batch, laboratory: item.laboratory)
        let (standing, decisions) = try ledger.read { reader in
            // A decision on a re-assay answers a failure, or no longer does; that batch's alert says so.
            let others = relinked.filter { $0 != key }.sorted { $0.batch < $1.batch }
            let waiting = try others.filter { try reader.queueItem($0) != nil }
            return (
                try ([key] + waiting).flatMap { try Alert.standing(of: $0, in: reader) }, try reader.decisions(of: key)
            )
        }
        guard let decision = decisions.last else { return }
        if json {
            Terminal.print(try JSONText.bytes(DecisionDocument(decision), snakeCase: true))
        } else {
            let second =
                action == .accept && item.standing.isAcceptedByOne ? "; a second person must accept it, too" : ""
            Terminal.print(
                "\(item.batch): \(item.standing.phase.rawValue), by \(decision.actor): \(decision.reason)\(second)"
            )
        }
        do {
            let alerts = AlertFolder(path: root.alerts, rootOption: root.option)
            for alert in standing { try alerts.update(alert) }
        } catch {
            // The decision stands; a daemon that starts brings the files in line.
            throw CommandFailure(ExitStatus.inputOutput, "decided and recorded, but its alert is as it was: \(error)")
        }
    }

}
