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
        let named = try database.each(
            """
            SELECT \(Self.statementColumns) FROM register_entry e JOIN register r ON r.id = e.register_id
            WHERE e.sample_key IN (SELECT value FROM json_each(?))
                OR (e.dispatch_key <> '' AND e.dispatch_key = ?)
            """,
            Self.keys(of: samples),
            SampleKey(dispatch).text,
            read: StoredStatement.init
        )
        var found = named
        for (register, gaps) in Self.gaps(between: named) {
            found += try database.each(
                """
                SELECT \(Self.statementColumns) FROM register_entry e JOIN register r ON r.id = e.register_id
                WHERE e.register_id = ? AND e.ordinal IN (SELECT value FROM json_each(?))
                """,
                register,
                gaps,
                read: StoredStatement.init
            )
        }
        return found.sorted { $0.key < $1.key }.map(\.statement)
    }

    /// Stands for all registers that the ledger holds: none is ever changed or removed.
    public func registerMark() throws -> RegisterMark {
        RegisterMark(
            latest: try database.row("SELECT coalesce(max(id), 0) AS latest FROM register")?.integer("latest") ?? 0
        )
    }

    /// Entries between two samples of a certificate that are looked at.
    static let longestGap = 50

    /// The ordinals in the gaps between entries, as a JSON array for each register.
    private static func gaps(between statements: [StoredStatement]) -> [Int: String] {
        var ordinals: [Int: [Int]] = [:]
        for statement in statements { ordinals[statement.register, default: []].append(statement.ordinal) }
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

    /// As ``StoredStatement`` reads them.
    private static let statementColumns = """
        e.register_id, e.ordinal, e.sample_key, e.sample, e.type, e.reference, e.parent, e.row, e.dispatch, e.project,
        e.hole, e.depth_from, e.depth_to, e.weight, r.revision, r.sha256, r.part, r.file_name
        """
}

/// Two readings of the ledger with the same mark know the same registers.
public struct RegisterMark: Sendable, Hashable {
    let latest: Int64
}

/// A row of a register, read by position: hundreds of them are asked for with each certificate.
private struct StoredStatement {
    let register: Int
    let ordinal: Int
    let statement: RegisterStatement
    private let sampleKey: String

    /// What the statements on a certificate are ordered by.
    var key: (String, String, Int, String, Int, Int) {
        (
            sampleKey, statement.entry.sample, statement.revision, statement.registerSHA256, statement.registerPart,
            ordinal
        )
    }

    init(_ row: Row) throws {
        register = try row.count(0)
        ordinal = try row.count(1)
        sampleKey = try row.text(2)
        let type: SampleType = try row.word(4)
        var entry = RegisterEntry(
            sample: try row.text(3),
            type: type,
            reference: try row.text(5),
            parent: try row.text(6),
            row: try row.count(7)
        )
        entry.dispatch = try row.text(8)
        entry.project = try row.text(9)
        entry.hole = try row.text(10)
        entry.from = try row.text(11)
        entry.to = try row.text(12)
        entry.weight = try row.text(13)
        statement = RegisterStatement(
            entry: entry,
            revision: try row.count(14),
            registerSHA256: try row.text(15),
            registerName: try row.text(17),
            registerPart: try row.count(16)
        )
    }
}
