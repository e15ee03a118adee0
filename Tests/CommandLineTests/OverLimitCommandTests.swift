import Foundation
import TestSupport
import Testing

@Suite("Results over the range of a method, in commands")
struct OverLimitCommandTests {
    private static let certificate = ALSCertificate(
        workOrder: "VA26050001",
        columns: [.copper, .copperOverLimit, .silver],
        samples: [
            ("A1", ["1250", "", "0.5"]), ("A2", [">10000", "1.52", "0.7"]), ("A3", [">10000", "0.98", ">100"]),
        ]
    )

    private static let columns = [
        "analyte", "batch", "conversion", "method", "position", "reported", "resolved_analyte", "resolved_method",
        "resolved_reported", "resolved_unit", "resolved_value", "sample", "unit",
    ]

    @Test("show, queue show and validate --json name the result that resolves one over the range")
    func resolved() async throws {
        let laboratory = try Laboratory()
        try laboratory.put("over.csv", Self.certificate.text)
        let validated = try await laboratory.run("validate", files: ["over.csv"], "--json")
        let document = try #require(try JSONShape.array(validated.output).first)
        let results = try #require(document["resolved_results"] as? [[String: Any]])
        #expect(results.count == 1)
        #expect(JSONShape.keys(results.first) == Self.columns)
        #expect(results.first?["reported"] as? String == ">10000")
        #expect(results.first?["resolved_reported"] as? String == "1.52")
        #expect(results.first?["resolved_value"] as? String == "15200")

        let ingested = try await laboratory.run("ingest", files: ["over.csv"])
        #expect(ingested.status == 1, "\(ingested.errors)")
        let shown = try await laboratory.run("show", "VA26050001")
        #expect(
            shown.output.contains(
                "Results over the range of a method, and what they are\n"
                    + "  A2: Cu ME-ICP41 >10000 ppm is 1.52 % by Cu-OG46 (15200 ppm)\n"
            )
        )
        for message in [
            "Cu by Cu-OG46 lies below the limit that Cu by ME-ICP41 exceeds: A3 has >10000 ppm and 0.98 %.",
            "Ag by ME-ICP41 is over the range of the method (>100 ppm) in 1 sample, and no other column says how much it is: "
                + "A3. Order the over-limit method for it",
        ] { #expect(shown.output.contains(message)) }
        let json = try JSONShape.object(try await laboratory.run("show", "VA26050001", "--json").output)
        let batch = try #require(json["batch"] as? [String: Any])
        #expect((batch["resolved_results"] as? [[String: Any]])?.first?["resolved_value"] as? String == "15200")
    }
}
