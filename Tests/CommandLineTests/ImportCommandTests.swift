import Foundation
import TestSupport
import Testing

@Suite("standards import")
struct ImportCommandTests {
    private static let table = """
        material,analyte,digestion,unit,value,sd,supplier,certificate
        ACME-7,Au,fire_assay,g/t,1.42,0.05,Acme,ACME-7 rev. 2
        ACME-7,Cu,four_acid,ppm,1250,31,Acme,ACME-7 rev. 2
        ACME-7,Ag,four_acid,ppm,< 0.5,,Acme,ACME-7 rev. 2

        """

    private static var pack: DataPackFixture {
        DataPackFixture(
            .pooledGates,
            [
                .heading("Pb Fire Assay"), .value("Au, Gold (ppb)", "684.60070332608694", "21.44523055531587"),
                .heading("3-Acid Digestion (no HF)"), .value("Cu, Copper (ppm)", "12", "1"),
            ]
        )
    }

    private func laboratory() throws -> (Laboratory, String) {
        let laboratory = try Laboratory()
        try laboratory.put("acme.csv", Self.table)
        return (laboratory, laboratory.lab.standards + "/materials/")
    }

    private func names(_ laboratory: Laboratory) -> [String] {
        LabRoot.names(in: laboratory.lab.standards + "/materials")
    }

    @Test("A table becomes a file of materials/, is told row by row, and the check finds no fault")
    func table() async throws {
        let (laboratory, materials) = try laboratory()
        let ended = try await laboratory.run("standards", "import", laboratory.file("acme.csv"))
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(
            ended.output == """
                ACME-7: 2 certified values from acme.csv
                  DIGESTION   TAKEN  ANALYTES
                  fire_assay  1      Au
                  four_acid   1      Cu
                  left: below what the issuer's laboratories could determine
                    four_acid: Ag < 0.5
                written: \(materials)ACME-7.csv
                Verdicts can change with it; see which: cupel revalidate --root \(laboratory.lab.path) --all --dry-run

                """
        )
        #expect(try await laboratory.run("standards", "check").output == "no problems\n")
        let shown = try await laboratory.run("standards", "show", "acme 7")
        #expect(shown.output.contains("Au       fire_assay  g/t   1.42   0.05  certified          ACME-7.csv:4"))
        #expect(!names(laboratory).contains { $0.hasPrefix(".") })
        // The same file again is no work.
        let again = try await laboratory.run("standards", "import", laboratory.file("acme.csv"))
        #expect(again.status == 0)
        #expect(again.output.hasSuffix("\(materials)ACME-7.csv says so already; nothing to write\n"))
    }

    @Test("A dry run says the same and writes nothing")
    func dryRun() async throws {
        let (laboratory, materials) = try laboratory()
        let before = names(laboratory)
        let ended = try await laboratory.run("standards", "import", laboratory.file("acme.csv"), "--dry-run")
        #expect(ended.status == 0)
        #expect(ended.output.hasSuffix("would be written: \(materials)ACME-7.csv\n"))
        #expect(names(laboratory) == before)
    }

    @Test(
        "Another file of the material is never overwritten unasked, with 73; --replace says value by value what changes"
    )
    func replace() async throws {
        let (laboratory, materials) = try laboratory()
        let file = laboratory.file("acme.csv")
        #expect(try await laboratory.run("standards", "import", file).status == 0)
        let changed = Self.table.replacing("1.42,0.05", with: "1.424,0.05").replacing("Cu,", with: "Zn,")
        try laboratory.put("acme.csv", changed)
        let before = try LabRoot.text(materials + "ACME-7.csv")
        let changes = """
              ~ Au by fire_assay: value 1.42 -> 1.424 (rounding)
              + Zn by four_acid: 1250 ppm, SD 31
              - Cu by four_acid: 1250 ppm, SD 31
              3 values change, 1 of them in their rounding only

            """
        let refused = try await laboratory.run("standards", "import", file)
        #expect(refused.status == 73)
        #expect(refused.output.hasSuffix(changes + "would be replaced, with --replace: \(materials)ACME-7.csv\n"))
        #expect(
            refused.errors
                == "cupel: \(materials)ACME-7.csv: there already, and not the same; nothing was written. --replace writes it, "
                + "with the changes above\n"
        )
        #expect(try LabRoot.text(materials + "ACME-7.csv") == before)
        #expect(try await laboratory.run("standards", "import", file, "--dry-run", "--replace").status == 0)
        #expect(try LabRoot.text(materials + "ACME-7.csv") == before)

        let replaced = try await laboratory.run("standards", "import", file, "--replace")
        #expect(replaced.status == 0)
        #expect(replaced.output.contains(changes + "replaced: \(materials)ACME-7.csv\n"))
        #expect(replaced.output.hasSuffix("cupel revalidate --root \(laboratory.lab.path) --all --dry-run\n"))
        #expect(try LabRoot.text(materials + "ACME-7.csv").contains("ACME-7,Zn,four_acid,ppm,1250,31"))
    }

    @Test("A material goes to the file that has it; one that shares its file with others is not touched")
    func otherFiles() async throws {
        let (laboratory, materials) = try laboratory()
        let header = "material,analyte,digestion,unit,value,sd,certificate\n"
        let old = header + "Acme 7,Au,fire_assay,ppm,1.4,0.05,old\n"
        try LabRoot.write(Array(old.utf8), to: materials + "ours.csv")
        let file = laboratory.file("acme.csv")
        let ended = try await laboratory.run("standards", "import", file, "--dry-run")
        #expect(ended.output.contains("would be replaced, with --replace: \(materials)ours.csv\n"))
        let elsewhere = try await laboratory.run("standards", "import", file, "--to", materials + "ACME-7.csv")
        #expect(elsewhere.status == 73)
        #expect(
            elsewhere.errors
                == "cupel: ACME-7 stands in \(materials)ours.csv, and one material has one file; leave --to out, or remove "
                + "that file\n"
        )
        let other = old + "Other 1,Au,fire_assay,ppm,1.4,0.05,old\n"
        try LabRoot.write(Array(other.utf8), to: materials + "ours.csv")
        let shared = try await laboratory.run("standards", "import", file, "--replace")
        #expect(shared.status == 73)
        #expect(
            shared.errors
                == "cupel: \(materials)ours.csv holds Other 1, which would be lost; write elsewhere with --to\n"
        )
    }

    @Test("--to writes where one says, and only names that the folder reads may stand in it")
    func to() async throws {
        let (laboratory, materials) = try laboratory()
        let file = laboratory.file("acme.csv")
        let target = laboratory.file("look.csv")
        let ended = try await laboratory.run("standards", "import", file, "--to", target)
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(
            try LabRoot.text(target).contains("ACME-7,Au,fire_assay,g/t,1.42,0.05,Acme,certified,,,,ACME-7 rev. 2\n")
        )
        #expect(!names(laboratory).contains("ACME-7.csv"))
        for name in ["acme.txt", ".acme.csv"] {
            let wrong = try await laboratory.run("standards", "import", file, "--to", materials + name)
            #expect(wrong.status == 64)
            #expect(wrong.errors.hasSuffix("of materials/ only names that end in .csv and are not hidden are read\n"))
        }
        let lost = try await laboratory.run("standards", "import", file, "--to", laboratory.file("no/such/x.csv"))
        #expect(lost.status == 65)
        try laboratory.put("two.csv", Self.table + "ACME-8,Au,fire_assay,g/t,1.42,0.05,,\n")
        let two = try await laboratory.run("standards", "import", laboratory.file("two.csv"), "--to", target)
        #expect(two.status == 64)
        #expect(
            two.errors
                == "cupel: two.csv has several materials (ACME-7, ACME-8), and --to names one file; leave --to out\n"
        )
    }

    @Test("Two materials that would share a name of a file are refused, and neither is written")
    func sameName() async throws {
        let (laboratory, materials) = try laboratory()
        try laboratory.put(
            "two.csv",
            "material,analyte,digestion,unit,value,sd\nT\u{E9},Au,fire_assay,ppm,1,0.1\nT\u{E8},Au,fire_assay,ppm,1,0.1\n"
        )
        let before = names(laboratory)
        let ended = try await laboratory.run("standards", "import", laboratory.file("two.csv"))
        #expect(ended.status == 65)
        #expect(
            ended.errors
                == "cupel: 'T\u{E9}' and 'T\u{E8}' would both be written to \(materials)T_.csv. Import them from a file each, "
                + "with --to.\n"
        )
        #expect(names(laboratory) == before)
    }

    @Test("A workbook is told by its method headings; --method says what one means")
    func workbook() async throws {
        let (laboratory, materials) = try laboratory()
        let file = laboratory.file(Self.pack.fileName)
        try LabRoot.write(Self.pack.bytes, to: file)
        let ended = try await laboratory.run("standards", "import", file)
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(
            ended.output == """
                TESTROCK 12a: 1 certified values from TESTROCK 12a Datapack.xlsx
                  METHOD HEADING            DIGESTION   TAKEN  LEFT
                  Pb Fire Assay             fire_assay  1      0
                  3-Acid Digestion (no HF)  -           0      1
                  left: no digestion class of ours has this name; if you know what it is, say so with --method
                    3-Acid Digestion (no HF): Cu, Copper 12.00
                written: \(materials)TESTROCK_12a.csv
                Verdicts can change with it; see which: cupel revalidate --root \(laboratory.lab.path) --all --dry-run

                """
        )
        let chosen = try await laboratory.run(
            "standards",
            "import",
            file,
            "--replace",
            "--rounded",
            "--method",
            "3-Acid Digestion (no HF)=weak_leach"
        )
        #expect(chosen.status == 0, "\(chosen.errors)")
        #expect(
            chosen.output.contains(
                """
                  ~ Au by fire_assay: value 684.6007033 -> 684.60; sd 21.44523056 -> 21.445 (rounding)
                  + Cu by weak_leach: 12.00 ppm, SD 1.000
                """
            )
        )
        #expect(try await laboratory.run("standards", "check").output == "no problems\n")
        let wrong = try await laboratory.run("standards", "import", file, "--method", "3-Acid=strong")
        #expect(wrong.status == 64)
        #expect(
            wrong.errors.hasPrefix(
                "cupel: --method wants HEADING=DIGESTION, such as 'Acid Digest=four_acid', and has '3-Acid=strong'; the "
                    + "digestions are fire_assay, aqua_regia, "
            )
        )
    }

    @Test("--json gives every value, every row that was left, and every change")
    func json() async throws {
        let (laboratory, materials) = try laboratory()
        let file = laboratory.file(Self.pack.fileName)
        try LabRoot.write(Self.pack.bytes, to: file)
        let ended = try await laboratory.run("standards", "import", file, "--dry-run", "--json")
        let document = try JSONShape.object(ended.output)
        #expect(document.keys.sorted() == ["dry_run", "file", "kind", "materials", "sha256"])
        #expect(document["kind"] as? String == "oreas_datapack")
        #expect((document["sha256"] as? String)?.count == 64)
        let material = try #require((document["materials"] as? [[String: Any]])?.first)
        #expect(
            material.keys.sorted() == [
                "certificate", "changes", "headings", "left", "material", "path", "state", "supplier", "values",
                "warnings", "written",
            ]
        )
        #expect(material["path"] as? String == materials + "TESTROCK_12a.csv")
        #expect(material["written"] as? Bool == false)
        #expect(material["state"] as? String == "new")
        let value = try #require((material["values"] as? [[String: Any]])?.first)
        #expect(value["value"] as? String == "684.6007033")
        #expect(value["place"] as? String == "Certified Values:5")
        let left = try #require((material["left"] as? [[String: Any]])?.first)
        #expect(left["code"] as? String == "unknown_heading")
        #expect(left["value"] as? String == "12.00")
        #expect(left["place"] as? String == "Certified Values:7")
    }

    @Test("What cannot be imported is refused with 65 and a reason, what is misused with 64")
    func refusals() async throws {
        let (laboratory, _) = try laboratory()
        let certificate = try await laboratory.run("standards", "import", laboratory.file("passing.csv"))
        #expect(certificate.status == 65)
        #expect(certificate.errors.contains("passing.csv:1: error: "))
        let missing = try await laboratory.run("standards", "import", laboratory.file("nothing.csv"))
        #expect(missing.status == 65)
        #expect(missing.errors.hasSuffix("nothing.csv: there is no such file\n"))
        let bare = try await laboratory.run("standards", "import")
        #expect(bare.status == 64)
        #expect(bare.errors.contains("'import' needs a FILE."))
        let stray = try await laboratory.run("standards", "check", "--replace")
        #expect(stray.status == 64)
        #expect(stray.errors.contains("--dry-run, --replace, --to, --method and --rounded are for 'import'."))
    }

    @Test("A broken file of the material itself can be mended by an import")
    func mending() async throws {
        let (laboratory, materials) = try laboratory()
        try LabRoot.write(Array("material,analyte\nACME-7,Au\n".utf8), to: materials + "ACME-7.csv")
        #expect(try await laboratory.run("standards", "check").status == 65)
        let ended = try await laboratory.run("standards", "import", laboratory.file("acme.csv"), "--replace")
        #expect(ended.status == 0, "\(ended.errors)")
        #expect(try await laboratory.run("standards", "check").output == "no problems\n")
    }
}
