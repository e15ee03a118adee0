import CertificateReading
import Geochemistry
import Standards
import TestSupport
import Testing

@Suite("Importing a DataPack workbook")
struct DataPackTests {
    typealias Row = DataPackFixture.Row

    static let gold: [Row] = [
        .heading("Pb Fire Assay"), .value("Au, Gold (ppb)", "684.60070332608694", "21.44523055531587"),
        .heading("4-Acid Digestion"), .value("Ag, Silver (ppm)", "0.13799999999999998", "3.0999999999999999E-3"),
        .value("Cu, Copper (wt.%)", "2", "0.05"),
    ]

    private func words(_ pack: DataPackFixture, options: ImportOptions = ImportOptions()) throws -> [String] {
        ImportRun.words(try ImportRun.material(pack, options: options))
    }

    private func left(_ rows: [Row]) throws -> [String] {
        ImportRun.left(try ImportRun.material(DataPackFixture(.pooledGates, Self.gold + rows)))
    }

    private func refusal(_ pack: DataPackFixture, options: ImportOptions = ImportOptions()) -> String {
        ImportRun.refusal { try ImportRun.read(pack.bytes, name: pack.fileName, options: options) }
    }

    @Test("Values and SD are those that are stored, to ten digits, with unit, method and the kind of the SD")
    func stored() throws {
        #expect(
            try words(DataPackFixture(.pooledGates, Self.gold)) == [
                "Au fire_assay 684.6007033 ppb 21.44523056 certified pooled 'Pb Fire Assay'",
                "Ag four_acid 0.138 ppm 0.0031 certified pooled '4-Acid Digestion'",
                "Cu four_acid 2 % 0.05 certified pooled '4-Acid Digestion'",
            ]
        )
    }

    @Test("Rounded, they are those that the cells show, but never rounded to nothing")
    func shown() throws {
        var rows = Self.gold
        rows[3] = .value("Ag, Silver (ppm)", "0.00412345678901", "3.0999999999999999E-3")
        #expect(
            try words(DataPackFixture(.pooledGates, rows), options: ImportOptions(figures: .shown)) == [
                "Au fire_assay 684.60 ppb 21.445 certified pooled 'Pb Fire Assay'",
                "Ag four_acid 0.00412345678901 ppm 0.003 certified pooled '4-Acid Digestion'"
                    .replacing("0.00412345678901", with: "0.004123456789"),
                "Cu four_acid 2.00 % 0.050 certified pooled '4-Acid Digestion'",
            ]
        )
    }

    @Test("All four vintages are read alike", arguments: DataPackFixture.Vintage.allCases)
    func vintages(vintage: DataPackFixture.Vintage) throws {
        let kind = vintage == .hiddenGates ? "" : "pooled"
        let rows: [Row]
        let expected: [String]
        switch vintage {
        case .hiddenGates:
            rows = [
                .heading("4-Acid Digest"), .value("Cu, Copper (ppm)", "780.32023243431457", "23.383152944918791"),
                .heading("Infra Red Combustion"), .value("S, Sulphur (wt.%)", "0.5", "0.01"),
                .heading("Fusion ICP"), .value("Zr, Zirconium (ppm)", "242.4", "14.5"),
            ]
            expected = [
                "Cu four_acid 780.3202324 ppm 23.38315294 certified \(kind) '4-Acid Digest'",
                "S infrared_combustion 0.5 % 0.01 certified \(kind) 'Infra Red Combustion'",
                "Zr borate_fusion 242.4 ppm 14.5 certified \(kind) 'Fusion ICP'",
            ]
        case .pooledGates:
            rows = Self.gold
            expected = try words(DataPackFixture(.pooledGates, Self.gold))
        case .revised:
            rows = [
                .heading("Aqua Regia Digestion (sample weights 0.15-50g)"),
                .value("Al, Aluminium (wt.%)", "3.1520201491881683", "0.15072569115401246"),
                .heading("Thermogravimetry"),
                .value("LOI1000, Loss on ignition @1000\u{B0}C (wt.%)", "2.461537445464496", "0.16896996177841758"),
            ]
            expected = [
                "Al aqua_regia 3.152020149 % 0.1507256912 certified \(kind) "
                    + "'Aqua Regia Digestion (sample weights 0.15-50g)'",
                "LOI loss_on_ignition 2.461537445 % 0.1689699618 certified \(kind) 'Thermogravimetry'",
            ]
        case .rareEarths:
            rows = [
                .heading("Borate Fusion XRF"), .value("CeO2, Cerium oxide (wt.%)", "1.9", "0.03"),
                .heading("Borate / Peroxide Fusion ICP"), .value("Dy2O3, Dysprosium oxide (ppm)", "204", "9"),
                .value("Th, Thorium (ppm)", "40", "2"),
            ]
            expected = [
                "CeO2 xrf_fusion 1.9 % 0.03 certified \(kind) 'Borate Fusion XRF'",
                "Dy2O3 borate_fusion 204 ppm 9 certified \(kind) 'Borate / Peroxide Fusion ICP'",
                "Th borate_fusion 40 ppm 2 certified \(kind) 'Borate / Peroxide Fusion ICP'",
                "Dy2O3 peroxide_fusion 204 ppm 9 certified \(kind) 'Borate / Peroxide Fusion ICP'",
                "Th peroxide_fusion 40 ppm 2 certified \(kind) 'Borate / Peroxide Fusion ICP'",
            ]
        }
        let material = try ImportRun.material(DataPackFixture(vintage, rows))
        #expect(ImportRun.words(material) == expected)
        #expect(material.left.isEmpty)
        #expect(material.material.name.printed == "TESTROCK 12a")
        #expect(
            material.material.certificate
                == (vintage == .revised ? "TESTROCK 12a DataPack 2.1.180830" : "TESTROCK 12a DataPack")
        )
        let file = try MaterialFile(material, analytes: try ImportRun.analytes())
        #expect(file.name == "TESTROCK_12a.csv")
        #expect(file.warnings.isEmpty)
    }

    @Test("Old packs put the name before the symbol, and blanks of any kind stand anywhere")
    func oldForm() throws {
        let rows: [Row] = [
            .heading("\u{A0}4 Acid "), .value("Gold, Au (ppm)", "1.5", "0.1"),
            .value("Copper,\u{A0}Cu  (ppm) ", "12", "1"), .value("Ni (ppm)", "7", "1"),
        ]
        #expect(
            try words(DataPackFixture(.hiddenGates, rows)) == [
                "Au four_acid 1.5 ppm 0.1 certified  '4 Acid'", "Cu four_acid 12 ppm 1 certified  '4 Acid'",
                "Ni four_acid 7 ppm 1 certified  '4 Acid'",
            ]
        )
    }

    @Test("A heading is a heading even where a number strayed beside it")
    func strayNumber() throws {
        let rows: [Row] = [
            .heading("Pb Fire Assay"), .value("Au, Gold (ppm)", "1", "0.1"), .stray("Aqua Regia Digestion", "0.4711"),
            .value("Au, Gold (ppm)", "2", "0.1"), .stray("Cold Cyanide Bottle Roll", "3"),
            .value("Au, Gold (ppm)", "3", "0.1"),
        ]
        let material = try ImportRun.material(DataPackFixture(.pooledGates, rows))
        #expect(material.material.values.map(\.digestion) == [.fireAssay, .aquaRegia])
        #expect(
            ImportRun.left(material) == [
                "stray_number: Aqua Regia Digestion 0.47 (Aqua Regia Digestion)",
                "stray_number: Cold Cyanide Bottle Roll 3.00 (Cold Cyanide Bottle Roll)",
                "unknown_heading: Au, Gold 3.00 (Cold Cyanide Bottle Roll)",
            ]
        )
    }

    @Test("What has no value is left: below a limit, approximate, indeterminate, not reported, errors, nothing")
    func withoutValue() throws {
        #expect(
            try left([
                .value("Se, Selenium (ppm)", "< 3", "IND"), .value("Te, Tellurium (ppm)", "~25", "IND"),
                .value("Re, Rhenium (ppm)", "IND", "IND"), .value("Ge, Germanium (ppm)", "NR", "NR"),
                .value("In, Indium (ppm)", "", ""), .value("Hg, Mercury (ppm)", "#REF!", "#REF!"),
                .value("Sc, Scandium (ppm)", "some", "1"), .value("Li, Lithium (ppm)", "> 5", "1"),
            ]) == [
                "below_limit: Se, Selenium < 3 (4-Acid Digestion)",
                "approximate: Te, Tellurium ~25 (4-Acid Digestion)",
                "no_value: Re, Rhenium IND (4-Acid Digestion)", "no_value: Ge, Germanium NR (4-Acid Digestion)",
                "no_value: In, Indium  (4-Acid Digestion)", "spreadsheet_error: Hg, Mercury #REF! (4-Acid Digestion)",
                "not_a_number: Sc, Scandium some (4-Acid Digestion)", "above_limit: Li, Lithium > 5 (4-Acid Digestion)",
            ]
        )
    }

    @Test("Senseless numbers are left: negative, zero, more than the sample, an SD of nothing or of words")
    func senseless() throws {
        #expect(
            try left([
                .value("Se, Selenium (ppm)", "-3", "1"), .value("Te, Tellurium (ppm)", "0", "1"),
                .value("Fe, Iron (wt.%)", "2327", "48"), .value("In, Indium (ppm)", "5", "-1"),
                .value("Hg, Mercury (ppm)", "5", "0"), .value("Sc, Scandium (ppm)", "5", "#REF!"),
                .value("Li, Lithium (ppm)", "5", "a lot"), .value("Ca, Calcium (wt.%)", "100.1", "1"),
            ]).map { $0.prefix { $0 != ":" } } == [
                "negative_value", "zero_value", "more_than_all", "negative_sd", "zero_sd", "sd_not_a_number",
                "sd_not_a_number", "more_than_all",
            ]
        )
    }

    @Test("What is no content of an analyte of ours is left")
    func otherQuantities() throws {
        #expect(
            try left([
                .value("Cu-Sol, Soluble copper (wt.%)", "1", "0.1"), .value("C, Carbonate carbon (wt.%)", "1", "0.1"),
                .value("Xx, Unobtainium (ppm)", "1", "0.1"), .value("Sn, Gold (ppm)", "1", "0.1"),
                .value("Au, Gold", "1", "0.1"), .heading("Gas / Liquid Pycnometry"),
                .value("SG, Specific gravity (Unity)", "2.8", "0.1"), .heading("Thermogravimetry"),
                .value("S, Sulphur (wt.%)", "2.8", "0.1"),
            ]) == [
                "part_of_element: Cu-Sol, Soluble copper 1.00 (4-Acid Digestion)",
                "part_of_element: C, Carbonate carbon 1.00 (4-Acid Digestion)",
                "unknown_analyte: Xx, Unobtainium 1.00 (4-Acid Digestion)",
                "several_analytes: Sn, Gold 1.00 (4-Acid Digestion)", "no_unit: Au, Gold 1.00 (4-Acid Digestion)",
                "unknown_heading: SG, Specific gravity 2.80 (Gas / Liquid Pycnometry)",
                "not_loss_on_ignition: S, Sulphur 2.80 (Thermogravimetry)",
            ]
        )
        #expect(
            try left([.value("SG, Specific gravity (Unity)", "2.8", "0.1")])
                == ["not_a_mass_fraction: SG, Specific gravity 2.80 (4-Acid Digestion)"]
        )
    }

    @Test("A certified value without an SD is indicative, as is said in the file")
    func withoutSD() throws {
        let pack = DataPackFixture(.pooledGates, Self.gold + [.value("Ni, Nickel (ppm)", "9.25", "IND")])
        let material = try ImportRun.material(pack)
        #expect(ImportRun.words(material).last == "Ni four_acid 9.25 ppm - indicative  '4-Acid Digestion'")
        #expect(material.comments.contains("Without SD in the workbook, so indicative: Ni (four_acid)."))
    }

    @Test("The loss on ignition is one under whatever heading it stands")
    func lossOnIgnition() throws {
        let rows: [Row] = [
            .heading("Fusion"), .value("Zr, Zirconium (ppm)", "9", "1"),
            .value("LOI, Loss On Ignition (wt.%)", "8", "1"),
        ]
        #expect(
            try words(DataPackFixture(.hiddenGates, rows)) == [
                "Zr borate_fusion 9 ppm 1 certified  'Fusion'", "LOI loss_on_ignition 8 % 1 certified  'Fusion'",
            ]
        )
    }

    @Test("One digestion has one value: lead before nickel fire assay, a fusion of its own before one for both")
    func oneValueADigestion() throws {
        let rows: [Row] = [
            .heading("NiS Fire Assay"), .value("Pt, Platinum (ppb)", "100", "5"),
            .value("Rh, Rhodium (ppb)", "10", "1"),
            .heading("Pb Fire Assay"), .value("Pt, Platinum (ppb)", "110", "5"),
            .heading("Borate / Peroxide Fusion ICP"), .value("Zn, Zinc (ppm)", "7", "1"),
            .heading("Peroxide Fusion ICP"), .value("Zn, Zinc (ppm)", "8", "1"),
        ]
        let material = try ImportRun.material(DataPackFixture(.hiddenGates, rows))
        #expect(
            ImportRun.words(material) == [
                "Rh fire_assay 10 ppb 1 certified  'NiS Fire Assay'",
                "Pt fire_assay 110 ppb 5 certified  'Pb Fire Assay'",
                "Zn borate_fusion 7 ppm 1 certified  'Borate / Peroxide Fusion ICP'",
                "Zn peroxide_fusion 8 ppm 1 certified  'Peroxide Fusion ICP'",
            ]
        )
        #expect(
            material.left.map { "\($0.constituent): \($0.reason.words)" } == [
                "Pt, Platinum: 'Pb Fire Assay' has it for fire_assay already, and one digestion has one value",
                "Zn, Zinc: 'Peroxide Fusion ICP' has it for peroxide_fusion already, and one digestion has one value",
            ]
        )
    }

    @Test("A row that stands twice counts once; two that contradict each other count for nothing")
    func twice() throws {
        let again: [Row] = [
            .value("Ag, Silver (ppm)", "0.138", "0.0031"), .value("Ni, Nickel (ppm)", "5", "1"),
            .value("Ni, Nickel (ppm)", "6", "1"),
        ]
        let material = try ImportRun.material(DataPackFixture(.hiddenGates, Self.gold + again))
        #expect(material.material.values.map(\.analyte.symbol) == ["Au", "Ag", "Cu"])
        #expect(
            material.left.map { "\($0.constituent): \($0.reason.words)" } == [
                "Ag, Silver: stands at Certified Values:7 already, the same",
                "Ni, Nickel: another value of the same analyte stands at Certified Values:11; look at the certificate, and "
                    + "write the right one",
                "Ni, Nickel: another value of the same analyte stands at Certified Values:10; look at the certificate, and "
                    + "write the right one",
            ]
        )
    }

    @Test("Gates that contradict the certified value make it doubtful; gates of another material say nothing")
    func contradiction() throws {
        var pack = DataPackFixture(.pooledGates, Self.gold)
        pack.gateRows = Self.gold
        pack.gateRows?[1] = .value("Au, Gold (ppb)", "684.60070332608694", "25")
        let material = try ImportRun.material(pack)
        #expect(material.material.values.map(\.analyte.symbol) == ["Ag", "Cu"])
        #expect(
            material.left.map(\.reason.words) == [
                "Performance Gates:5 says 684.6007033, SD 25; look at the certificate, and write the right one"
            ]
        )
        var foreign = DataPackFixture(.pooledGates, Self.gold)
        foreign.gatesMaterial = "OTHERROCK 7"
        foreign.gateRows = [.heading("Pb Fire Assay"), .value("Au, Gold (ppb)", "1", "25")]
        let untouched = try ImportRun.material(foreign)
        #expect(untouched.left.isEmpty)
        #expect(
            ImportRun.words(untouched).first
                == "Au fire_assay 684.6007033 ppb 21.44523056 certified  'Pb Fire Assay'"
        )
    }

    @Test("An SD that the certified values lack stands among the gates, with its kind")
    func gatesOnly() throws {
        var pack = DataPackFixture(.pooledGates, Self.gold)
        pack.sdHeading = ("", "")
        pack.gatesTitle = "Table 4. Within-Lab Performance Gates for"
        #expect(
            try words(pack) == [
                "Au fire_assay 684.6007033 ppb 21.44523056 certified within-laboratory 'Pb Fire Assay'",
                "Ag four_acid 0.138 ppm 0.0031 certified within-laboratory '4-Acid Digestion'",
                "Cu four_acid 2 % 0.05 certified within-laboratory '4-Acid Digestion'",
            ]
        )
    }

    @Test("Without any SD the workbook is refused, naming the columns that it has")
    func noSD() {
        var pack = DataPackFixture(.hiddenGates, Self.gold)
        pack.sdHeading = ("2SD", "")
        #expect(
            refusal(pack)
                == "no_sd_column: the table of certified values (Certified Values:2) has no column '1SD' or 'SD', nor have "
                + "the performance gates (its columns: 'Constituent', 'Certified Value', '2SD', '95% Confidence Limits "
                + "Low', 'High', '95% Tolerance Limits Low', 'High'). Without an SD no value can judge; get the DataPack "
                + "from the issuer again, or save the values as a CSV."
        )
    }

    @Test("Indicative values are left, three to a row")
    func indicative() throws {
        var pack = DataPackFixture(.pooledGates, Self.gold)
        pack.indicative = [
            ["Pb Fire Assay"], ["Pd", "ppb", "< 5", "Pt", "ppb", "3.25", "", "", ""],
            ["4-Acid Digestion"], ["B", "ppm", "21.5", "Hf", "ppm", "6.25", "Sm", "ppm", "5.5"],
        ]
        let material = try ImportRun.material(pack)
        #expect(
            ImportRun.left(material) == [
                "indicative: Pd < 5 (Pb Fire Assay)", "indicative: Pt 3.25 (Pb Fire Assay)",
                "indicative: B 21.50 (4-Acid Digestion)", "indicative: Hf 6.25 (4-Acid Digestion)",
                "indicative: Sm 5.50 (4-Acid Digestion)",
            ]
        )
        #expect(
            material.comments.last
                == "Not here: 5 values that the issuer calls indicative: without an SD they never judge anything."
        )
    }

    @Test("A heading that no class of ours names is left, unless somebody says what it is")
    func unknownHeading() throws {
        let rows = Self.gold + [.heading("3-Acid Digestion (no HF)"), .value("Cu, Copper (ppm)", "5", "1")]
        let pack = DataPackFixture(.pooledGates, rows)
        let material = try ImportRun.material(pack)
        #expect(ImportRun.left(material) == ["unknown_heading: Cu, Copper 5.00 (3-Acid Digestion (no HF))"])
        #expect(material.headings.map(\.digestions) == [[.fireAssay], [.fourAcid], []])
        #expect(material.headings.map(\.taken) == [1, 2, 0])
        #expect(material.headings.map(\.left) == [0, 0, 1])
        let chosen = ImportOptions(headings: ["3-acid digestion (NO HF)": .weakLeach])
        #expect(
            try words(pack, options: chosen).last
                == "Cu weak_leach 5 ppm 1 certified pooled '3-Acid Digestion (no HF)'"
        )
        #expect(
            try ImportRun.material(pack, options: chosen).comments.contains(
                "'3-Acid Digestion (no HF)' is taken for weak_leach, because whoever imported it said so."
            )
        )
        #expect(
            refusal(pack, options: ImportOptions(headings: ["2-Acid Digestion": .weakLeach]))
                == "heading_not_there: --method names '2-Acid Digestion', and the file has no such method heading. "
                + "It has: 'Pb Fire Assay', '4-Acid Digestion', '3-Acid Digestion (no HF)'."
        )
    }

    @Test("A workbook that is no DataPack, an empty one, one without a name and one of two materials are refused")
    func refusals() {
        let other = WorkbookFixture([.init("Sheet1", [["Sample", "Au"], ["A1", .number("1")]])]).bytes
        #expect(
            ImportRun.refusal { try ImportRun.read(other, name: "x.xlsx") }
                == "not_a_datapack: x.xlsx is a workbook without a table of certified values (its sheets: 'Sheet1'). Give a "
                + "DataPack workbook of OREAS, or save the values as a CSV headed material,analyte,digestion,unit,value,sd."
        )
        #expect(
            ImportRun.refusal { try ImportRun.read(WorkbookFixture([.init("Sheet1", [])]).bytes, name: "x.xlsx") }
                .hasPrefix("not_a_datapack: x.xlsx is a workbook without a table of certified values")
        )
        var nameless = DataPackFixture(.hiddenGates, Self.gold)
        nameless.title = "Certified Values"
        nameless.material = ""
        #expect(
            refusal(nameless)
                == "no_material_name: no title in  Datapack.xlsx says which material its certified values are of. Its title "
                + "should end in 'for' and the name; or save the values as a CSV, which names the material in each line."
        )
        var two = DataPackFixture(.pooledGates, Self.gold)
        var second = DataPackFixture(.pooledGates, Self.gold)
        second.material = "TESTROCK 13"
        var sheet = second.certified
        sheet.name = "Certified Values (2)"
        two.others = [sheet]
        #expect(
            refusal(two)
                == "two_materials: the workbook has certified values of 'TESTROCK 12a' and of 'TESTROCK 13'. A DataPack is "
                + "of one material; get the issuer's own file for each."
        )
        #expect(
            refusal(DataPackFixture(.pooledGates, [.heading("Pb Fire Assay"), .value("Au, Gold (ppb)", "< 3", "IND")]))
                == "nothing_to_take: of TESTROCK 12a there is no certified value to take; 1 rows were looked at. Look at "
                + "what was left and why with --dry-run --json, or write the values as a CSV."
        )
    }

    @Test("A name that would lead out of the folder becomes a harmless name of a file")
    func hostileName() throws {
        var pack = DataPackFixture(.hiddenGates, Self.gold)
        pack.material = "../../../tmp/X 1"
        let file = try MaterialFile(try ImportRun.material(pack), analytes: try ImportRun.analytes())
        #expect(file.name == "_.._.._.._tmp_X_1.csv")
    }

    @Test("The file says where it comes from and what is not there, and the same workbook gives the same file")
    func file() throws {
        let rows =
            Self.gold + [
                .value("Se, Selenium (ppm)", "< 3", "IND"), .heading("3-Acid Digestion (no HF)"),
                .value("Cu, Copper (ppm)", "5", "1"), .value("Zn, Zinc (ppm)", "5", "1"),
            ]
        let analytes = try ImportRun.analytes()
        let material = try ImportRun.material(DataPackFixture(.pooledGates, rows))
        let file = try MaterialFile(material, analytes: analytes)
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(
            text == """
                # TESTROCK 12a. Facts from the issuer's DataPack workbook; certificate: TESTROCK 12a DataPack.
                # Taken by 'cupel standards import' from 'TESTROCK 12a Datapack.xlsx', sheet 'Certified Values', SHA-256 \
                \(String(repeating: "a", count: 64)).
                # sd is ONE standard deviation, of the results of all laboratories pooled.
                # Numbers are those that the workbook stores, to 10 significant digits; a certificate prints them rounded.
                # Not here: Se, Selenium (< 3 ppm) by '4-Acid Digestion': below what the issuer's laboratories could determine.
                # Not here: Cu, Copper, Zn, Zinc by '3-Acid Digestion (no HF)': no digestion class of ours has this name; \
                if you know what it is, say so with --method.
                material,analyte,digestion,unit,value,sd,supplier,kind,sd_kind,uncertainty,method,certificate
                TESTROCK 12a,Au,fire_assay,ppb,684.6007033,21.44523056,,certified,pooled,,Pb Fire Assay,TESTROCK 12a DataPack
                TESTROCK 12a,Ag,four_acid,ppm,0.138,0.0031,,certified,pooled,,4-Acid Digestion,TESTROCK 12a DataPack
                TESTROCK 12a,Cu,four_acid,%,2,0.05,,certified,pooled,,4-Acid Digestion,TESTROCK 12a DataPack

                """
        )
        let again = try MaterialFile(try ImportRun.material(DataPackFixture(.pooledGates, rows)), analytes: analytes)
        #expect(again.bytes == file.bytes)
    }
}
