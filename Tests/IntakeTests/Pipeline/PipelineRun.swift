import GRDB
import Logging
import TestSupport
import Testing

@testable import Intake
@testable import Ledger

/// A pipeline on a root, in this process.
final class PipelineRun {
    let lab: LabRoot
    let root: Root
    let ledger: Ledger
    let pipeline: Pipeline

    init(_ lab: LabRoot) throws {
        self.lab = lab
        root = try Root(lab.path)
        ledger = try Ledger(path: root.ledger)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let standards = try StandardsInForce(path: root.standards, limits: root.limits, logger: logger)
        pipeline = try Pipeline(root: root, ledger: ledger, standards: standards, logger: logger)
    }

    convenience init() throws { try self.init(try LabRoot()) }

    /// Delivers texts under names, together, as if they had come by rename.
    @discardableResult
    func take(_ files: [(name: String, text: String)], behind: Int = 0) throws -> [Pipeline.Outcome.Result] {
        for file in files { try lab.deliver(file.name, file.text) }
        return try process(files.map { FileName($0.name) }, behind: behind)
    }

    @discardableResult
    func take(_ name: String, _ text: String) throws -> Pipeline.Outcome.Result? { try take([(name, text)]).first }

    /// - Parameter behind: how many files of a backlog wait behind them.
    func process(_ names: [FileName], behind: Int = 0) throws -> [Pipeline.Outcome.Result] {
        let folder = try Folder(root.incoming)
        return pipeline.process(
            names.map { Pipeline.Delivered(name: $0, folder: folder, leavesFolder: true, arrivedWhole: true) },
            isBacklog: behind > 0,
            behind: behind
        ).map(\.result)
    }

    /// Renews verdicts until none waits, so many at a time.
    func renewAll(atMost count: Int = 3) throws {
        while case .renewed = pipeline.renew(atMost: count) {}
        let left = try ledger.read { try $0.renewalCount() }
        try #require(left == 0)
    }

    /// The rows of a query on the public views, each cell as text, joined by `|`.
    func rows(_ query: String) throws -> [String] {
        try ledger.read { reader in
            try Row.fetchAll(reader.database, sql: query).map { row in
                row.map { _, value in String.fromDatabaseValue(value) ?? "\(value)" }.joined(separator: "|")
            }
        }
    }

    /// Batch and outcome of each verdict that counts, in order.
    func outcomes() throws -> [String] {
        try rows("SELECT batch, outcome FROM verdicts WHERE current ORDER BY batch, certificate_id")
    }

    func decide(_ batch: String, _ action: DecisionAction) throws {
        let relinked = try ledger.write { transaction in
            _ = try transaction.decide(batch: batch, action: action, actor: "M. Roy", reason: "seen", at: UTCTime.now)
            return transaction.relinked
        }
        pipeline.publish(relinked.inOrder)
        let laboratory = try ledger.read { try $0.laboratories(using: batch) }.first ?? ""
        pipeline.publish([BatchKey(batch: batch, laboratory: laboratory)])
    }
}
