/// What verifying the audit log found.
public struct AuditReport: Sendable, Hashable {
    public enum Problem: Sendable, Hashable {
        /// The row's hash is not that of its content.
        case altered(seq: Int64)
        /// Rows that were there are gone: the first and the last of the gap.
        case missing(from: Int64, to: Int64)
        /// The row does not follow the one before: rows were exchanged, or written anew.
        case outOfOrder(seq: Int64)
        /// A verdict is not what the log says of it, is gone, or was never logged.
        case verdictAltered(verdictID: Int64)
        /// The same of a decision.
        case decisionAltered(decisionID: Int64)
        /// A row that was written down elsewhere is not in this log: it was cut off, or written anew.
        case headMissing(AuditHead)
    }

    /// How many rows were read.
    public let rows: Int
    public let head: AuditHead
    public let problems: [Problem]

    public var isIntact: Bool { problems.isEmpty }
}

extension AuditReport.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .altered(let seq): "Row \(seq) of the audit log was altered after it was written."
        case .missing(let from, let to) where from == to: "Row \(from) of the audit log is missing."
        case .missing(let from, let to): "Rows \(from) to \(to) of the audit log are missing."
        case .outOfOrder(let seq): "Row \(seq) of the audit log does not follow the row before it."
        case .verdictAltered(let id): "Verdict \(id) is not what the audit log recorded of it."
        case .decisionAltered(let id): "Decision \(id) is not what the audit log recorded of it."
        case .headMissing(let head):
            "Row \(head.seq) with hash \(head.hash) is not in this log: the log was cut off before it, or written anew."
        }
    }
}
