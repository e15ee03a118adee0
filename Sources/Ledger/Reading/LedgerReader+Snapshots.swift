import Foundation
import GRDB
public import QualityControl

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

    /// A verdict on a batch by its number.
    ///
    /// - Throws: ``LedgerError/unknownVerdict(batch:id:known:)``.
    public func verdict(_ id: Int64, on key: BatchKey) throws -> VerdictSummary {
        let verdicts = try verdicts(of: key)
        guard let verdict = verdicts.first(where: { $0.id == id }) else {
            throw LedgerError.unknownVerdict(batch: key.batch, id: id, known: verdicts.map(\.id))
        }
        return verdict
    }

    /// What registers say of a stored certificate.
    public func statements(on certificateID: Int64) throws -> [RegisterStatement] {
        let names = try database.rows(
            "SELECT name FROM sample WHERE certificate_id = ? AND origin = 'client' ORDER BY position",
            certificateID
        ).map { try $0.text("name") }
        return try statements(for: names, dispatch: try certificate(certificateID).dispatch)
    }

    /// What registers say of a certificate by all that the ledger knows now, and by what it knew at a time; a caller
    /// holds both against the hash that a verdict names.
    public func statements(
        on certificateID: Int64,
        knownAt time: String
    ) throws -> (now: [RegisterStatement], then: [RegisterStatement]) {
        let now = try statements(on: certificateID)
        let known = Set(
            try database.rows("SELECT sha256 FROM register WHERE ingested_at <= ?", time).map { try $0.text("sha256") }
        )
        return (now, now.filter { known.contains($0.registerSHA256) })
    }
}
