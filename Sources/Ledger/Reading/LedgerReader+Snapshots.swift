import Foundation
import GRDB

extension LedgerReader {
    /// The files of a standards or policy snapshot, by path; empty where the ledger has none of that hash.
    public func snapshot(sha256: String) throws -> [SnapshotFile] {
        try database.rows(
            """
            SELECT f.path, c.bytes FROM snapshot_file f JOIN file_content c ON c.sha256 = f.content_sha256
            WHERE f.snapshot_sha256 = ? ORDER BY f.path
            """,
            sha256
        ).map { row in
            guard let bytes = Data.fromDatabaseValue(row["bytes"]) else { throw row.unexpected("bytes") }
            return SnapshotFile(path: try row.text("path"), bytes: [UInt8](bytes))
        }
    }
}
