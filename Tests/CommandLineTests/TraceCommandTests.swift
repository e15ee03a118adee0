import Foundation
import TestSupport
import Testing

@Suite("show --sample --analyte")
struct TraceCommandTests {
    /// The shipped demonstration, once for a test.
    private static func demonstration() async throws -> Laboratory {
        let laboratory = try Laboratory()
        let demo = LabRoot.package.appending(path: "Tests/Demo").path
        let files = ["dispatch-410025.csv", "VA26011112.csv", "dispatch-410101.csv", "A26-04400.csv"]
        _ = try await Program.run(["ingest", "--root", laboratory.lab.path] + files.map { demo + "/" + $0 })
        return laboratory
    }

    private func show(_ laboratory: Laboratory, _ words: String...) async throws -> Program.Ended {
        try await Program.run(["show", "--root", laboratory.lab.path] + words)
    }

    @Test("The cell that is named is the cell of the delivered file, and the QC around it stands nearest first")
    func cell() async throws {
        let laboratory = try await Self.demonstration()
        let ended = try await show(laboratory, "VA26011112", "--sample", "410028", "--analyte", "Cu", "--json")
        #expect(ended.status == 0, "\(ended.errors)")
        let document = try JSONShape.object(ended.output)
        #expect(document["released"] as? Bool == false)
        #expect(document["hold"] as? String == "failed")
        let row = try #require((document["samples"] as? [[String: Any]])?.first)
        let cell = try #require((row["determinations"] as? [[String: Any]])?.first)
        let archived = try #require(row["archive_path"] as? String)
        let line = try #require(cell["line"] as? Int)
        let column = try #require(cell["column"] as? Int)
        let lines = try LabRoot.text(archived).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let texts = lines[line - 1].split(separator: ",", omittingEmptySubsequences: false)
        #expect((texts[0], texts[column - 1]) == ("410028", "786"))
        #expect(cell["reported"] as? String == "786")
        let control = try #require(cell["qc_results"] as? [[String: Any]])
        #expect(control.map { $0["sample"] as? String } == ["410029", "410034", "410037", "410039", "410044"])
        let verdict = try #require(row["verdict"] as? [String: Any])
        #expect((verdict["standards_sha256"] as? String)?.count == 64)
    }

    @Test("In words: place, reading, composites with their factor, findings, verdict with its hashes, decisions")
    func words() async throws {
        let laboratory = try await Self.demonstration()
        let ended = try await show(laboratory, "A26-04400", "--sample", "410103", "--analyte", "lu")
        for words in [
            "410103 in A26-04400 (Actlabs), revision 1: row 3 of 5\n",
            "  Printed     \"< 0.01\"\n  Stands in   line 9, column 17\n  Read as     below 0.01\n",
            "  Digestion   borate_fusion, icp_ms\n  Detection   0.01 ppm in the cell, 0.01 ppm in the header\n",
            "(sum, sesquioxide): Lu2O3 = Lu by FUS-MS x 1.13716 [members below or above a limit leave an interval]\n",
            "    1 before  410102  crm ", "  Released    yes, by its verdict",
        ] {
            #expect(ended.output.contains(words), "\(words) not in \(ended.output)")
        }
        let composite = try await show(laboratory, "A26-04400", "--sample", "410101", "--analyte", "treo+y")
        #expect(
            composite.output.contains("  TREO+Y 7930.249716 ppm (sum, sesquioxide): La2O3 = La by FUS-MS x 1.172769")
        )
        #expect(!composite.output.contains("Sc2O3"))

        let decide = [
            "queue", "--root", laboratory.lab.path, "accept", "VA26011112", "--reason", "used", "--by", "M. Roy",
        ]
        _ = try await Program.run(decide)
        let accepted = try await show(laboratory, "VA26011112", "--sample", "410029", "--analyte", "Cu")
        #expect(accepted.output.contains("  Role        crm OREAS 620, says register \"dispatch-410025.csv\"\n"))
        #expect(accepted.output.contains("    [FAIL] crm_3sd: 410029 (OREAS 620): Cu by ME-ICP61 is 1896 ppm"))
        #expect(accepted.output.contains("  Released    yes, by decision"))
        #expect(accepted.output.contains("accept on verdict 1 by M. Roy"))
    }

    @Test("A cell of a workbook is named by its sheet, row and column, also on the sheet of the quality control")
    func workbook() async throws {
        let laboratory = try Laboratory()
        let columns = [
            (analyte: "Sc", unit: "ppm", limit: "1", method: "FUS-ICP"),
            (analyte: "Ce", unit: "ppm", limit: "0.1", method: "FUS-MS"),
        ]
        var report = ActlabsReport(reportNumber: "A26-00417", columns: columns, rows: [("BL-001", ["25", "99.50"])])
        var quality = report
        quality.rows = [("OREAS 464 Meas", ["", "10550"]), ("OREAS 464 Cert", ["", "10600"])]
        report.rows.append(("BL-002", ["31", "> 3000"]))
        let file = laboratory.file("A26-00417.xlsx")
        try LabRoot.write(report.workbook(quality: quality).bytes, to: file)
        _ = try await laboratory.run("ingest", files: ["A26-00417.xlsx"])
        let ended = try await show(laboratory, "A26-00417", "--sample", "bl-002", "--analyte", "Ce")
        for words in [
            "\n  Printed     \"> 3000\"\n  Stands in   sheet 'Results', row 8, column 3 (C8)\n  Read as     above 3000\n",
            " crm (laboratory)  OREAS 464 ",
        ] {
            #expect(ended.output.contains(words), "\(words) not in \(ended.output)\(ended.errors)")
        }
        let control = try await show(laboratory, "A26-00417", "--sample", "OREAS 464 Meas", "--analyte", "Ce", "--json")
        let row = try #require((try JSONShape.object(control.output)["samples"] as? [[String: Any]])?.first)
        let cell = try #require((row["determinations"] as? [[String: Any]])?.first)
        #expect(cell["sheet"] as? String == "QC")
        #expect((cell["line"] as? Int, cell["column"] as? Int) == (7, 3))
        #expect(row["role"] as? String == "laboratory_crm")
    }

    @Test("Half a question, an unknown sample and an unknown analyte are 64, with what there is")
    func usage() async throws {
        let laboratory = try await Self.demonstration()
        let half = try await show(laboratory, "A26-04400", "--sample", "410103")
        #expect((half.status, half.errors.contains("needs --sample and --analyte")) == (64, true))
        let sample = try await show(laboratory, "A26-04400", "--sample", "410163", "--analyte", "Lu")
        #expect((sample.status, sample.errors.contains("Near it: 410103")) == (64, true))
        let analyte = try await show(laboratory, "A26-04400", "--sample", "410103", "--analyte", "Au")
        #expect((analyte.status, analyte.errors.contains("There is: Sc by FUS-ICP, Y by FUS-ICP,")) == (64, true))
    }
}
