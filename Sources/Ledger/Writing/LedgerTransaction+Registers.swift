import GRDB
public import Geochemistry
import QualityControl

extension LedgerTransaction {
    /// Stores a sample register; the same content once.
    ///
    /// - Parameter part: which register of the delivery, from 0.
    /// - Returns: false where it was there already.
    @discardableResult
    public func insertRegister(
        _ register: SampleRegister,
        sha256: String,
        part: Int = 0,
        fileName: String,
        ingestedAt: String
    ) throws -> Bool {
        guard try database.row("SELECT 1 FROM register WHERE sha256 = ? AND part = ?", sha256, part) == nil else {
            return false
        }
        try database.run(
            "INSERT INTO register (sha256, part, file_name, revision, ingested_at) VALUES (?, ?, ?, ?, ?)",
            sha256,
            part,
            fileName,
            register.revision,
            ingestedAt
        )
        let id = database.lastInsertedRowID
        for (ordinal, entry) in register.entries.enumerated() {
            try database.run(
                """
                INSERT INTO register_entry (register_id, ordinal, row, sample, sample_key, type, reference, parent,
                    dispatch, dispatch_key, project, hole, depth_from, depth_to, weight)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                ordinal,
                entry.row,
                entry.sample,
                SampleKey(entry.sample).text,
                entry.type.rawValue,
                entry.reference,
                entry.parent,
                entry.dispatch,
                SampleKey(entry.dispatch).text,
                entry.project,
                entry.hole,
                entry.from,
                entry.to,
                entry.weight
            )
        }
        try appendAudit(
            at: ingestedAt,
            action: "register",
            subject: fileName,
            detail: "register \(id), sha256 \(sha256), revision \(register.revision), \(register.entries.count) samples"
        )
        return true
    }
}
