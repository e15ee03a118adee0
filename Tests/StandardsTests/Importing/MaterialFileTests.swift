import Geochemistry
import Standards
import TestSupport
import Testing

@Suite("The file of an imported material")
struct MaterialFileTests {
    private func file(_ material: ImportedMaterial) throws -> MaterialFile {
        try MaterialFile(material, analytes: try ImportRun.analytes())
    }

    private func file(named name: String) throws -> MaterialFile {
        let row = "\"\(name.replacing("\"", with: "\"\""))\",Au,fire_assay,ppm,1.50,0.10\n"
        let found = try ImportRun.read("material,analyte,digestion,unit,value,sd\n" + row)
        return try file(found.materials[0])
    }

    @Test("It holds comments, a header, and a line for each value, and the folder with it is sound")
    func content() throws {
        let found = try ImportRun.read(
            "material,analyte,digestion,unit,value,sd,supplier,method,certificate\n"
                + "TR 1,Au,fire_assay,g/t,1.480,0.045,\"Acme, Inc.\",\"30 g \"\"FA\"\"\",TR 1 rev. 2\n"
        )
        let file = try file(found.materials[0])
        #expect(file.name == "TR_1.csv")
        #expect(file.warnings.isEmpty)
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(
            text == #"""
                # TR 1, issued by Acme, Inc. Certificate: TR 1 rev. 2.
                # Taken by 'cupel standards import' from 't.csv', SHA-256 \#(String(repeating: "a", count: 64)).
                material,analyte,digestion,unit,value,sd,supplier,kind,sd_kind,uncertainty,method,certificate
                TR 1,Au,fire_assay,g/t,1.480,0.045,"Acme, Inc.",certified,,,"30 g ""FA""",TR 1 rev. 2

                """#
        )
        #expect(try SmallFolder(["materials/TR_1.csv": text]).told == [])
    }

    @Test(
        "A material's name becomes a name of a file that any system takes",
        arguments: [
            ("OREAS 45h", "OREAS_45h.csv"), ("CDN-CM-35", "CDN-CM-35.csv"),
            ("../../etc/passwd", "_.._.._etc_passwd.csv"),
            (".hidden 1", "_.hidden_1.csv"), ("-rf 1", "_-rf_1.csv"), ("Té/1", "T__1.csv"), ("#12", "_12.csv"),
            ("A\u{1}B", "A_B.csv"),
        ]
    )
    func names(printed: String, name: String) throws {
        #expect(try file(named: printed).name == name)
    }

    @Test("A name without letter and digit, and one that is too long, are refused")
    func unfitNames() throws {
        let hundred = String(repeating: "x", count: 100)
        #expect(try file(named: hundred).name == hundred + ".csv")
        #expect(
            ImportRun.refusal {
                _ = try file(named: hundred + "x")
                return try ImportRun.read("")
            }
                == "unfit_material_name: '\(hundred)x' is no name of a material: it has no letter and no digit, or is longer "
                + "than 100 characters. Write the name as its certificate has it."
        )
        #expect(
            ImportRun.refusal {
                _ = try file(named: "/")
                return try ImportRun.read("")
            } == "t.csv:2: error: the cell 'material' is empty"
        )
    }

    @Test("What the check warns of is told before anything is written")
    func warnings() throws {
        let found = try ImportRun.read(
            "material,analyte,digestion,unit,value,sd\nTR 1,Au,fire_assay,ppm,1,0.9\n"
        )
        #expect(
            try file(found.materials[0]).warnings.map(\.description) == [
                "materials/TR_1.csv:4: warning: no certificate is named for TR 1; fill the column 'certificate' with its "
                    + "name and date, so that a verdict can be explained later",
                "materials/TR_1.csv:4: warning: the SD of Au (0.9) is more than half its value (1 ppm); is it in another "
                    + "unit?",
            ]
        )
    }

    @Test("Values of one name in other spellings are one material, and reading back gives what was written")
    func seeded() throws {
        var random = SeededGenerator("material files")
        let analytes = try ImportRun.analytes()
        for _ in 0..<50 {
            let texts = ["a,b", "x\"y", " z ", "#1", "é ü", "", "1;2"]
            var rows = ""
            for entry in analytes.entries.shuffled(using: &random).prefix(20) {
                let value = ExactDecimal(Int.random(in: 1...99_999, using: &random))
                let cells = [
                    "M 1", entry.analyte.symbol, "aqua_regia", "ppb",
                    "\(value).\(Int.random(in: 0...9_999, using: &random))",
                    Bool.random(using: &random) ? "" : "0.5", texts.randomElement(using: &random) ?? "",
                ]
                rows += cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
            }
            let found = try ImportRun.read("material,analyte,digestion,unit,value,sd,method\n" + rows)
            // The file proves itself: it throws where it would not read back.
            let file = try file(found.materials[0])
            let again = try ImportRun.read(file.bytes, name: file.name)
            #expect(ImportRun.words(again.materials[0]) == ImportRun.words(found.materials[0]))
        }
    }
}
