import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Pipeline: documents beside certificates")
struct DocumentTests {
    private typealias Entry = ZipFixture.Entry

    private let one = GoldReport("VA26030001", samples: "A1")
    private let two = GoldReport("VA26030002", samples: "A2")
    private let letter = Array("%PDF-1.7 letter".utf8)

    /// What stands beside a certificate, but for the link to the delivery itself.
    private func documents(_ run: PipelineRun, beside batch: String) -> [String] {
        let shelf = run.lab.archive + "/by-certificate/ALS/" + batch
        return LabRoot.names(in: shelf).filter { name in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: shelf + "/" + name)) == nil
        }
    }

    private func short(_ bytes: [UInt8], _ name: String) -> String {
        SealedFile.sha256(bytes).prefix(12) + "-" + name
    }

    @discardableResult
    private func take(
        _ run: PipelineRun,
        _ name: String,
        _ entries: [ZipFixture.Entry]
    ) throws
        -> Pipeline.Outcome.Result?
    {
        try run.lab.deliver(name, ZipFixture.zip(entries))
        return try run.process([FileName(name)]).first
    }

    @Test("A PDF in a zip is kept as a read-only file, named in the ledger and in the delivery's reason")
    func besideOne() throws {
        let run = try PipelineRun()
        let entries = [
            Entry("results/VA26030001.csv", one.text), Entry("results/cover letter.pdf", letter),
            Entry("notes.txt", "With compliments\n"),
        ]
        guard case .ingested = try take(run, "delivery.zip", entries) else {
            Issue.record("it was not taken")
            return
        }
        let notes = Array("With compliments\n".utf8)
        let names = [short(letter, "cover_letter.pdf"), short(notes, "notes.txt")]
        #expect(documents(run, beside: "VA26030001") == names.sorted())
        let path = run.lab.archive + "/by-certificate/ALS/VA26030001/" + names[0]
        #expect(FileManager.default.contents(atPath: path).map { [UInt8]($0) } == letter)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o444)
        #expect(
            try run.rows("SELECT batch, name, kind, sha256, size, path FROM documents ORDER BY name") == [
                "VA26030001|notes.txt|text|\(SealedFile.sha256(notes))|17|by-certificate/ALS/VA26030001/\(names[1])",
                "VA26030001|results/cover letter.pdf|pdf|\(SealedFile.sha256(letter))|15|"
                    + "by-certificate/ALS/VA26030001/\(names[0])",
            ]
        )
        #expect(
            try run.rows("SELECT reason FROM deliveries") == [
                "kept beside the certificate: results/cover letter.pdf (a PDF document), notes.txt (a text that is no "
                    + "certificate)"
            ]
        )
        #expect(
            try run.rows("SELECT subject, detail FROM audit_log WHERE action = 'documents'") == [
                "ALS VA26030001|beside certificate 1: results/cover letter.pdf, sha256 \(SealedFile.sha256(letter)), 15 "
                    + "bytes; notes.txt, sha256 \(SealedFile.sha256(notes)), 17 bytes"
            ]
        )
    }

    @Test("Tar, 7z and packed tars keep theirs as well", arguments: ["tar", "7z", "tar.xz"])
    func containers(kind: String) throws {
        let run = try PipelineRun()
        let entries: [ArchiveFixture.Entry] = [.init("a.csv", one.text), .init("letter.pdf", letter)]
        let bytes =
            switch kind {
            case "tar": ArchiveFixture.tar(entries)
            case "7z": ArchiveFixture.sevenZip(entries)
            default: ArchiveFixture.stream(ArchiveFixture.tar(entries), .xz)
            }
        try run.lab.deliver("delivery." + kind, bytes)
        _ = try run.process([FileName("delivery." + kind)])
        #expect(documents(run, beside: "VA26030001") == [short(letter, "letter.pdf")])
        #expect(try run.rows("SELECT format FROM certificates") == ["als-classic+" + (kind == "tar.xz" ? "xz" : kind)])
    }

    @Test("Of several certificates, a document stands beside the one that it names, or beside all as one file")
    func besideSeveral() throws {
        let run = try PipelineRun()
        let qc = Array("%PDF-1.7 qc".utf8)
        try take(
            run,
            "delivery.zip",
            [
                Entry("a.csv", one.text), Entry("b.csv", two.text), Entry("VA26030002_QC.pdf", qc),
                Entry("letter.pdf", letter),
            ]
        )
        #expect(documents(run, beside: "VA26030001") == [short(letter, "letter.pdf")])
        #expect(
            documents(run, beside: "VA26030002")
                == [short(letter, "letter.pdf"), short(qc, "VA26030002_QC.pdf")].sorted()
        )
        let inodes = try ["VA26030001", "VA26030002"].map { batch in
            let path = run.lab.archive + "/by-certificate/ALS/\(batch)/" + short(letter, "letter.pdf")
            return try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        }
        #expect(inodes[0] != nil && inodes[0] == inodes[1], "hard links to one file")
        #expect(
            try run.rows("SELECT reason FROM deliveries") == [
                "kept beside VA26030002: VA26030002_QC.pdf (a PDF document); kept beside every certificate: letter.pdf (a "
                    + "PDF document)"
            ]
        )
    }

    @Test("Two documents of one name are both kept")
    func collision() throws {
        let run = try PipelineRun()
        let other = Array("%PDF-1.7 other".utf8)
        try take(
            run,
            "delivery.zip",
            [
                Entry("a.csv", one.text), Entry("1/letter.pdf", letter), Entry("2/letter.pdf", other),
                Entry("3/letter.pdf", letter),
            ]
        )
        #expect(
            documents(run, beside: "VA26030001") == [short(letter, "letter.pdf"), short(other, "letter.pdf")].sorted()
        )
        #expect(try run.rows("SELECT count(*), count(DISTINCT path) FROM documents") == ["3|2"])
    }

    @Test("A short name that another content has taken is not overwritten")
    func takenName() throws {
        let run = try PipelineRun()
        let shelf = run.lab.archive + "/by-certificate/ALS/VA26030001"
        try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: true)
        let taken = shelf + "/" + short(letter, "letter.pdf")
        try Data("something else".utf8).write(to: URL(filePath: taken))
        try take(run, "delivery.zip", [Entry("a.csv", one.text), Entry("letter.pdf", letter)])
        #expect(try LabRoot.text(taken) == "something else")
        let full = shelf + "/" + SealedFile.sha256(letter) + "-letter.pdf"
        #expect(FileManager.default.contents(atPath: full).map { [UInt8]($0) } == letter)
        #expect(
            try run.rows("SELECT path FROM documents") == [
                "by-certificate/ALS/VA26030001/\(SealedFile.sha256(letter))-letter.pdf"
            ]
        )
    }

    @Test("What was kept before a crash, or came before, is kept once")
    func again() throws {
        let run = try PipelineRun()
        // As if the process had died between the document and the ledger.
        let sha256 = SealedFile.sha256(letter)
        let shelf = Archive.Shelf(laboratory: "ALS", batch: "VA26030001")
        let first = try run.pipeline.archive.keep(letter, sha256: sha256, name: "letter.pdf", on: [shelf])
        let second = try run.pipeline.archive.keep(letter, sha256: sha256, name: "letter.pdf", on: [shelf, shelf])
        #expect(second == first + first)
        let entries = [Entry("a.csv", one.text), Entry("letter.pdf", letter)]
        try take(run, "delivery.zip", entries)
        guard case .duplicate = try take(run, "again.zip", entries) else {
            Issue.record("the content is known")
            return
        }
        #expect(documents(run, beside: "VA26030001") == [short(letter, "letter.pdf")])
        #expect(try run.rows("SELECT path FROM documents") == first)
        // A later delivery with the same letter stands by the same file.
        var later = one
        later.reported = "2026-03-02"
        try take(run, "later.zip", [Entry("a.csv", later.text), Entry("letter.pdf", letter)])
        #expect(documents(run, beside: "VA26030001") == [short(letter, "letter.pdf")])
        #expect(try run.rows("SELECT certificate_id, path FROM documents") == ["1|\(first[0])", "2|\(first[0])"])
    }

    @Test("Names are made safe, and a long one keeps its ending")
    func names() throws {
        let run = try PipelineRun()
        let long = String(repeating: "n", count: 150) + ".pdf"
        try take(
            run,
            "delivery.zip",
            [Entry("a.csv", one.text), Entry("résumé $(rm).pdf", letter), Entry(long, Array("%PDF-2".utf8))]
        )
        let names = documents(run, beside: "VA26030001").map { String($0.dropFirst(13)) }.sorted()
        #expect(names == [String(repeating: "n", count: 111) + ".pdf", "r_sum____rm_.pdf"])
    }

    @Test("Where a document cannot be kept, the delivery waits and nothing is lost")
    func cannotKeep() throws {
        let run = try PipelineRun()
        let obstacle = URL(filePath: run.lab.archive + "/by-certificate")
        try Data("x".utf8).write(to: obstacle)
        let entries = [Entry("a.csv", one.text), Entry("letter.pdf", letter)]
        guard case .postponed = try take(run, "delivery.zip", entries) else {
            Issue.record("it was taken without its letter")
            return
        }
        #expect(LabRoot.names(in: run.lab.incoming) == ["delivery.zip"])
        #expect(try run.rows("SELECT * FROM certificates").isEmpty)
        try FileManager.default.removeItem(at: obstacle)
        guard case .ingested = try run.process([FileName("delivery.zip")]).first else {
            Issue.record("it was not taken")
            return
        }
        #expect(documents(run, beside: "VA26030001") == [short(letter, "letter.pdf")])
    }

    @Test("Beside a register alone, a document stays in the delivery, and is named")
    func besideRegister() throws {
        let run = try PipelineRun()
        guard case .register = try take(run, "list.zip", [Entry("r.csv", one.register), Entry("l.pdf", letter)]) else {
            Issue.record("it was not taken")
            return
        }
        #expect(
            try run.rows("SELECT disposition, reason FROM deliveries") == [
                "register|kept in the archived delivery: l.pdf (a PDF document)"
            ]
        )
    }

    @Test("A document alone is refused")
    func alone() throws {
        let run = try PipelineRun()
        guard case .quarantined(let code, _) = try take(run, "letter.zip", [Entry("letter.pdf", letter)]) else {
            Issue.record("it was taken")
            return
        }
        #expect(code == "pdf_document")
    }

    @Test("A workbook that is no certificate is kept, and told")
    func workbook() throws {
        let run = try PipelineRun()
        let list = WorkbookFixture([.init("Boxes", [["Box", "Weight"]])]).bytes
        try take(run, "delivery.zip", [Entry("a.csv", one.text), Entry("boxes.xlsx", list)])
        #expect(documents(run, beside: "VA26030001") == [short(list, "boxes.xlsx")])
        #expect(try run.rows("SELECT kind FROM documents") == ["workbook"])
    }

    @Test("Many documents are named up to twenty")
    func many() throws {
        let run = try PipelineRun()
        let pages = (0..<23).map { Entry("p\($0).pdf", Array("%PDF-\($0)".utf8)) }
        try take(run, "delivery.zip", [Entry("a.csv", one.text)] + pages)
        let reason = try #require(try run.rows("SELECT reason FROM deliveries").first)
        #expect(reason.hasSuffix("p19.pdf (a PDF document); and 3 more"))
        #expect(documents(run, beside: "VA26030001").count == 23)
    }
}
