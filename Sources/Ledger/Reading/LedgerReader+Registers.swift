import GRDB
import Geochemistry
public import QualityControl

extension LedgerReader {
    /// What registers say of a certificate: of these samples, and of all samples that they list under this dispatch,
    /// so that the judge can see which did not come back. By sample, then revision, content and line - never by
    /// arrival.
    public func statements(for samples: [String], dispatch: String = "") throws -> [RegisterStatement] {
        try database.rows(
            """
            SELECT e.*, r.revision, r.sha256, r.file_name
            FROM register_entry e JOIN register r ON r.id = e.register_id
            WHERE e.sample_key IN (SELECT value FROM json_each(?))
                OR (e.dispatch_key <> '' AND e.dispatch_key = ?)
            ORDER BY e.sample_key, e.sample, r.revision, r.sha256, e.ordinal
            """,
            Self.keys(of: samples),
            SampleKey(dispatch).text
        ).map(Self.statement)
    }

    /// JSON array of sample numbers as they are compared.
    static func keys(of samples: [String]) -> String {
        var keys = PackedJSON()
        keys.strings(samples.map { SampleKey($0).text })
        return keys.text
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
