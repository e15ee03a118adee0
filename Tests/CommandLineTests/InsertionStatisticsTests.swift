import Foundation
import TestSupport
import Testing

@Suite("cupel statistics insertion and blanks")
struct InsertionStatisticsTests {
    /// Two holes of thirty samples in two batches: the first with QC as it should be, the second with one blank only,
    /// which follows high grade and holds 0.5 % of it.
    private static let certificates = [
        certificate("VA26070001", first: 1, reported: "2026-03-01") { number in
            switch number {
            case 8: "2.30"
            case 15, 25: "<0.005"
            default: "0.120"
            }
        },
        certificate("VA26070002", first: 31, reported: "2026-04-01") { number in
            switch number {
            case 44: "10.00"
            case 45: "0.050"
            case 50...58: "6.00"
            default: "0.120"
            }
        },
    ]

    private static func certificate(
        _ batch: String,
        first: Int,
        reported: String,
        _ result: (Int) -> String
    ) -> ALSCertificate {
        var certificate = ALSCertificate(
            workOrder: batch,
            columns: [.gold],
            samples: (first..<first + 30).map { ("G\(100 + $0)", [result($0)]) }
        )
        certificate.project = "Nord"
        certificate.reported = reported
        return certificate
    }

    private static let register =
        "sample,type,reference,parent,hole,dispatch\n"
        + (1...60).map { number in
            let hole = number <= 30 ? "NO-01" : "NO-02"
            let dispatch = number <= 30 ? "D-1" : "D-2"
            return switch number {
            case 8: "G108,crm,OREAS 602b,,,\(dispatch)"
            case 15: "G115,coarse_blank,,,,\(dispatch)"
            case 25: "G125,pulp_blank,,,,\(dispatch)"
            case 30: "G130,field_duplicate,,G129,\(hole),\(dispatch)"
            case 45: "G145,blank,,,,\(dispatch)"
            default: "G\(100 + number),routine,,,\(hole),\(dispatch)"
            }
        }.joined(separator: "\n") + "\n"

    private func laboratory() async throws -> Laboratory {
        let laboratory = try Laboratory()
        try laboratory.put("register.csv", Self.register)
        for certificate in Self.certificates { try laboratory.put("\(certificate.workOrder).csv", certificate.text) }
        let ended = try await laboratory.run(
            "ingest",
            files: ["register.csv"] + Self.certificates.map { "\($0.workOrder).csv" }
        )
        #expect(ended.status == 1, "\(ended.errors)")
        return laboratory
    }

    private func statistics(_ laboratory: Laboratory, _ name: String, _ words: String...) async throws -> Program.Ended
    {
        try await Program.run(["statistics", name, "--root", laboratory.lab.path] + words)
    }

    @Test("Holes come from the register, QC samples without one belong to the hole before them")
    func holes() async throws {
        let laboratory = try await laboratory()
        let ended = try await statistics(laboratory, "insertion", "--by", "hole", "--json")
        #expect(ended.status == 0, "\(ended.errors)")
        let groups = try JSONShape.array(ended.output)
        #expect(groups.map { $0["group"] as? String } == ["NO-01", "NO-02"])
        #expect(groups.map { $0["samples"] as? Int } == [30, 30])
        let counts = groups.map { $0["counts"] as? [String: Int] ?? [:] }
        #expect(counts.map { $0["crm"] } == [1, 0])
        #expect(counts.map { $0["coarse_blank"] } == [1, 0])
        #expect(counts.map { $0["pulp_blank"] } == [1, 0])
        #expect(counts.map { $0["blank"] } == [0, 1])
        #expect(counts.map { $0["field_duplicate"] } == [1, 0])
        let text = try await statistics(laboratory, "insertion", "--by", "hole").output
        #expect(text.hasPrefix("HOLE   PROJECT  SAMPLES  CRM"))
        #expect(text.contains("crm 0 of 1, duplicate 0 of 1"))
    }

    @Test("Dispatches, batches, months, projects and laboratories add up to the same samples")
    func otherGroups() async throws {
        let laboratory = try await laboratory()
        let expected = [
            "dispatch": ["D-1", "D-2"], "batch": ["VA26070001", "VA26070002"], "month": ["2026-03", "2026-04"],
            "project": ["Nord"], "laboratory": ["ALS"],
        ]
        for (key, names) in expected.sorted(by: { $0.key < $1.key }) {
            let output = try await statistics(laboratory, "insertion", "--by", key, "--json").output
            let groups = try JSONShape.array(output)
            #expect(groups.map { $0["group"] as? String } == names)
            #expect(groups.compactMap { $0["samples"] as? Int }.reduce(0, +) == 60)
        }
        let march = try await statistics(laboratory, "insertion", "--to", "2026-03-31", "--json").output
        #expect(try JSONShape.array(march).map { $0["samples"] as? Int } == [30])
    }

    @Test("The window finds the stretch without reference materials, and names where it lies")
    func windows() async throws {
        let laboratory = try await laboratory()
        let output = try await statistics(
            laboratory,
            "insertion",
            "--by",
            "window",
            "--window",
            "40",
            "--json"
        ).output
        let lines = try JSONShape.array(output)
        #expect(lines.count == 6)
        let weakest = try #require(
            lines.first {
                $0["stretch"] as? String == "weakest" && ($0["rate"] as? [String: Any])?["kind"] as? String == "crm"
            }
        )
        #expect((weakest["rate"] as? [String: Any])?["inserted"] as? Int == 0)
        #expect((weakest["first"] as? [String: Any])?["sample"] as? String == "G109")
        #expect((weakest["last"] as? [String: Any])?["batch"] as? String == "VA26070002")
    }

    @Test("Grades of samples stand beside certified values")
    func grades() async throws {
        let laboratory = try await laboratory()
        let output = try await statistics(laboratory, "insertion", "--by", "grade", "--json").output
        let gold = try #require(try JSONShape.array(output).first)
        #expect(gold["highest_certified"] as? Double == 2.29)
        #expect(gold["samples"] as? Int == 55)
        #expect(gold["above"] as? Int == 10)
        #expect(gold["short"] as? Bool == true)
        #expect(gold["median"] as? Double == 0.12)
    }

    @Test("Blanks are counted by kind, and carry-over is told apart")
    func blanks() async throws {
        let laboratory = try await laboratory()
        let lines = try JSONShape.array(try await statistics(laboratory, "blanks", "--json").output)
        #expect(lines.map { $0["subtype"] as? String } == ["", "coarse_blank", "pulp_blank"])
        #expect(lines.map { $0["results"] as? Int } == [1, 1, 1])
        #expect(lines.map { $0["failed"] as? Int } == [1, 0, 0])
        #expect(lines.map { $0["carry_over"] as? Int } == [1, 0, 0])
        #expect(lines.map { $0["contamination"] as? Int } == [0, 0, 0])
        let shown = try await statistics(laboratory, "blanks").output
        #expect(shown.hasPrefix("LABORATORY  METHOD"))
        #expect(shown.contains("coarse_blank"))
    }

    @Test("Nothing that fits is said; wrong words are 64")
    func nothing() async throws {
        let laboratory = try await laboratory()
        let ended = try await statistics(laboratory, "insertion", "--project", "Sud")
        #expect((ended.status, ended.output) == (0, "nothing in the ledger fits\n"))
        #expect(try await statistics(laboratory, "blanks", "--analyte", "Cu").output == "nothing in the ledger fits\n")
        #expect(try await statistics(laboratory, "insertion", "--by", "rock").status == 64)
        #expect(try await statistics(laboratory, "insertion", "--policy", "other").status == 64)
        #expect(try await statistics(laboratory, "insertion", "--window", "5").status == 64)
    }
}
