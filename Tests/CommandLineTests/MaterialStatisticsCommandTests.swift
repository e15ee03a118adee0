import Foundation
import TestSupport
import Testing

@Suite("statistics of reference materials")
struct MaterialStatisticsCommandTests {
    /// Twenty-four certificates with one insertion each: 3 % high by turns, the last far off and one without a number.
    private static func laboratory() async throws -> Laboratory {
        let laboratory = try Laboratory()
        try laboratory.put(
            "materials.csv",
            "material,analyte,digestion,unit,value,sd\nHILL-1,Cu,four_acid,ppm,1000,25\n"
        )
        let imported = try await Program.run([
            "standards", "--root", laboratory.lab.path, "import", laboratory.file("materials.csv"),
        ])
        try #require(imported.status == 0, "\(imported.errors)")
        var register = "sample,type,reference,parent\n"
        var files = ["register.csv"]
        for day in 1...24 {
            let text = day == 24 ? "1200" : day == 12 ? "NSS" : ["1020", "1040", "1030"][day % 3]
            let name = String(format: "VA%02d", day)
            let date = String(format: "2026-03-%02d", day)
            try laboratory.put(
                "\(name).csv",
                "lab,certificate,date,sample,Cu_ppm_ME-ICP61\nALS,\(name),\(date),C\(day),\(text)\n"
            )
            register += "C\(day),crm,hill 1,\n"
            files.append("\(name).csv")
        }
        try laboratory.put("register.csv", register)
        let ended = try await laboratory.run("ingest", files: files)
        try #require(ended.status == 1, "\(ended.errors)")
        return laboratory
    }

    private func run(_ laboratory: Laboratory, _ words: String...) async throws -> Program.Ended {
        try await Program.run(["statistics", "materials", "--root", laboratory.lab.path] + words)
    }

    @Test("Two tables: the bias against the certificate, and the series against itself")
    func tables() async throws {
        let laboratory = try await Self.laboratory()
        let ended = try await run(laboratory, "--to", "2026-03-23")
        #expect(ended.status == 0, "\(ended.errors)")
        let lines = ended.output.split(separator: "\n").map { line in
            line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        }
        // Eight of 1040, eight of 1030, six of 1020, and one that is no number; the latest twenty lack one 1040 and one 1030:
        // means of 1030.909 and 1030.5.
        #expect(
            lines.prefix(3) == [
                "ACCURACY: against the certified value and the certificate's SD",
                "MATERIAL ANALYTE UNIT METHOD LABORATORY QC N FROM TO CERTIFIED SD MEAN BIAS % P LATEST BIAS % P > 2 SD "
                    + "CHANCE > 3 SD RUNS",
                "HILL-1 Cu ppm ME-ICP61 ALS client 22 2026-03-01 2026-03-23 1000 25 1031 3.09 <0.0001 20 3.05 <0.0001 0 "
                    + "1.0 0 8x 8",
            ]
        )
        #expect(lines[3] == "STABILITY: against the median and robust SD of the series itself; it hides no bias")
        #expect(lines[5].hasPrefix("HILL-1 Cu ppm ME-ICP61 ALS client 22 1030 14.8 1.44 2.50 0 (> 3 SD) "))
        #expect(lines.count == 6)
    }

    @Test("Charts, a line for each result: what is no number has no mark, and what is far off an arrow")
    func charts() async throws {
        let laboratory = try await Self.laboratory()
        let ended = try await run(laboratory, "--material", "Hill_1", "--analyte", "cu", "--chart")
        #expect(ended.status == 0, "\(ended.errors)")
        let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines.contains("HILL-1: Cu by ME-ICP61 at ALS, certified 1000 (SD 25) ppm"))
        let ruler = "REPORTED    BATCH  SAMPLE  VALUE          SD    -4   -3   -2   -1   0    +1   +2   +3   +4"
        #expect(lines.count { $0.hasPrefix("REPORTED") && $0.hasSuffix("-1   0    +1   +2   +3   +4") } == 2)
        let accuracy = try #require(lines.firstIndex(of: ruler))
        #expect(
            lines[accuracy + 1]
                == "2026-03-01  VA01   C1      1040           1.60  .    .    .    .    |    .  * .    .    ."
        )
        #expect(lines[accuracy + 12] == "2026-03-12  VA12   C12     not_evaluated  -     ")
        #expect(
            lines[accuracy + 24]
                == "2026-03-24  VA24   C24     1200           8.00  .    .    .    .    |    .    .    .    >"
        )
    }

    @Test("For scripts: both charts of every series, point by point")
    func document() async throws {
        let laboratory = try await Self.laboratory()
        let ended = try await run(laboratory, "--json")
        let series = try #require(try JSONShape.object(ended.output)["series"] as? [[String: Any]])
        let found = try #require(series.first)
        #expect(series.count == 1)
        #expect((found["certified"] as? String, found["sd"] as? String) == ("1000", "25"))
        let accuracy = try #require(found["accuracy"] as? [String: Any])
        #expect((accuracy["beyond_two_sd"] as? Int, accuracy["beyond_three_sd"] as? Int) == (1, 1))
        let stability = try #require(found["stability"] as? [String: Any])
        #expect((stability["count"] as? Int, stability["beyond"] as? Int) == (23, 1))
        let points = try #require(found["points"] as? [[String: Any]])
        #expect(points.count == 24)
        #expect((points[23]["z"] as? Double, points[23]["outcome"] as? String) == (8, "fail"))
        #expect(points[11]["value"] == nil)
    }

    @Test("A policy that is not there, and too many charts, are told")
    func slips() async throws {
        let laboratory = try await Self.laboratory()
        let policy = try await run(laboratory, "--policy", "drilling")
        #expect(policy.status == 64)
        #expect(policy.errors.contains("no policy 'drilling' in Standards/policies; known: default"))
        let nothing = try await run(laboratory, "--material", "OREAS 620")
        #expect(nothing.output == "nothing in the ledger fits\n")
    }
}
