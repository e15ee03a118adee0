import Foundation
import TestSupport
import Testing

@Suite("queue, show, audit, backup")
struct QueueCommandTests {
    @Test("The list shows what waits, in words and as JSON")
    func list() async throws {
        let laboratory = try await Laboratory.judged()
        let words = try await laboratory.run("queue")
        #expect(words.status == 0)
        #expect(words.output.contains("VA26030002"))
        #expect(!words.output.contains("VA26030001"))
        let json = try await laboratory.run("queue", "list", "--json")
        let items = try JSONShape.array(json.output)
        #expect(
            items.first?.keys.sorted() == [
                "batch", "decision_stale", "laboratory", "opened_at", "outcome", "project", "state", "summary",
            ]
        )
        #expect(items.map { $0["state"] as? String } == ["open"])
    }

    @Test("A decision needs a reason and a batch; the wrong action for where a batch stands is refused")
    func usage() async throws {
        let laboratory = try await Laboratory.judged()
        let noReason = try await laboratory.run("queue", "accept", "VA26030002", "--by", "M. Roy")
        #expect(noReason.status == 64)
        #expect(noReason.errors.contains("--reason"))
        let blank = try await laboratory.run("queue", "accept", "VA26030002", "--by", "M. Roy", "--reason", "  ")
        #expect(blank.status == 64)
        let noBatch = try await laboratory.run("queue", "accept", "--reason", "x", "--by", "y")
        #expect(noBatch.status == 64)
        let passed = try await laboratory.run("queue", "accept", "VA26030001", "--reason", "x", "--by", "y")
        #expect(passed.status == 64)
        #expect(passed.errors.contains("not in the queue"))
        let unknown = try await laboratory.run("queue", "show", "VA26030009")
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("Near it: VA26030001, VA26030002"))
    }

    @Test("A decision is recorded with who, why and on what, and moves the alert")
    func decisions() async throws {
        let laboratory = try await Laboratory.judged()
        let reassay = try await laboratory.run(
            "queue",
            "reassay",
            "VA26030002",
            "--reason",
            "CRM high",
            "--by",
            "M. Roy",
            "--json"
        )
        #expect(reassay.status == 0, "\(reassay.errors)")
        let decision = try JSONShape.object(reassay.output)
        #expect(
            decision.keys.sorted() == [
                "action", "actor", "batch", "decided_at", "decision_id", "reason", "stale", "verdict_id",
            ]
        )
        #expect((decision["actor"] as? String)?.hasPrefix("M. Roy") == true)
        #expect(LabRoot.names(in: laboratory.lab.alerts).contains("VA26030002.txt"))
        let accept = try await laboratory.run("queue", "accept", "va26030002", "--reason", "fine", "--by", "M. Roy")
        #expect(accept.status == 0)
        #expect(LabRoot.names(in: laboratory.lab.alerts) == ["closed"])
        #expect(try await laboratory.run("queue").output == "Nothing waits.\n")
        let reopen = try await laboratory.run("queue", "reopen", "VA26030002", "--reason", "no", "--by", "M. Roy")
        #expect(reopen.status == 0)
        #expect(LabRoot.names(in: laboratory.lab.alerts).contains("VA26030002.txt"))
        let show = try await laboratory.run("show", "VA26030002")
        #expect(show.status == 0)
        for word in ["reassay by M. Roy", "accept by M. Roy", "reopen by M. Roy", "History of verdicts", "SHA-256"] {
            #expect(show.output.contains(word), "\(word)")
        }
    }

    @Test("reassay-list prints the list for the laboratory, byte for byte the file beside the alert")
    func reassayList() async throws {
        let laboratory = try await Laboratory.judged()
        let list = try await laboratory.run("queue", "reassay-list", "VA26030002")
        #expect(list.status == 0, "\(list.errors)")
        #expect(list.output.hasPrefix("sample,position,repeat,because_of,number_order\r\nA201,1,Au Au-AA23,A205"))
        #expect(list.output == (try LabRoot.text(laboratory.lab.alerts + "/VA26030002.reassay.csv")))
        let json = try await laboratory.run("queue", "reassay-list", "VA26030002", "--json")
        #expect(try JSONShape.array(json.output).count == 8)
        #expect(try JSONShape.array(json.output).first?.keys.sorted() == ["analytes", "because", "position", "sample"])
        let nothing = try await laboratory.run("queue", "reassay-list", "VA26030001")
        #expect(nothing.output == "sample,position,repeat,because_of,number_order\r\n")
        #expect(nothing.errors == "VA26030001: nothing to re-assay\n")
        #expect(try await laboratory.run("queue", "reassay-list").status == 64)
    }

    @Test("show and queue show name re-assays in both directions; a decision on one moves the other's alert")
    func reassays() async throws {
        let laboratory = try await Laboratory.judged()
        let again = GoldReport("VA26030009", samples: "A2", reported: "2026-03-20", standard: GoldReport.failing)
        try laboratory.put("again.csv", again.text)
        #expect(try await laboratory.run("ingest", files: ["again.csv"]).status == 1)
        let first = try await laboratory.run("queue", "show", "VA26030002")
        #expect(
            first.output.contains("\nRe-assays\n  Re-assayed by VA26030009, whose own QC failed"),
            "\(first.output)"
        )
        let second = try await laboratory.run("show", "VA26030009")
        #expect(second.output.contains("\nRe-assay of\n  Re-assay of VA26030002: covers 8 of 8"), "\(second.output)")
        let accept = try await laboratory.run("queue", "accept", "VA26030009", "--reason", "x", "--by", "M. Roy")
        #expect(accept.status == 0, "\(accept.errors)")
        #expect(
            try LabRoot.text(laboratory.lab.alerts + "/VA26030002.txt")
                .contains("which was accepted and covers 8 of 8 samples: accept with the re-assay results, or reject.")
        )
        let document = try JSONShape.object(try await laboratory.run("show", "VA26030002", "--json").output)
        let batch = try #require(document["batch"] as? [String: Any])
        #expect((batch["reassays"] as? [[String: Any]])?.first?["answered"] as? Bool == true)
        #expect((batch["reassay_of"] as? [Any])?.isEmpty == true)
    }

    @Test("show names the documents that came with a certificate, and where they are kept")
    func documents() async throws {
        let laboratory = try Laboratory()
        let letter = Array("%PDF-1.7 letter".utf8)
        try laboratory.lab.deliver(
            "delivery.zip",
            ZipFixture.zip([.init("a.csv", Laboratory.passing.text), .init("letter.pdf", letter)])
        )
        let taken = try await Program.run(
            ["ingest", "--root", laboratory.lab.path, laboratory.lab.incoming + "/delivery.zip"]
        )
        #expect(taken.status == 1, "without a register nothing is checked: \(taken.errors)")
        let shown = try await laboratory.run("show", "VA26030001", "--json")
        let rows = try JSONShape.object(shown.output)["documents"] as? [[String: Any]] ?? []
        #expect(JSONShape.keys(rows.first) == ["batch", "certificate_id", "kind", "name", "path", "sha256", "size"])
        let sha256 = try #require(rows.first?["sha256"] as? String)
        let path = "by-certificate/ALS/VA26030001/\(sha256.prefix(12))-letter.pdf"
        #expect(rows.first?["path"] as? String == path)
        #expect(FileManager.default.contents(atPath: laboratory.lab.archive + "/" + path) == Data(letter))
        let words = try await laboratory.run("show", "VA26030001")
        #expect(
            words.output.contains(
                """

                Documents
                  letter.pdf  a PDF document, 15 bytes
                    SHA-256  \(sha256)
                    Kept at  archive/\(path)

                """
            ),
            "\(words.output)"
        )
    }

    @Test("Where nobody is named, the decision bears the login")
    func login() async throws {
        let laboratory = try await Laboratory.judged()
        let ended = try await laboratory.run("queue", "reject", "VA26030002", "--reason", "seen", "--json")
        #expect(ended.status == 0, "\(ended.errors)")
        let actor = try JSONShape.object(ended.output)["actor"] as? String
        #expect(actor?.isEmpty == false)
    }

    @Test("A ledger that another program keeps locked ends a command with 75")
    func locked() async throws {
        let laboratory = try await Laboratory.judged()
        let lock = try LedgerLock(laboratory.lab.ledger)
        let ended = try await laboratory.run("queue", "accept", "VA26030002", "--reason", "x", "--by", "y")
        #expect(ended.status == 75, "\(ended.errors)")
        #expect(ended.errors.contains("in use by another program"))
        lock.release()
        let ingest = try await laboratory.run("queue", "accept", "VA26030002", "--reason", "x", "--by", "y")
        #expect(ingest.status == 0)
    }

    @Test("audit verify: 0 for an intact log, 1 and words for an altered one")
    func audit() async throws {
        let laboratory = try await Laboratory.judged()
        let intact = try await laboratory.run("audit", "verify")
        #expect(intact.status == 0)
        #expect(intact.output.hasPrefix("the audit log is intact"))
        try LedgerKnife.alterAuditLog(laboratory.lab.ledger)
        let altered = try await laboratory.run("audit", "verify")
        #expect(altered.status == 1)
        #expect(altered.output.contains("NOT intact"))
    }

    @Test("backup writes a ledger that can be asked, and overwrites nothing")
    func backup() async throws {
        let laboratory = try await Laboratory.judged()
        let copy = laboratory.file("copy.sqlite")
        #expect(try await laboratory.run("backup", copy).status == 0)
        #expect(FileManager.default.fileExists(atPath: copy))
        #expect(try await laboratory.run("backup", copy).status == 73)
    }
}
