import Foundation
import TestSupport
import Testing

@Suite("layouts, validate --explain")
struct LayoutsCommandTests {
    static let northern = """
        Northern Assay Ltd.
        Job No: NA-1042
        Date: 14/03/2026
        Number of samples: 4
        Element,Au,Cu
        Method,FA50,4A-OES
        Unit,ppm,ppm
        LOR,0.01,1
        A101,0.05,120
        A102,0.69,1745
        A103,<0.01,<1
        A104,0.11,260
        STD OREAS 620,0.68,1720

        """

    @Test("list names every layout with what it is known by")
    func list() async throws {
        let laboratory = try Laboratory()
        let listed = try await laboratory.run("layouts", "list")
        #expect(listed.status == 0, "\(listed.errors)")
        #expect(listed.output.hasPrefix("LABORATORY"))
        #expect(listed.output.contains("als-classic"))
        let documents = try JSONShape.array(try await laboratory.run("layouts", "list", "--json").output)
        #expect(documents.first?.keys.sorted() == ["laboratory", "layout", "marks", "shape"])
    }

    @Test("suggest prints a layout, which read the file when it is saved; nothing is written")
    func suggest() async throws {
        let laboratory = try Laboratory()
        try laboratory.put("NA-1042.csv", Self.northern)
        let refused = try await laboratory.run("validate", files: ["NA-1042.csv"])
        #expect(refused.status == 65)

        let suggested = try await laboratory.run("layouts", "suggest", laboratory.file("NA-1042.csv"))
        #expect(suggested.status == 0, "\(suggested.errors)")
        #expect(suggested.output.contains("\nname = \"Northern Assay Ltd.\"\n"))
        #expect(suggested.errors.contains(" lines say CHECK; settle them before the layout is used"))
        #expect(LabRoot.names(in: laboratory.lab.watch) == ["alerts", "archive", "incoming", "quarantine"])

        let path = laboratory.lab.standards + "/laboratories/northern-assay-ltd.toml"
        try LabRoot.write(Array(suggested.output.utf8), to: path)
        #expect(try await laboratory.run("standards", "check").status == 0)
        let explained = try await laboratory.run("validate", files: ["NA-1042.csv"], "--explain")
        #expect(explained.output.contains("=> 'northern-assay-ltd' of Northern Assay Ltd. reads it"))
        #expect(explained.output.contains("NA-1042 (Northern Assay Ltd.): NOT EVALUATED"))
        #expect(explained.status == 1)
    }

    @Test("suggest for a file that a layout fits prints nothing, says which, and makes one with --anyway")
    func fits() async throws {
        let laboratory = try Laboratory()
        let ended = try await laboratory.run("layouts", "suggest", laboratory.file("passing.csv"))
        #expect(ended.status == 0)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.contains("the layout 'als-classic' of ALS fits already"))
        let anyway = try await laboratory.run("layouts", "suggest", laboratory.file("passing.csv"), "--anyway")
        #expect(anyway.status == 0)
        #expect(anyway.output.contains("[[layout.mark]]"))
    }

    @Test("suggest ends with 65 and words for a file without a table, with 64 for a wrong use")
    func noSuggestion() async throws {
        let laboratory = try Laboratory()
        try laboratory.put("letter.txt", "Dear Sir,\nthe results follow.\n")
        let ended = try await laboratory.run("layouts", "suggest", laboratory.file("letter.txt"))
        #expect(ended.status == 65)
        #expect(ended.output.isEmpty)
        #expect(ended.errors.contains("a row of analytes such as Au, Cu, Fe2O3"))
        #expect(try await laboratory.run("layouts", "suggest").status == 64)
        #expect(try await laboratory.run("layouts", "list", "x.csv").status == 64)
        #expect(try await laboratory.run("layouts", "list", "--anyway").status == 64)
        #expect(try await laboratory.run("layouts", "suggest", laboratory.file("letter.txt"), "--json").status == 64)
    }

    @Test("validate --explain explains what it refuses, with 65, and judges what it can read")
    func explain() async throws {
        let laboratory = try Laboratory()
        try laboratory.put("NA-1042.csv", Self.northern)
        let ended = try await laboratory.run("validate", files: ["NA-1042.csv", "passing.csv"], "--explain")
        #expect(ended.status == 65)
        #expect(ended.output.contains("NA-1042.csv: 13 rows, cells divided by ','\n"))
        #expect(ended.output.contains("=> no layout fits; 'cupel layouts suggest' makes one to start from"))
        #expect(ended.output.contains("REFUSED: NA-1042.csv: no layout of a laboratory fits this file"))
        #expect(ended.output.contains("=> 'als-classic' of ALS reads it"))
        #expect(ended.output.contains("VA26030001 (ALS): NOT EVALUATED"))
        #expect(!ended.output.contains("NA-1042 ("))
    }

    @Test("validate --explain --json is one document of explanations and batches")
    func json() async throws {
        let laboratory = try Laboratory()
        try laboratory.put("NA-1042.csv", Self.northern)
        let ended = try await laboratory.run("validate", files: ["NA-1042.csv", "passing.csv"], "--explain", "--json")
        #expect(ended.status == 65)
        let document = try JSONShape.object(ended.output)
        #expect(document.keys.sorted() == ["batches", "explanations"])
        let explanations = try #require(document["explanations"] as? [[String: Any]])
        #expect(explanations.map { $0["file"] as? String } == ["NA-1042.csv", "passing.csv"])
        #expect(explanations.first?["refusal"] is String)
        #expect(JSONShape.keys(explanations.last) == ["certificates", "file", "hidden_sheets", "sheets"])
        #expect(
            JSONShape.firstKeys(explanations.last?["sheets"]) == [
                "chosen", "delimiter", "fields", "first_result", "header", "is_register", "last_result", "layouts",
                "rows", "sample_column", "tie", "title",
            ]
        )
        #expect(
            JSONShape.firstKeys(explanations.last?["certificates"]) == [
                "batch", "client_samples", "columns", "date_order", "date_order_because", "decimal_sign",
                "decimal_sign_because", "declared_samples", "determinations", "first_line", "laboratory",
                "laboratory_rows", "last_line", "layout", "remarks",
            ]
        )
        #expect((document["batches"] as? [[String: Any]])?.count == 1)
    }
}
