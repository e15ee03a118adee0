import CertificateReading
import Foundation
import Geochemistry
import Ledger
import TestSupport
import Testing

@testable import Intake

@Suite("Alerts: files for each batch that a person must look at")
struct AlertTests {
    private let run: PipelineRun
    private let failing = GoldReport("VA26030001", samples: "A1", standard: GoldReport.failing)

    private static let files = ["VA26030001.json", "VA26030001.reassay.csv", "VA26030001.txt"]

    init() throws { run = try PipelineRun() }

    private var open: [String] { LabRoot.names(in: run.lab.alerts).filter { $0 != "closed" } }
    private var closed: [String] { LabRoot.names(in: run.lab.alerts + "/closed") }

    private func takeFailing() throws {
        try run.take([("register.csv", failing.register), ("certificate.csv", failing.text)])
    }

    private func contents() throws -> [String] { try open.map { try LabRoot.text(run.lab.alerts + "/" + $0) } }

    @Test("The files stand, and say what failed by how much, what to re-assay and which command shows more")
    func both() throws {
        try takeFailing()
        #expect(open == Self.files)
        let json = try LabRoot.text(run.lab.alerts + "/VA26030001.json")
        let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(
            document?.keys.sorted() == [
                "batch", "composites", "counts", "file", "findings", "laboratory", "opened_at", "outcome", "qc_results",
                "queue_state", "reassay", "reassay_of", "reassays", "resolved_results", "sha256",
            ]
        )
        #expect(document?["outcome"] as? String == "fail")
        #expect(document?["queue_state"] as? String == "open")
        let text = try LabRoot.text(run.lab.alerts + "/VA26030001.txt")
        #expect(text.hasPrefix("FAILED: batch VA26030001 of ALS is held back.\n"))
        #expect(text.contains("A105"))
        #expect(text.contains("OREAS 602b"))
        #expect(text.contains("Samples to re-assay, in laboratory order"))
        #expect(text.contains("cupel show --root \(run.root.path) VA26030001"))
    }

    @Test("What may lie behind a failure has a part of its own, and stands in the ledger and the document too")
    func proposals() throws {
        let mixedUp = GoldReport("VA26030001", samples: "A1", standard: "<0.005")
        try run.take([("register.csv", mixedUp.register), ("certificate.csv", mixedUp.text)])
        let text = try LabRoot.text(run.lab.alerts + "/VA26030001.txt")
        let part = try #require(
            text.split(separator: "What may lie behind it, to check before a re-assay is paid for\n").last
        )
        #expect(part.hasPrefix("  A105 (OREAS 602b) looks like a blank (Au at or below the limit of blanks)"))
        #expect(text.components(separatedBy: "looks like a blank").count == 2)
        let json = try LabRoot.text(run.lab.alerts + "/VA26030001.json")
        #expect(json.contains("\"crm_swap\""))
        let rows = try run.rows("SELECT rule, outcome, sample FROM findings WHERE rule = 'crm_swap'")
        #expect(rows == ["crm_swap|warn|A105"])
    }

    @Test("The same verdict is the same bytes")
    func sameBytes() throws {
        try takeFailing()
        let before = try contents()
        for name in open { try FileManager.default.removeItem(atPath: run.lab.alerts + "/" + name) }
        try PipelineRun(run.lab).pipeline.reconcile()
        #expect(try contents() == before)
    }

    @Test("A decision closes the alert, taking it back opens it again")
    func closing() throws {
        try takeFailing()
        try run.decide("VA26030001", .accept)
        #expect(open.isEmpty)
        #expect(closed == Self.files)
        #expect(try LabRoot.text(run.lab.alerts + "/closed/VA26030001.json").contains("\"accepted\""))
        try run.decide("VA26030001", .reopen)
        #expect(open == Self.files)
        #expect(closed.isEmpty)
    }

    @Test(
        "A batch name that is no safe file name is made safe",
        arguments: ["../../etc/passwd", "A/B", "-rf", ".hidden", "a b;rm *", String(repeating: "W", count: 300)]
    )
    func unsafeNames(batch: String) {
        let name = AlertFolder.name(of: BatchKey(batch: batch, laboratory: "ALS"))
        #expect(name.utf8.count <= 140)
        #expect(!name.hasPrefix(".") && !name.hasPrefix("-"))
        #expect(
            name.utf8.allSatisfy {
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-".utf8.contains($0)
            }
        )
        let other = AlertFolder.name(of: BatchKey(batch: batch + "'", laboratory: "ALS"))
        #expect(name != other)
    }

    @Test("Two laboratories with one batch number keep two alerts, whichever came first")
    func twoLaboratories() throws {
        let als = GoldReport("VA26030001", samples: "A1").text
        let sgs = als.replacing("A1", with: "B1")
        var standing: [[String]] = []
        for order in [
            [("als.csv", als, false), ("sgs.csv", sgs, true)], [("sgs.csv", sgs, true), ("als.csv", als, false)],
        ] {
            let run = try PipelineRun()
            for (name, text, isOther) in order {
                if isOther { try run.insert(text, as: "SGS", name) } else { try run.take(name, text) }
            }
            let names = LabRoot.names(in: run.lab.alerts).filter { $0 != "closed" }
            #expect(names.count == 4)
            #expect(names.allSatisfy { $0.hasPrefix("VA26030001-ALS-") || $0.hasPrefix("VA26030001-SGS-") })
            standing.append(names)
            let text = try #require(names.first { $0.hasSuffix(".txt") })
            #expect(try LabRoot.text(run.lab.alerts + "/" + text).contains(" --laboratory ALS"))
        }
        #expect(standing.first == standing.last)
    }

    @Test("An alerts folder that cannot be written stops nothing, and is made up for")
    func unwritable() throws {
        let alerts = run.lab.alerts
        try FileManager.default.removeItem(atPath: alerts)
        // A file stands where the folder belongs: that keeps root out, too.
        try Data().write(to: URL(filePath: alerts))
        try run.take("register.csv", failing.register)
        guard case .ingested(let verdicts) = try run.take("certificate.csv", failing.text) else {
            Issue.record("it was not taken")
            return
        }
        #expect(verdicts.map(\.outcome) == ["fail"])
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
        #expect(try run.rows("SELECT batch, state FROM failure_queue") == ["VA26030001|open"])

        try FileManager.default.removeItem(atPath: alerts)
        run.pipeline.publishAgain()
        #expect(open == Self.files)

        try FileManager.default.removeItem(atPath: alerts)
        try PipelineRun(run.lab).pipeline.reconcile()
        #expect(open == Self.files)
    }
}

extension PipelineRun {
    /// Takes a certificate in as that of another laboratory.
    fileprivate func insert(_ text: String, as laboratory: String, _ name: String) throws {
        let delivery = try pipeline.standards.reader.read(Array(text.utf8), name: name)
        for certificate in delivery.certificates {
            var other = certificate
            other.laboratory = laboratory
            let sha256 = SealedFile.sha256(Array((laboratory + text).utf8))
            var work = Rejudging()
            try ledger.write { transaction in
                let stored = try transaction.insertCertificate(
                    PackedCertificate(other),
                    sha256: sha256,
                    part: 0,
                    fileName: name,
                    ingestedAt: UTCTime.now
                )
                work.remember(ReadCertificate(other), sha256: sha256, part: 0)
                work.add([stored.certificate])
                try transaction.use(pipeline.standards.snapshot, at: UTCTime.now)
                try pipeline.judge(&work, in: transaction, at: UTCTime.now)
            }
            pipeline.publish(work.touched)
        }
    }
}
