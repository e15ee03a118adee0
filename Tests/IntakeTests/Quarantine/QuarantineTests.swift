import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Quarantine: each file with a note that says why")
struct QuarantineTests {
    @Test("The note says what, why and what to do")
    func note() {
        let note = QuarantineNote(
            fileName: "odd.csv",
            sha256: "",
            size: 12,
            seenAt: "2026-03-01T14:05:09Z",
            code: "no_layout",
            reason: "No layout fits. Add one.",
            closest: [("als-classic", "row 1 has no work order")]
        )
        #expect(
            note.text == """
                Cupel could not take this file.

                File:     odd.csv
                Size:     12 bytes
                SHA-256:  not read
                Seen:     2026-03-01T14:05:09Z
                Code:     no_layout

                Why, and what to do:
                  No layout fits. Add one.

                The layouts that came closest:
                  als-classic: row 1 has no work order

                Nothing was stored from it. When the cause is mended, move the file (without this note) back to incoming/.

                """
        )
    }

    @Test("A name that is taken in quarantine gets a number, and nothing is replaced")
    func taken() throws {
        let run = try PipelineRun()
        for text in ["first", "second", "third"] { try run.take("odd.csv", text) }
        #expect(
            LabRoot.names(in: run.lab.quarantine) == [
                "odd.csv", "odd.csv-2", "odd.csv-2.why.txt", "odd.csv-3", "odd.csv-3.why.txt", "odd.csv.why.txt",
            ]
        )
        #expect(try LabRoot.text(run.lab.quarantine + "/odd.csv-2") == "second")
    }

    @Test("A file that is moved back after the cause was mended is taken")
    func movedBack() throws {
        let run = try PipelineRun()
        let layout = run.lab.standards + "/laboratories/als.toml"
        let whole = try LabRoot.text(layout)
        try run.lab.edit("laboratories/als.toml", replacing: "text = \"DESCRIPTION\"", with: "text = \"BESCHREIBUNG\"")
        let report = GoldReport("VA26030001", samples: "A1")
        let broken = try PipelineRun(run.lab)
        try broken.take("certificate.csv", report.text)
        #expect(LabRoot.names(in: run.lab.quarantine).contains("certificate.csv"))
        try Data(whole.utf8).write(to: URL(filePath: layout))
        try FileManager.default.moveItem(
            atPath: run.lab.quarantine + "/certificate.csv",
            toPath: run.lab.incoming + "/certificate.csv"
        )
        _ = try broken.process([FileName("certificate.csv")])
        #expect(try broken.outcomes() == ["VA26030001|not_evaluated"])
    }
}
