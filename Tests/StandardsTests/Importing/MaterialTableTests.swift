import Geochemistry
import Standards
import TestSupport
import Testing

@Suite("Importing a plain table")
struct MaterialTableTests {
    let header = "material,analyte,digestion,unit,value,sd\n"

    @Test("Rows become values as they are printed, with what the optional columns say")
    func values() throws {
        let found = try ImportRun.read(
            "material,analyte,digestion,unit,value,sd,supplier,kind,sd_kind,uncertainty,method,certificate\n"
                + "TR 1,Au,fire_assay,g/t,1.480,0.045,Acme,provisional,pooled,+/- 0.09,FA30,TR 1 rev. 2\n"
                + "TR 1,Cu,four_acid,%,0.783,,Acme,,,,,TR 1 rev. 2\n"
        )
        #expect(found.kind == .table)
        let material = try #require(found.materials.first)
        #expect(found.materials.count == 1)
        #expect(material.material.supplier == "Acme")
        #expect(material.material.certificate == "TR 1 rev. 2")
        #expect(
            ImportRun.words(material) == [
                "Au fire_assay 1.480 g/t 0.045 provisional pooled 'FA30'",
                "Cu four_acid 0.783 % - certified  ''",
            ]
        )
        #expect(material.material.values.map(\.place) == ["t.csv:2", "t.csv:3"])
        #expect(material.left.isEmpty)
    }

    @Test("Columns stand in any order, between semicolons, and numbers have a comma where the file shows it")
    func semicolons() throws {
        let found = try ImportRun.read(
            "sd;value;unit;digestion;analyte;material\r\n0,045;1,48;ppb;fire_assay;au;TR 1\r\n;12;g/t;four_acid;Cu;TR 1\r\n"
        )
        #expect(
            ImportRun.words(found.materials[0]) == [
                "Au fire_assay 1.48 ppb 0.045 certified  ''", "Cu four_acid 12 g/t - certified  ''",
            ]
        )
    }

    @Test("A comma that may stand for thousands is no decimal comma, and is refused")
    func ambiguousComma() throws {
        let header = "material;analyte;digestion;unit;value;sd\n"
        #expect(
            ImportRun.refusal { try ImportRun.read(header + "TR 1;Cu;four_acid;ppm;1,250;\n") }
                == "t.csv:2: error: '1,250' in 'value' is not a number; write a decimal point"
        )
        // Another number shows what the comma is.
        let found = try ImportRun.read(header + "TR 1;Cu;four_acid;ppm;1,250;0,02\n")
        #expect(ImportRun.words(found.materials[0]) == ["Cu four_acid 1.250 ppm 0.02 certified  ''"])
    }

    @Test("A value that is none is left, with the reason")
    func left() throws {
        let found = try ImportRun.read(
            header + "TR 1,Au,fire_assay,ppb,< 3,IND\nTR 1,Ag,four_acid,ppm,~25,\nTR 1,As,four_acid,ppm,IND,\n"
                + "TR 1,Bi,four_acid,ppm,,\nTR 1,Cu,four_acid,ppm,> 5000,\nTR 1,Fe,four_acid,%,4.18,NR\n"
        )
        let material = found.materials[0]
        #expect(ImportRun.words(material) == ["Fe four_acid 4.18 % - certified  ''"])
        #expect(
            ImportRun.left(material) == [
                "below_limit: Au < 3 (fire_assay)", "approximate: Ag ~25 (four_acid)", "no_value: As IND (four_acid)",
                "no_value: Bi  (four_acid)", "above_limit: Cu > 5000 (four_acid)",
            ]
        )
        #expect(material.left.map(\.place).first == "t.csv:2")
    }

    @Test("All mistakes are told at once, each with its line, and nothing is taken")
    func mistakes() {
        #expect(
            ImportRun.refusal {
                try ImportRun.read(
                    header + "TR 1,Golt,fire_assay,ppm,1,0.1\nTR 1,Cu,4-acid,ppm,1,0.1\nTR 1,Cu,four_acid,wt,1,0.1\n"
                        + "TR 1,Cu,four_acid,ppm,1,-0.1\nTR 1,Zn,four_acid,ppm,0,\nTR 1,Pb,four_acid,%,101,1\n"
                        + "TR 1,Ni,four_acid,ppm,1 or 2,\n,Ni,four_acid,ppm,1,\n"
                )
            } == """
                t.csv:2: error: unknown analyte 'Golt'; did you mean 'Gold'?
                t.csv:3: error: '4-acid' is not a value of 'digestion'; it may be: \
                \(DigestionClass.allCases.map(\.rawValue).joined(separator: ", "))
                t.csv:4: error: 'wt' is no unit of a mass fraction; write %, ppm, ppb, g/t, mg/kg, ug/g, ng/g or oz/t
                t.csv:5: error: 'sd' is negative: -0.1
                t.csv:6: error: a certified value of 0 says nothing; leave the line out
                t.csv:7: error: Pb 101 % is more than 100 % of the sample; is the unit right?
                t.csv:8: error: '1 or 2' in 'value' is not a number; write a plain number such as 0.783, or leave the line out
                t.csv:9: error: the cell 'material' is empty
                """
        )
    }

    @Test("A row twice, a header without its columns, no rows at all, and none with a value are refused")
    func refusals() {
        #expect(
            ImportRun.refusal { try ImportRun.read(header + "T,Au,fire_assay,ppm,1,0.1\nt,AU,fire_assay,ppm,2,0.1\n") }
                == "t.csv:3: error: Au by fire_assay in ppm stands on line 2 already; one certificate has one value"
        )
        #expect(
            ImportRun.refusal { try ImportRun.read("material,analyte,digestion,unit,value\nT,Au,fire_assay,ppm,1\n") }
                == "t.csv:1: error: the header has no column 'sd'; it must have material, analyte, digestion, unit, value, sd"
        )
        #expect(ImportRun.refusal { try ImportRun.read("") }.hasPrefix("empty_file: t.csv: "))
        #expect(
            ImportRun.refusal { try ImportRun.read(header) }
                == "empty_table: t.csv has a header and no line below it. "
                + "Write a line for each material, analyte and digestion."
        )
        #expect(
            ImportRun.refusal { try ImportRun.read(header + "T,Au,fire_assay,ppm,< 1,\n") }
                == "nothing_to_take: of t.csv there is no certified value to take; 1 rows were looked at. "
                + "Look at what was left and why with --dry-run --json, or write the values as a CSV."
        )
    }

    @Test("Two materials are two, each with its own rows")
    func twoMaterials() throws {
        let found = try ImportRun.read(
            header + "TR 1,Au,fire_assay,ppm,1,0.1\nTR-2,Au,fire_assay,ppm,2,0.1\nTR1,Cu,four_acid,ppm,3,0.1\n"
                + "TR-2,Ag,four_acid,ppm,<1,\n"
        )
        #expect(found.materials.map(\.material.name.printed) == ["TR 1", "TR-2"])
        #expect(found.materials.map(\.material.values.count) == [2, 1])
        #expect(found.materials.map(\.left.count) == [0, 1])
    }

    @Test("UTF-16 and Windows-1252 are read, and what the file says in comments is kept")
    func encodings() throws {
        let text = "# Du certificat n\u{B0} 12, \u{E9}dition 2\n" + header + "TR 1,Au,fire_assay,ppm,1,0.1\n"
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [latin, wide] {
            let material = try ImportRun.read(bytes, name: "t.csv").materials[0]
            #expect(
                material.comments == [
                    "TR 1.",
                    "Taken by 'cupel standards import' from 't.csv', SHA-256 \(String(repeating: "a", count: 64)).",
                    "That file says:", "Du certificat n\u{B0} 12, \u{E9}dition 2",
                ]
            )
        }
    }

    @Test("--method is for files that have method headings")
    func headings() {
        let options = ImportOptions(headings: ["Acid Digest": .fourAcid])
        let bytes = Array((header + "T,Au,fire_assay,ppm,1,0.1\n").utf8)
        #expect(
            ImportRun.refusal { try ImportRun.read(bytes, name: "t.csv", options: options) }
                == "heading_not_there: --method names 'Acid Digest', and the file has no such method heading. "
                + "Leave it out: the file has no method headings."
        )
    }
}
