import Foundation
import TestSupport
import Testing

@Suite("Keeping the ledger: its head, a copy, what comes back from it")
struct LedgerKeepingTests {
    private static func ledger(_ laboratory: Laboratory) -> String { laboratory.lab.path + "/Watch/ledger.sqlite" }

    private func head(_ laboratory: Laboratory) async throws -> String {
        let ended = try await laboratory.run("audit", "head")
        try #require(ended.status == 0, "\(ended.errors)")
        return ended.output.trimmingCharacters(in: .newlines)
    }

    /// Overwrites a page in the middle of the ledger with letters.
    private func damage(_ path: String) throws {
        var bytes = try Data(contentsOf: URL(filePath: path))
        // The first pages of the tables stand behind the schema, in the order in which they were made.
        let start = 5 * 16_384
        bytes.replaceSubrange(start..., with: repeatElement(UInt8(ascii: "Z"), count: bytes.count - start))
        try bytes.write(to: URL(filePath: path))
    }

    @Test("A copy is checked and told in the log; restored, the archive brings back what came after it")
    func restore() async throws {
        let laboratory = try Laboratory()
        _ = try await laboratory.run("ingest", files: ["register.csv", "passing.csv"])
        let copy = laboratory.file("copy.sqlite")
        let early = try await head(laboratory)
        let backup = try await laboratory.run("backup", copy)
        #expect(backup.output == "wrote and checked \(copy); its audit log ends with \(early)\n")
        #expect(backup.errors == "")
        #expect(try await laboratory.run("audit", "verify", "--head", early).status == 0)
        let doctor = try await laboratory.run("doctor")
        #expect(doctor.output.contains(" MB, 0.0 MB of it unused"), "\(doctor.output)")
        let again = try await laboratory.run("backup", copy)
        #expect(again.status != 0)
        #expect(again.errors.contains("\(copy) exists already and is not overwritten"))

        _ = try await laboratory.run("ingest", files: ["failing.csv"])
        let before = try await laboratory.run("queue", "list", "--json").output
        let late = try await head(laboratory)
        #expect(late.split(separator: ":").first != early.split(separator: ":").first)

        for name in LabRoot.names(in: laboratory.lab.path + "/Watch") where name.hasPrefix("ledger.sqlite") {
            try FileManager.default.removeItem(atPath: laboratory.lab.path + "/Watch/" + name)
        }
        try FileManager.default.copyItem(atPath: copy, toPath: Self.ledger(laboratory))
        #expect(try await laboratory.run("audit", "verify", "--head", early).status == 0)
        let cut = try await laboratory.run("audit", "verify", "--head", late)
        #expect(cut.status == 1)
        #expect(cut.output.contains("is not in this log: the log was cut off before it, or written anew."))

        let archive = laboratory.lab.path + "/Watch/archive/by-hash"
        let originals = LabRoot.names(in: archive).flatMap { folder in
            LabRoot.names(in: archive + "/" + folder).map { archive + "/" + folder + "/" + $0 }
        }
        let ingested = try await Program.run(["ingest", "--root", laboratory.lab.path] + originals)
        #expect(ingested.output.contains("1 judged, 1 held back, 2 known already"), "\(ingested.output)")
        func batches(_ text: String) throws -> [String] {
            try JSONShape.array(text).map { "\($0["batch"] ?? "") \($0["state"] ?? "") \($0["outcome"] ?? "")" }
        }
        let after = try await laboratory.run("queue", "list", "--json").output
        #expect(try batches(after) == batches(before))
        #expect(try !batches(after).isEmpty)
    }

    @Test("A row that is none is refused with what one looks like")
    func slips() async throws {
        let laboratory = try await Laboratory.judged()
        let ended = try await laboratory.run("audit", "verify", "--head", "9:3fa4")
        #expect(ended.status == 64)
        #expect(ended.errors.contains("'9:3fa4' is no row of the log; 'cupel audit head' prints one, as 9:3fa4..."))
        let both = try await laboratory.run("audit", "head", "--head", try await head(laboratory))
        #expect(both.status == 64)
        #expect(both.errors.contains("--head is for verify."))
    }

    @Test("A damaged ledger: doctor, backup and daemon say so, and what to do")
    func damaged() async throws {
        let laboratory = try await Laboratory.judged()
        _ = try await laboratory.run("audit", "verify")
        try damage(Self.ledger(laboratory))
        let doctor = try await laboratory.run("doctor")
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("WRONG  The ledger \(Self.ledger(laboratory)) is damaged ("))
        #expect(!doctor.output.contains("***"))
        let backup = try await laboratory.run("backup", laboratory.file("copy.sqlite"))
        #expect(backup.status == 74)
        #expect(backup.errors.contains("is damaged ("))
        #expect(LabRoot.names(in: laboratory.lab.outside).filter { $0.contains("copy") }.isEmpty)
        let daemon = try await laboratory.run("serve")
        #expect(daemon.status == 74)
        #expect(
            daemon.errors.contains(
                "Stop Cupel, keep the file, and restore the last backup; the archive can be ingested again."
            )
        )
    }
}
