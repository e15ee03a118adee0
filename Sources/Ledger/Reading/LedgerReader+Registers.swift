import GRDB
import Geochemistry
public import QualityControl

extension LedgerReader {
    /// What registers say of a certificate: of these samples, of all samples that they list under this dispatch, and of
    /// those that stand between two of these samples, so that the judge can see which did not come back. By sample,
    /// then revision, content and line - never by arrival.
    ///
    /// A long register is not read whole: between two samples only up to ``longestGap`` entries are looked at, because
    /// nobody inserts more QC samples than that in a row, and a longer stretch belongs to another certificate.
    public func statements(for samples: [String], dispatch: String = "") throws -> [RegisterStatement] {
        let named = try database.rows(
            """
            SELECT e.*, r.revision, r.sha256, r.part, r.file_name
            FROM register_entry e JOIN register r ON r.id = e.register_id
            WHERE e.sample_key IN (SELECT value FROM json_each(?))
                OR (e.dispatch_key <> '' AND e.dispatch_key = ?)
            """,
            Self.keys(of: samples),
            SampleKey(dispatch).text
        )
        var rows = named
        for (register, gaps) in try Self.gaps(between: named) {
            rows += try database.rows(
                """
                SELECT e.*, r.revision, r.sha256, r.part, r.file_name
                FROM register_entry e JOIN register r ON r.id = e.register_id
                WHERE e.register_id = ? AND e.ordinal IN (SELECT value FROM json_each(?))
                """,
                register,
                gaps
            )
        }
        return try rows.map { row in
            (
                key: (
                    try row.text("sample_key"), try row.text("sample"), try row.count("revision"),
                    try row.text("sha256"), try row.count("part"), try row.count("ordinal")
                ),
                statement: try Self.statement(row)
            )
        }.sorted { $0.key < $1.key }.map(\.statement)
    }

    /// Entries between two samples of a certificate that are looked at.
    static let longestGap = 50

    /// The ordinals in the gaps between entries, as a JSON array for each register.
    private static func gaps(between rows: [Row]) throws -> [Int64: String] {
        var ordinals: [Int64: [Int]] = [:]
        for row in rows { ordinals[try row.integer("register_id"), default: []].append(try row.count("ordinal")) }
        return ordinals.compactMapValues { ordinals in
            let ordered = ordinals.sorted()
            var json = PackedJSON()
            var isEmpty = true
            json.array { json in
                for (first, second) in zip(ordered, ordered.dropFirst())
                where (2...longestGap + 1).contains(second - first) {
                    for ordinal in (first + 1)..<second { json.number(ordinal) }
                    isEmpty = false
                }
            }
            return isEmpty ? nil : json.text
        }
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
            registerName: try row.text("file_name"),
            registerPart: try row.count("part")
        )
    }
}
