import GRDB
import Geochemistry
import QualityControl
import TestSupport

@testable import Ledger

/// A ledger as an older schema left it, with a certificate, its verdict, a delivery and an audit log.
///
/// The migrations of that time make its tables, and today's program its rows, of which the columns of that time are
/// taken.
struct OldLedger {
    let folder: TemporaryFolder
    let path: String

    private static let tables = [
        "certificate", "sample", "result_column", "verdict", "qc_sample", "finding", "queue_item",
        "file_content", "snapshot_file", "snapshot_use", "audit_entry", "delivery", "chart_layout", "chart_column",
        "chart_row",
    ]

    init(
        schema: Int = 1,
        _ certificate: Certificate = .sample("VA1"),
        judged judgement: Judgement = .sample(.fail)
    ) throws {
        folder = try TemporaryFolder()
        path = folder.path + "/ledger.sqlite"
        let made = try TestLedger()
        try made.ledger.write { transaction in
            _ = try transaction.take(certificate, sha256: "a", judged: judgement)
            try transaction.recordDelivery(
                DeliveryRecord(
                    fileName: "a.csv",
                    identity: "i",
                    sha256: "a",
                    size: 1,
                    seenAt: "t",
                    disposition: .ingested
                )
            )
        }
        try made.ledger.close()

        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        try Schema.migrator.migrate(queue, upTo: "\(schema)")
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: "ATTACH ? AS made", arguments: [made.path])
            for table in Self.tables where try database.tableExists(table, in: "main") {
                let columns = try database.columns(in: table).map(\.name).joined(separator: ", ")
                try database.execute(sql: "INSERT INTO \(table) (\(columns)) SELECT \(columns) FROM made.\(table)")
            }
        }
    }

    func query(_ sql: String) throws -> [[String?]] { try TestLedger.query(sql, path: path) }

    func tamper(_ sql: String) throws { try TestLedger.tamper(sql, path: path) }
}
