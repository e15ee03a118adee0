import CertificateReading
import Geochemistry
import Standards
import Testing

@Suite("Files of laboratories")
struct LaboratoryReaderTests {
    /// A layout with everything that it must have.
    static let whole = """
        name = "Lab"
        [[layout]]
        id = "lab"
        [[layout.mark]]
        text = "Order*"
        within = 3
        [[layout.field]]
        holds = ["work_order"]
        labels = ["Order"]
        [[layout.header]]
        role = "analyte"
        labels = ["Sample"]

        """

    func read(_ text: String) -> (laboratory: Laboratory?, told: [String]) {
        let log = ProblemLog()
        let laboratory = LaboratoryReader(analytes: ShippedLaboratories.analytes, log: log).read(
            Array(text.utf8),
            file: "laboratories/lab.toml"
        )
        return (laboratory, log.problems.map(\.description))
    }

    @Test("Published limits are brought to the column's unit; an unknown analyte is told with its line")
    func limits() throws {
        let text = """
            name = "Lab"
            [[limits]]
            codes = ["ME-1", "ME-2"]
            percent = { Fe = 0.01 }
            [limits.ppm]
            Cu = 0.5
            Cuu = 1
            """
        let (laboratory, told) = read(text)
        let limits = try #require(laboratory).limits
        #expect(limits.limit(method: "ME-2", analyte: Analyte("Cu"), unit: .ppb) == 500)
        #expect(limits.limit(method: "ME-1", analyte: Analyte("Fe"), unit: .ppm) == 100)
        #expect(
            told == [
                "laboratories/lab.toml:7: error: analytes.csv knows no 'Cuu'; add it there, or correct the spelling"
            ]
        )
    }

    @Test("All files that we ship are read without a complaint")
    func shippedFiles() throws {
        let (laboratories, problems) = try ShippedLaboratories.all()
        #expect(problems.map(\.description) == [])
        #expect(
            laboratories.map(\.name) == [
                "ALS", "SGS Geosol", "SGS", "Actlabs", "Bureau Veritas", "MSALABS", "Certimin", "Mine laboratory",
                "Intertek", "unknown", "unknown",
            ]
        )
        #expect(
            laboratories.flatMap(\.layouts).map(\.id) == [
                "als-classic", "als-with-qc", "als-sif", "als-sif-delimited", "sgs-geosol", "sgs-peru", "sgs",
                "actlabs",
                "bureau-veritas", "msalabs-print", "msalabs-workbook", "certimin", "certimin-report",
                "mine-laboratory-records", "mine-laboratory", "intertek", "method-limit-unit-rows",
                "reporting-template", "geochemxl-wide", "geochemxl-long", "plain-wide", "plain-long",
            ]
        )
    }

    @Test(
        "Method codes mean what the trade means by them",
        arguments: [
            ("ALS", "Au-AA23", DigestionClass.fireAssay, Technique.aas),
            ("ALS", "Au-GRA21", .fireAssay, .gravimetric),
            ("ALS", "ME-ICP41", .aquaRegia, .icpOES),
            ("ALS", "me-ms61", .fourAcid, .icpMS),
            ("ALS", "ME-MS81", .borateFusion, .icpMS),
            ("ALS", "Cu-OG46", .aquaRegia, .icpOES),
            ("ALS", "Cu-OG62", .fourAcid, .icpOES),
            ("ALS", "S-IR08", .infraredCombustion, .infrared),
            ("ALS", "OA-GRA05", .lossOnIgnition, .gravimetric),
            ("ALS", "WEI-21", .none, .weighing),
            ("ALS", "ME-XX99", .unknown, .unknown),
            ("SGS", "GE_ICP40B", .fourAcid, .icpOES),
            ("SGS", "FAG303", .fireAssay, .gravimetric),
            ("SGS Geosol", "PREPS80P_GY", .none, .sieving),
            ("Actlabs", "AR-MS", .aquaRegia, .icpMS),
            ("Actlabs", "FUS-ICP", .borateFusion, .icpOES),
            ("Actlabs", "FA-ICP", .fireAssay, .icpOES),
            ("Bureau Veritas", "MA250", .fourAcid, .icpMS),
        ]
    )
    func methodCodes(laboratory: String, code: String, digestion: DigestionClass, technique: Technique) throws {
        let all = try ShippedLaboratories.all().laboratories
        let methods = try #require(all.first { $0.name == laboratory }).methods
        #expect(methods[code].digestion == digestion)
        #expect(methods[code].technique == technique)
    }

    @Test("A file needs little more than a mark, a work order and a row of analytes")
    func smallestLayout() throws {
        let (laboratory, told) = read(Self.whole)
        #expect(told.isEmpty)
        let layout = try #require(laboratory?.layouts.first)
        #expect(layout.shape == .headerRows)
        #expect(layout.decimal == .byEvidence)
        #expect(laboratory?.id == "lab")
    }

    @Test(
        "What is wrong in a file is told with its line",
        arguments: [
            (
                "name = \"Lab\"\n[[method]]\ncodes = [\"A\"]\ndigestion = \"aqua_regina\"\ntechnique = \"icp\"\nname = \"x\"\n",
                "laboratories/lab.toml:4: error: 'aqua_regina' is not a value of 'digestion'; did you mean 'aqua_regia'?"
            ),
            (
                whole + "[[layout.qc]]\nmeans = \"crm\"\n",
                "laboratories/lab.toml:14: error: a QC rule wants 'types', 'names', 'prefixes', 'suffixes' or 'sections'"
            ),
            (
                whole + "[[layout.header]]\nrole = \"unit\"\n",
                "laboratories/lab.toml:14: error: a header row wants 'labels' or an 'offset'"
            ),
            (
                whole + "[[layout.field]]\nholds = [\"status\"]\n",
                "laboratories/lab.toml:14: error: a field wants 'labels', a 'pattern' or 'file_name'"
            ),
            (
                whole + "[[layout.mark]]\ntext = \"*\"\nwithin = 3\n",
                "laboratories/lab.toml:14: error: 'text' is empty, or nothing but *"
            ),
            (
                whole + "[layout.columns]\nsampel = [\"x\"]\n",
                "laboratories/lab.toml:14: error: unknown key 'sampel' in [layout.columns]; did you mean 'sample'?"
            ),
            (
                "name = \"Lab\"\n[tokens]\nXX = \"lost\"\n",
                "laboratories/lab.toml:3: error: 'lost' is not a value of 'XX'"
            ),
            (
                "name = \"Lab\"\n[[layout]]\nid = \"w\"\nshape = \"wide\"\n",
                "laboratories/lab.toml:2: error: the layout 'w' names no column for sample"
            ),
            (
                "name = \"Lab\"\n[[layout]]\nid = \"x\"\ndelimiter = \"::\"\n",
                "laboratories/lab.toml:4: error: '::' is no delimiter"
            ),
        ]
    )
    func problems(text: String, expected: String) {
        let told = read(text).told
        #expect(told.contains { $0.hasPrefix(expected) }, "\(told)")
    }

    @Test("A mark may have several texts, and a row of analytes be placed by the label of another row")
    func placedAnalytes() throws {
        let text = """
            name = "Lab"
            [[layout]]
            id = "lab"
            delimiter = "fixed"
            [[layout.mark]]
            text = "Order*"
            or = ["Orden*"]
            within = 3
            [[layout.field]]
            holds = ["work_order"]
            labels = ["Order"]
            [[layout.header]]
            role = "unit"
            labels = ["UNITS"]
            [[layout.header]]
            role = "analyte"
            offset = -1
            [[layout.qc]]
            means = "duplicate"
            sections = ["Repeats"]
            sample_types = "original"

            """
        let (laboratory, told) = read(text)
        #expect(told == [])
        let layout = try #require(laboratory?.layouts.first)
        #expect(layout.isFixedWidth)
        #expect(layout.delimiter == nil)
        #expect(layout.marks == [RecognitionMark("Order*", or: ["Orden*"], within: 3)])
        #expect(layout.qcRows.first?.sampleTypes == .original)
        #expect(
            read(text.replacing("\"Orden*\"", with: "\"*\"")).told.first
                == "laboratories/lab.toml:6: error: 'text' is empty, or nothing but *, so that everything would fit"
        )
        // Without a label there is nothing to place it by.
        let unplaced = read(text.replacing("labels = [\"UNITS\"]", with: "offset = 1"))
        #expect(unplaced.laboratory?.layouts.isEmpty == true)
        #expect(unplaced.told.count == 1)
    }

    @Test("A method code that stands twice is told with the other's line")
    func methodTwice() {
        let entry = "[[method]]\ncodes = [\"AA 1\"]\ndigestion = \"gravity\"\ntechnique = \"aas\"\nname = \"x\"\n"
        #expect(
            read("name = \"Lab\"\n" + entry + entry.replacing("AA 1", with: "aa1")).told == [
                "laboratories/lab.toml:8: error: the method code 'aa1' stands on line 3 already; remove one of them"
            ]
        )
    }
}
