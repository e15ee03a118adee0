import Foundation
import TestSupport
import Testing

@Suite("export")
struct ExportCommandTests {
    private func export(_ laboratory: Laboratory, _ words: String...) async throws -> Program.Ended {
        try await Program.run(["export", "--root", laboratory.lab.path, "--released"] + words)
    }

    private func decide(_ laboratory: Laboratory, _ action: String, _ batch: String) async throws {
        let words = ["queue", "--root", laboratory.lab.path, action, batch, "--reason", "looked at", "--by", "M. Roy"]
        let ended = try await Program.run(words)
        try #require(ended.status == 0, "\(ended.errors)")
    }

    private func lines(_ ended: Program.Ended) -> [String] {
        ended.output.split(separator: "\r\n").map(String.init)
    }

    @Test("Only what passed is written, each result with what it rests on; the rest is told on standard error")
    func passing() async throws {
        let laboratory = try await Laboratory.judged()
        let ended = try await export(laboratory, "--analyte", "Au")
        #expect(ended.status == 0, "\(ended.errors)")
        let lines = lines(ended)
        #expect(
            lines.first
                == "batch,certificate_id,revision,laboratory,project,sample,analyte,method,digestion,unit,reported,"
                + "qualifier,value,detection_limit,verdict_id,outcome,decision_id,file_name,sha256,conversion,position,role"
        )
        #expect(lines.count == 9)
        let third = try #require(lines.first { $0.contains(",A103,") })
        #expect(
            third.hasPrefix(
                "VA26030001,1,1,ALS,Lac Chamois,A103,Au,Au-AA23,fire_assay,ppm,1.250,,1.250,,1,pass,,passing.csv,"
            )
        )
        #expect(third.hasSuffix(",,3,routine"))
        #expect(!ended.output.contains("VA26030002"))
        #expect(!ended.output.contains("A105"), "the CRM")
        #expect(ended.errors.contains("8 results of 1 certificate in 1 batch released\n"))
        #expect(ended.errors.contains("  1 open: the verdict fails, and nobody has decided (VA26030002)\n"))
        #expect(ended.errors.contains("left out of released batches: 2 QC samples"))
        let qc = try await export(laboratory, "--analyte", "Au", "--with-qc")
        #expect(self.lines(qc).count == 11)
        #expect(qc.output.contains(",5,crm\r\n"))
    }

    @Test("A decision releases, takes back and withholds")
    func decisions() async throws {
        let laboratory = try await Laboratory.judged()
        try await decide(laboratory, "accept", "VA26030002")
        let accepted = try await export(laboratory, "--format", "json")
        let rows = try JSONShape.array(accepted.output)
        #expect(rows.count == 32)
        let ofAccepted = rows.filter { $0["batch"] as? String == "VA26030002" }
        #expect(ofAccepted.count == 16)
        #expect(ofAccepted.allSatisfy { $0["decision_id"] as? Int == 1 && $0["outcome"] as? String == "fail" })
        #expect(rows.first?["decision_id"] is NSNull)
        // The digits that were printed, not those of a Double.
        #expect(accepted.output.contains("\"reported\": \"1.250\", \"qualifier\": \"\", \"value\": 1.250,"))

        try await decide(laboratory, "reopen", "VA26030001")
        try await decide(laboratory, "reopen", "VA26030002")
        try await decide(laboratory, "reject", "VA26030002")
        let none = try await export(laboratory, "--format", "json")
        #expect(try JSONShape.array(none.output).isEmpty)
        #expect(none.errors.contains("1 open: the verdict passes, but a person took it out of use (VA26030001)"))
        #expect(none.errors.contains("1 rejected: a person rejected it (VA26030002)"))
    }

    @Test("Texts are written as they are, in quotation marks where RFC 4180 asks for them, and formulas are told")
    func texts() async throws {
        let laboratory = try Laboratory()
        let text = Laboratory.passing.text.replacing("A102,", with: "\"=A1,\"\"2\"\"\",")
        try laboratory.put("odd.csv", text.replacing("A103,", with: "-A103,"))
        _ = try await laboratory.run("ingest", files: ["register.csv", "odd.csv"])
        let ended = try await export(laboratory, "--analyte", "Au", "--project", "lac*")
        #expect(ended.output.contains(",Lac Chamois,\"=A1,\"\"2\"\"\",Au,"))
        #expect(ended.output.contains(",Lac Chamois,-A103,Au,"))
        #expect(ended.errors.contains("2 texts begin with = + - or @ and are written as printed"))
        let elsewhere = try await export(laboratory, "--project", "Mont*")
        #expect(lines(elsewhere).count == 1)
        #expect(elsewhere.errors.contains("0 results of 0 certificates in 0 batches released"))
    }

    @Test("A file is written whole or not at all")
    func file() async throws {
        let laboratory = try await Laboratory.judged()
        let path = laboratory.file("released.csv")
        let written = try await export(laboratory, "--out", path)
        #expect((written.status, written.output) == (0, ""))
        let first = try LabRoot.text(path)
        #expect(first == (try await export(laboratory)).output)
        try await decide(laboratory, "accept", "VA26030002")
        _ = try await export(laboratory, "--out", path)
        #expect(try LabRoot.text(path).count > first.count)
        #expect(LabRoot.names(in: laboratory.lab.outside).allSatisfy { !$0.hasPrefix(".new") })
        let folder = try await export(laboratory, "--out", laboratory.lab.outside)
        #expect(folder.status == 73)
        #expect(folder.errors.contains("no plain file"))
    }

    @Test("Without --released nothing is written; without a ledger it says so")
    func usage() async throws {
        let laboratory = try Laboratory()
        let ended = try await Program.run(["export", "--root", laboratory.lab.path])
        #expect(ended.status == 64)
        #expect(ended.errors.contains("Give --released"))
        #expect(try await export(laboratory).status == 74)
        let full = try await Program.run(["export", "--root", laboratory.lab.path, "--released", "--out", "/no/such/x"])
        #expect(full.status != 0)
    }

    @Test("Composites are rows of their own that name every factor, and only where all members are there")
    func composites() async throws {
        let laboratory = try Laboratory()
        let demo = LabRoot.package.appending(path: "Tests/Demo").path
        let files = ["dispatch-410101.csv", "A26-04400.csv"].map { demo + "/" + $0 }
        _ = try await Program.run(["ingest", "--root", laboratory.lab.path] + files)
        let ended = try await export(laboratory, "--analyte", "TREO+Y", "--format", "json")
        let rows = try JSONShape.array(ended.output)
        let first = try #require(rows.first, "\(ended.errors)")
        #expect(first["sample"] as? String == "410101")
        #expect(first["method"] as? String == "")
        #expect(first["reported"] as? String == "")
        #expect((first["conversion"] as? String)?.hasPrefix("sum, sesquioxide: ") == true)
        #expect((first["conversion"] as? String)?.contains("La2O3 = La by FUS-MS x ") == true)
        #expect(!rows.contains { $0["sample"] as? String == "410103" }, "two members lie below their limits")
        #expect(ended.errors.contains("with a member that is censored"))
    }
}
