import GRDB
import Geochemistry
import TestSupport
import Testing

@testable import Ledger

@Suite("A ledger of the first release")
struct FirstLedgerTests {
    /// A ledger as the first release left it, with a certificate of two samples.
    private func first(at path: String) throws {
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: "1")
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO certificate (sha256, part, file_name, laboratory, batch, status, revision, client,
                        project, dispatch, format, decimal_sign, ingested_at, order_key)
                    VALUES ('a', 0, 'a.csv', 'ALS', 'VA1', 'final', 1, '', '', 'D-7', 'als-classic', ',', 't', 'k');
                    INSERT INTO sample (certificate_id, position, name, sheet_row, origin, origin_name, type)
                    VALUES (1, 1, 'S1', 11, 'client', '', ''), (1, 2, 'S2', 12, 'client', '', '');
                    INSERT INTO result_column (certificate_id, ordinal, sheet_column, method, analyte, printed_analyte,
                        unit, digestion, technique, client_results, texts, kinds)
                    VALUES (1, 0, 1, 'ME-ICP61', 'Cu', 'Cu', 'ppm', 'four_acid', 'icp_oes', 2, '["0,5","<0,1"]', X'6E3C');
                    """
            )
        }
        try queue.close()
    }

    @Test("A ledger of the first release is opened, keeps what it holds, and gets the new views")
    func firstToSecond() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ledger.sqlite"
        try first(at: path)
        let ledger = try Ledger(path: path)
        try ledger.read { reader in
            let version = try Int.fetchOne(reader.database, sql: "PRAGMA user_version")
            #expect(version == Schema.version)
            let rows = try Row.fetchAll(reader.database, sql: "SELECT * FROM determinations ORDER BY position")
            #expect(rows.map { $0["reported"] as String } == ["0,5", "<0,1"])
            #expect(rows.map { $0["value"] as Double? } == [0.5, nil])
            #expect(rows.map { $0["detection_limit"] as Double? } == [nil, 0.1])
            #expect(try Row.fetchAll(reader.database, sql: "SELECT * FROM resolved_results").isEmpty)
            #expect(try reader.certificates(containing: [], dispatches: ["d-7"]).map(\.batch) == ["VA1"])
        }
    }
}
