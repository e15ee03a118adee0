import ArgumentParser
import Geochemistry
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

            With --analyte, --method or --samples a decision is on that part only; a later one counts where two meet.
            Accepting the whole then accepts the rest: what a decision on a part holds back stays held, until a decision
            on the same part, or 'reopen' of the whole, takes it back.

            EXAMPLE
              cupel queue --root /srv/lab
              cupel queue --root /srv/lab reassay VA19012345 --reason "CRM 10010 at +4.1 SD in Cu" --by "M. Roy"
              cupel queue --root /srv/lab reject VA19012345 --analyte Cu --samples A1001..A1020 --reason "CRM 10010 at +4.1 SD"
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
    @Option(help: "Decide on this element or composite only; may be given several times.") var analyte: [String] = []
    @Option(help: "Decide on results by this method only.") var method: String?
    @Option(help: "Decide on these samples only: FIRST..LAST in laboratory order, or one.") var samples: String?
    @Flag(help: "List decided and resolved batches as well.") var all = false
    @Flag(help: "One JSON document.") var json = false

    func validate() throws {
        if action != .list, batch == nil { throw ValidationError("'\(action.rawValue)' needs a BATCH.") }
        if action == .list, batch != nil { throw ValidationError("'list' takes no batch; did you mean 'show'?") }
        guard let scope else { return }
        guard action.decision.map({ $0 != .comment }) == true else { throw ValidationError(QueueWords.scopeWithout) }
        if let samples = scope.samples, samples.first.isEmpty || samples.last.isEmpty {
            throw ValidationError(QueueWords.unreadableSamples(self.samples ?? ""))
        }
    }

    /// The part that is decided on; nil for the whole batch.
    private var scope: DecisionScope? {
        if analyte.isEmpty, method == nil, samples == nil { return nil }
        return DecisionScope(analytes: analyte, method: method, samples: samples.map(Self.samples))
    }

    private static func samples(_ text: String) -> DecisionScope.Samples {
        guard let dots = text.firstRange(of: "..") else {
            return DecisionScope.Samples(first: text.trimmedOfBlanks, last: text.trimmedOfBlanks)
        }
        return DecisionScope.Samples(
            first: String(text[..<dots.lowerBound]).trimmedOfBlanks,
            last: String(text[dots.upperBound...]).trimmedOfBlanks
        )
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
            try transaction.insertConfiguration(root.configuration, at: UTCTime.now)
            let item = try transaction.decide(
                batch: batch,
                laboratory: laboratory,
                action: action,
                scope: scope,
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
            Terminal.print(QueueWords.decided(item, decisions))
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
