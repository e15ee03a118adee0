import Foundation
import TestSupport
import Testing

@Suite("show --snapshot")
struct SnapshotCommandTests {
    private func show(_ laboratory: Laboratory, _ words: String...) async throws -> Program.Ended {
        try await Program.run(["show", "--root", laboratory.lab.path, "VA26030002", "--snapshot"] + words)
    }

    @Test("A superseded verdict's Standards, policy and registers are printed as they were, whatever came since")
    func whole() async throws {
        let laboratory = try await Laboratory.judged()
        let policy = try LabRoot.text(laboratory.lab.standards + "/policies/default.toml")
        try laboratory.lab.edit("policies/default.toml", replacing: "\nfail_sd = 3\n", with: "\nfail_sd = 3.5\n")
        try laboratory.lab.edit("analytes.csv", replacing: "\n", with: "\r\n")
        let revised = try await laboratory.run("revalidate", "VA26030002")
        try #require(revised.status == 1 || revised.status == 0, "\(revised.errors)")
        try laboratory.put("later.csv", "sample,type,reference,parent\nA203,pulp_duplicate,,A202\n")
        _ = try await laboratory.run("ingest", files: ["later.csv"])

        let verdicts = try JSONShape.object(
            try await Program.run(["show", "--root", laboratory.lab.path, "VA26030002", "--json"]).output
        )
        let ids = try #require(verdicts["verdicts"] as? [[String: Any]]).compactMap { $0["verdict_id"] as? Int }
        #expect(ids.count == 3)
        let ended = try await show(laboratory, "--verdict", "\(ids[0])", "--json")
        #expect(ended.status == 0, "\(ended.errors)")
        let first = try #require(try JSONShape.array(ended.output).first)
        let kept = try #require(first["policy"] as? [String: Any])
        #expect(kept["verified"] as? Bool == true)
        #expect((kept["files"] as? [[String: Any]])?.first?["text"] as? String == policy)
        let standards = try #require(first["standards"] as? [String: Any])
        #expect(standards["verified"] as? Bool == true)
        #expect(((standards["files"] as? [Any])?.count ?? 0) > 10)

        let words = try await show(laboratory, "--verdict", "\(ids[0])")
        #expect(words.output.contains("(ALS): FAIL, "))
        #expect(words.output.contains(", superseded\n"))
        #expect(words.output.contains("whole, the hash fits\n--- analytes.csv ("))
        #expect(words.output.contains("\nPolicy 'default' "))
        #expect(words.output.contains(policy))
        #expect(words.output.contains(": 2 lines, whole, the hash fits\n"))
        #expect(words.output.contains(",A205,crm,OREAS 602b,,,\n"))
        let current = try await show(laboratory)
        #expect(current.output.contains("\nfail_sd = 3.5\n"))
        #expect(current.output.contains(",A203,pulp_duplicate,,A202,,\n"))
    }

    @Test("What the ledger does not hold is said")
    func missing() async throws {
        let laboratory = try await Laboratory.judged()
        let lock = try LedgerKnife(laboratory.lab.ledger)
        try lock.cut(
            """
            DROP TRIGGER snapshot_file_is_not_deleted;
            DELETE FROM snapshot_file WHERE path NOT LIKE 'policies/%';
            DROP TRIGGER register_entry_is_not_deleted; DELETE FROM register_entry;
            """
        )
        let ended = try await show(laboratory)
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(ended.output.contains("NOT HELD - the ledger keeps no files under this hash"))
        #expect(ended.output.contains("NOT HELD - the registers that are kept do not say together"))
        #expect(ended.output.contains(": 1 file, whole, the hash fits"))
    }

    @Test("A verdict of another batch is 64, with those that there are")
    func unknown() async throws {
        let laboratory = try await Laboratory.judged()
        let ended = try await show(laboratory, "--verdict", "99")
        #expect(ended.status == 64)
        #expect(ended.errors.contains("Batch 'VA26030002' has no verdict 99. There is: 2."))
    }
}
