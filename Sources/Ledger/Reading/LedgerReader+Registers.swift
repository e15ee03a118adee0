import GRDB
import Geochemistry
public import QualityControl

extension LedgerReader {
    /// What registers say of these samples: by sample, then revision, content and line - never by arrival.
    public func statements(for samples: [String]) throws -> [RegisterStatement] {
        var names = PackedJSON()
        names.strings(samples)
        return try database.rows(
            """
            SELECT e.*, r.revision, r.sha256, r.file_name
            FROM register_entry e JOIN register r ON r.id = e.register_id
            WHERE e.sample IN (SELECT value FROM json_each(?))
            ORDER BY e.sample, r.revision, r.sha256, e.ordinal
            """,
            names.text
        ).map(Self.statement)
    }

    private static func statement(_ row: Row) throws -> RegisterStatement {
        let type: SampleType = try row.word("type")
        var entry = RegisterEntry(
            sample: try row.text("sample"),
            type: type,
            reference: try row.text("reference"),
            parent: try row.text("parent"),
            row: try row.count("row")
        )
        entry.dispatch = try row.text("dispatch")
        entry.project = try row.text("project")
        entry.hole = try row.text("hole")
        entry.from = try row.text("depth_from")
        entry.to = try row.text("depth_to")
        entry.weight = try row.text("weight")
        return RegisterStatement(
            entry: entry,
            revision: try row.count("revision"),
            registerSHA256: try row.text("sha256"),
            registerName: try row.text("file_name")
        )
    }
}
