import Foundation
import Ledger
import TestSupport
import Testing

@testable import Intake

@Suite("Pipeline: each delivery once")
struct DeliveryTests {
    private let good = GoldReport("VA26030001", samples: "A1")

    @Test("A certificate with its register is judged, archived, and leaves incoming/")
    func certificate() throws {
        let run = try PipelineRun()
        try run.take("register.csv", good.register)
        let result = try run.take("VA26030001.csv", good.text)
        guard case .ingested(let verdicts) = result else {
            Issue.record("\(String(describing: result))")
            return
        }
        #expect(verdicts.map(\.outcome) == ["pass"])
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
        let sha256 = SealedFile.sha256(Array(good.text.utf8))
        let content = try run.pipeline.archive.content(sha256, limit: 1 << 20)
        #expect(content == Array(good.text.utf8))
        let shelf = run.lab.archive + "/by-certificate/ALS/VA26030001"
        #expect(LabRoot.names(in: shelf) == ["\(sha256.prefix(12))-VA26030001.csv"])
        #expect(try LabRoot.text(shelf + "/\(sha256.prefix(12))-VA26030001.csv") == good.text)
        #expect(
            try run.rows("SELECT file_name, disposition FROM deliveries") == [
                "register.csv|register", "VA26030001.csv|ingested",
            ]
        )
    }

    @Test("The same content under another name is recorded, and judged once")
    func duplicate() throws {
        let run = try PipelineRun()
        try run.take([("register.csv", good.register), ("a.csv", good.text)])
        let again = try run.take([("b.csv", good.text), ("a.csv", good.text)])
        for result in again {
            guard case .duplicate = result else {
                Issue.record("\(result)")
                return
            }
        }
        #expect(try run.rows("SELECT count(*) FROM verdicts") == ["1"])
        #expect(
            try run.rows("SELECT file_name, disposition FROM deliveries ORDER BY delivery_id") == [
                "register.csv|register", "a.csv|ingested", "b.csv|duplicate", "a.csv|duplicate",
            ]
        )
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
    }

    @Test("Two registers in one zip both count")
    func registersTogether() throws {
        let run = try PipelineRun()
        let lines = good.register.split(separator: "\n").map(String.init)
        let header = lines[0]
        let crm = lines.filter { $0.contains("crm") }
        let others = lines.dropFirst().filter { !$0.contains("crm") }
        #expect(!crm.isEmpty && !others.isEmpty)
        try run.lab.deliver(
            "lists.zip",
            ZipFixture.zip([
                .init("one.csv", ([header] + others).joined(separator: "\n") + "\n"),
                .init("two.csv", ([header] + crm).joined(separator: "\n") + "\n"),
            ])
        )
        _ = try run.process([FileName("lists.zip")])
        guard case .ingested(let verdicts) = try run.take("VA26030001.csv", good.text) else {
            Issue.record("it was not judged")
            return
        }
        #expect(verdicts.map(\.outcome) == ["pass"])
    }

    @Test("An old original that is gone holds up no new delivery, and its verdict stands")
    func lostOriginal() throws {
        let run = try PipelineRun()
        try run.take("VA26030001.csv", good.text)
        try FileManager.default.removeItem(atPath: run.lab.archive + "/by-hash")
        guard case .register = try run.take("register.csv", good.register) else {
            Issue.record("the register was not taken")
            return
        }
        #expect(try run.outcomes() == ["VA26030001|not_evaluated"])
        // The same file once more makes the archive whole, and the verdict can be made again.
        guard case .duplicate = try run.take("again.csv", good.text) else {
            Issue.record("the content is known")
            return
        }
        let reference = try #require(
            try run.pipeline.currentCertificates(RevalidationScope(batches: ["VA26030001"])).first
        )
        let again = try run.pipeline.revalidate([reference])
        #expect(again.map(\.outcome) == ["pass"])
    }

    @Test("A preliminary report that passes waits, and its alert says why")
    func preliminary() throws {
        let run = try PipelineRun()
        try run.take("register.csv", good.register)
        var report = good
        report.status = "Preliminary"
        guard case .ingested(let verdicts) = try run.take("VA26030001.csv", report.text) else {
            Issue.record("it was not judged")
            return
        }
        #expect(verdicts.map(\.outcome) == ["warn"])
        #expect(verdicts.map(\.isWaiting) == [true])
        let alert = try LabRoot.text(run.lab.alerts + "/VA26030001.txt")
        #expect(alert.hasPrefix("PRELIMINARY: batch VA26030001 of ALS waits for its final report."))
        #expect(!alert.contains("accept"))
    }

    @Test("Twins that come together are judged once")
    func twins() throws {
        let run = try PipelineRun()
        try run.take([("a.csv", good.text), ("b.csv", good.text)])
        #expect(try run.rows("SELECT count(*) FROM certificates") == ["1"])
        #expect(try run.rows("SELECT disposition FROM deliveries ORDER BY disposition") == ["duplicate", "ingested"])
    }

    @Test("A register after its certificate brings a new verdict, the same as one before it")
    func registerLater() throws {
        let before = try PipelineRun()
        try before.take("register.csv", good.register)
        try before.take("certificate.csv", good.text)

        let after = try PipelineRun()
        try after.take("certificate.csv", good.text)
        #expect(try after.outcomes() == ["VA26030001|not_evaluated"])
        #expect(LabRoot.names(in: after.lab.alerts) == ["VA26030001.json", "VA26030001.txt", "closed"])
        guard case .register(let samples, let rejudged) = try after.take("register.csv", good.register) else {
            Issue.record("the register was not taken")
            return
        }
        #expect(samples == 2)
        #expect(rejudged.map(\.outcome) == ["pass"])
        #expect(try after.outcomes() == ["VA26030001|pass"])
        #expect(try after.outcomes() == before.outcomes())
        #expect(LabRoot.names(in: after.lab.alerts) == ["closed"])
        let results = "SELECT * FROM qc_results ORDER BY position, analyte"
        #expect(try after.rows(results) == before.rows(results))
        #expect(
            try after.rows("SELECT supersedes IS NOT NULL, current FROM verdicts ORDER BY verdict_id") == [
                "0|0", "1|1",
            ]
        )
    }

    @Test("A delivery recorded before a crash is finished, not recorded again")
    func crashBeforeLeaving() throws {
        let run = try PipelineRun()
        try run.take("certificate.csv", good.text)
        // As if the process had died between the commit and the removal.
        let facts = try recordedButNotGone(run, "next.csv", GoldReport("VA26030002", samples: "A2").text)
        #expect(try run.rows("SELECT count(*) FROM deliveries") == ["2"])
        let next = try PipelineRun(run.lab)
        _ = try next.process([FileName("next.csv")])
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty, "\(facts)")
        #expect(try next.rows("SELECT count(*) FROM deliveries") == ["2"])
        #expect(try next.rows("SELECT count(*) FROM certificates") == ["2"])
    }

    @Test("A delivery recorded as refused before a crash still reaches quarantine")
    func crashBeforeQuarantine() throws {
        let run = try PipelineRun()
        let text = "neither a certificate\nnor a register\n"
        let facts = try recordedButNotGone(run, "odd.csv", text)
        #expect(try run.rows("SELECT disposition FROM deliveries") == ["quarantined"], "\(facts)")
        let next = try PipelineRun(run.lab)
        _ = try next.process([FileName("odd.csv")])
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
        #expect(LabRoot.names(in: run.lab.quarantine) == ["odd.csv", "odd.csv.why.txt"])
        #expect(try LabRoot.text(run.lab.quarantine + "/odd.csv") == text)
        #expect(try next.rows("SELECT count(*) FROM deliveries") == ["1"])
    }

    /// Lets a file be recorded and puts the very same file (inode and times) back, as a crash leaves it.
    private func recordedButNotGone(_ run: PipelineRun, _ name: String, _ text: String) throws -> String {
        try run.lab.deliver(name, text)
        let twin = run.lab.outside + "/twin"
        try FileManager.default.linkItem(atPath: run.lab.incoming + "/" + name, toPath: twin)
        let result = try run.process([FileName(name)])
        for file in LabRoot.names(in: run.lab.quarantine) {
            try FileManager.default.removeItem(atPath: run.lab.quarantine + "/" + file)
        }
        try FileManager.default.moveItem(atPath: twin, toPath: run.lab.incoming + "/" + name)
        return "\(result)"
    }

    @Test("After a crash the next start notes what has left, and makes the archive's links again")
    func reconcile() throws {
        let run = try PipelineRun()
        try run.take("certificate.csv", good.text)
        let shelf = run.lab.archive + "/by-certificate/ALS/VA26030001"
        try FileManager.default.removeItem(atPath: shelf)
        let next = try PipelineRun(run.lab)
        #expect(try next.ledger.read { try $0.unsettledDeliveries() }.count == 1)
        next.pipeline.reconcile()
        #expect(LabRoot.names(in: shelf).count == 1)
        #expect(try next.ledger.read { try $0.unsettledDeliveries() }.isEmpty)
    }

    @Test("A link in the archive stands under its own certificate only")
    func links() throws {
        let run = try PipelineRun()
        let first = GoldReport("VA26030001", samples: "A1", reported: "2026-03-01", standard: GoldReport.high)
        let second = GoldReport("VA26030002", samples: "A2", reported: "2026-03-05", standard: GoldReport.high)
        try run.take("register.csv", GoldReport.registerHeader + first.registerRows + second.registerRows)
        try run.take("second.csv", second.text)
        // The earlier certificate comes later, and the one after it is judged again.
        try run.take("first.csv", first.text)
        #expect(try run.outcomes() == ["VA26030001|warn", "VA26030002|fail"])
        for batch in ["VA26030001", "VA26030002"] {
            #expect(LabRoot.names(in: run.lab.archive + "/by-certificate/ALS/" + batch).count == 1, "\(batch)")
        }
    }

    @Test("A layout that is broken while Cupel runs leaves the Standards before it in force")
    func brokenStandards() throws {
        let run = try PipelineRun()
        try run.take("register.csv", good.register)
        try Data("name = \"ALS\nnonsense".utf8).write(to: URL(filePath: run.lab.standards + "/laboratories/als.toml"))
        try run.take("certificate.csv", good.text)
        #expect(try run.outcomes() == ["VA26030001|pass"])
    }

    @Test("Files whose reading ended the program twice are set aside at the third try, with a note")
    func attempts() throws {
        let run = try PipelineRun()
        for (count, name) in [(1, "once.csv"), (2, "twice.csv")] {
            try run.lab.deliver(name, GoldReport("VA2603000\(count)", samples: "A\(count)").text)
            let facts = try #require(try Folder(run.lab.incoming).facts(FileName(name)))
            let file = run.lab.watch + "/.attempts/" + facts.identity.replacing(":", with: "-")
            try Data("\(count)".utf8).write(to: URL(filePath: file))
        }
        let results = try run.process([FileName("twice.csv"), FileName("once.csv")])
        guard case .quarantined("ended_the_program", _) = results[0], case .ingested = results[1] else {
            Issue.record("\(results)")
            return
        }
        #expect(LabRoot.names(in: run.lab.quarantine) == ["twice.csv", "twice.csv.why.txt"])
        #expect(LabRoot.names(in: run.lab.watch + "/.attempts").isEmpty)
    }

    @Test("The count of a file that has left is taken back by the next start, where the process died before it could")
    func countOfGone() throws {
        let run = try PipelineRun()
        try run.lab.deliver("good.csv", good.text)
        let facts = try #require(try Folder(run.lab.incoming).facts(FileName("good.csv")))
        _ = try run.process([FileName("good.csv")])
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
        let counts = run.lab.watch + "/.attempts"
        for name in [facts.identity.replacing(":", with: "-"), "1-2-3-4"] {
            try Data("1".utf8).write(to: URL(filePath: counts + "/" + name))
        }
        try PipelineRun(run.lab).pipeline.reconcile()
        #expect(LabRoot.names(in: counts) == ["1-2-3-4"], "another file may still be there")
    }

    @Test("What a process had in hand when it died is counted by the next, once, and nothing else is")
    func counting() throws {
        let temporary = try TemporaryFolder()
        for name in ["x.csv", "y.csv", "z.csv"] { _ = try temporary.file(name, "content of \(name)") }
        let folder = try Folder(temporary.path)
        let facts = try ["x.csv", "y.csv", "z.csv"].map { try #require(try folder.facts(FileName($0))) }
        let (counts, slips) = (temporary.path + "/attempts", temporary.path + "/in-hand")
        func attempts() throws -> Attempts { try Attempts(path: counts, slips: slips) }
        func deaths() throws -> [Int] { try facts.map(attempts().unfinished) }
        /// What the slips hold now, as a process that is killed here leaves them.
        func dead() throws -> [(path: String, content: Data)] {
            try LabRoot.names(in: slips).map { name in
                let path = slips + "/" + name
                return (path, try Data(contentsOf: URL(filePath: path)))
            }
        }

        let first = try attempts()
        #expect(try first.counting([facts[0]]) { try deaths() } == [0, 0, 0], "the process lives")
        let left = try first.counting(Array(facts[..<2])) { try first.counting([facts[1]], dead) }
        #expect(try deaths() == [0, 0, 0], "the work is done")
        withExtendedLifetime(first) {}

        let (other, others) = (temporary.path + "/counts", temporary.path + "/others")
        try FileManager.default.createDirectory(atPath: others, withIntermediateDirectories: true)
        for item in left {
            try item.content.write(to: URL(filePath: others + "/" + URL(filePath: item.path).lastPathComponent))
        }
        for _ in 0..<2 {
            let next = try Attempts(path: other, slips: others)
            #expect(facts.map(next.unfinished) == [1, 1, 0])
        }
        // A power cut may leave anything.
        for torn in [Data(), Data(left[0].content.dropLast()), Data(count: 40), Data("nonsense\n\n".utf8)] {
            try torn.write(to: URL(filePath: others + "/0"))
            let next = try Attempts(path: other, slips: others)
            #expect(facts.map(next.unfinished) == [1, 1, 0], "\(torn)")
        }
        #expect(LabRoot.names(in: other).count == 2)
    }
}
