import Geochemistry
import Standards
import Testing

@Suite("Problems of reference materials")
struct MaterialProblemTests {
    /// What the check says of one file whose rows are given; the header is line 1.
    func told(
        _ rows: String...,
        header: String = "material,analyte,digestion,unit,value,sd,uncertainty,kind,certificate"
    ) throws -> [String] {
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        let problems = try SmallFolder(["materials/T.csv": text, "materials/TEST_1.csv": nil]).told
        return problems.map { $0.replacing("materials/T.csv:", with: "") }
    }

    @Test("An unknown analyte, digestion, unit and kind are told together")
    func unknownWords() throws {
        #expect(
            try told("T,Golt,fire,wt,1.5,0.1,,sure,C") == [
                "2: error: 'fire' is not a value of 'digestion'; it may be: "
                    + DigestionClass.allCases.map(\.rawValue).joined(separator: ", "),
                "2: error: 'sure' is not a value of 'kind'; it may be: certified, provisional, indicative",
                "2: error: 'wt' is no unit of a mass fraction; write %, ppm, ppb, g/t, mg/kg, ug/g, ng/g or oz/t",
                "2: error: unknown analyte 'Golt'; did you mean 'Gold'?",
            ]
        )
        #expect(
            try told("T,Xx,fire_assay,ppm,1.5,0.1,,,C") == [
                "2: error: unknown analyte 'Xx'; add it to analytes.csv if it is one"
            ]
        )
    }

    @Test("Empty cells and texts that are no numbers are told")
    func numbers() throws {
        #expect(
            try told(
                "T,Au,fire_assay,ppm,< 3,,,,C",
                "T,Au,fire_assay,ppm,,0.1,,,C",
                "T,Cu,four_acid,ppm,\"1,5\",0.1,,,C",
                "T,Fe,four_acid,ppm,-1,-0.1,,,C",
                ",Fe,four_acid,ppm,1,,,,C"
            ) == [
                "2: error: '< 3' in 'value' is not a number; write a plain number such as 0.783, or leave the line out",
                "3: error: the cell 'value' is empty",
                "4: error: '1,5' in 'value' is not a number; write a decimal point",
                "5: error: 'sd' is negative: -0.1",
                "5: error: 'value' is negative: -1",
                "6: error: the cell 'material' is empty",
            ]
        )
    }

    @Test("A value of 0 and an SD of 0 are refused")
    func zero() throws {
        #expect(
            try told("T,Au,fire_assay,ppm,0,0.1,,,C", "T,Cu,four_acid,ppm,5,0.0,,,C") == [
                "2: error: a certified value of 0 says nothing; leave the line out",
                "3: error: an SD of 0 would fail every result; leave the cell empty if the certificate states none",
            ]
        )
    }

    @Test("More than the whole sample is a unit slip; exactly all of it is not")
    func moreThanAll() throws {
        #expect(
            try told("T,Cu,four_acid,wt.%,2327,48,,,C") == [
                "2: error: Cu 2327 % is more than 100 % of the sample; is the unit right?"
            ]
        )
        #expect(try told("T,Cu,four_acid,%,99.9,1,,,C") == [])
        #expect(try told("T,Cu,four_acid,%,100,1,,,C") == [])
        #expect(try told("T,Cu,four_acid,ppm,1000000,1,,,C") == [])
        #expect(try told("T,Cu,four_acid,%,100.1,1,,,C").count == 1)
    }

    @Test("The same analyte, digestion and unit twice is an error at the second")
    func rowTwice() throws {
        #expect(
            try told("T,Au,fire_assay,ppm,1.5,0.1,,,C", "# note", "t,AU,fire_assay,ppm,1.6,0.1,,,C") == [
                "4: error: Au by fire_assay in ppm stands on line 2 already; one certificate has one value"
            ]
        )
    }

    @Test("One material in two files is an error at the second")
    func materialTwice() throws {
        let small = try SmallFolder(["materials/X.csv": SmallFolder.material.replacing("TEST 1", with: "Test-1")])
        #expect(
            small.refusals == [
                "materials/X.csv:3: error: Test-1 stands in materials/TEST_1.csv:3 too; keep all its values in one file"
            ]
        )
    }

    @Test("A material without a certificate is a warning")
    func noCertificate() throws {
        #expect(
            try told("T,Au,fire_assay,ppm,1.5,0.1,,,") == [
                "2: warning: no certificate is named for T; fill the column 'certificate' with its name and date, "
                    + "so that a verdict can be explained later"
            ]
        )
    }

    @Test("A certificate that is named on any line of the material is named")
    func certificateOnAnotherLine() throws {
        #expect(try told("T,Au,fire_assay,ppm,1.5,0.1,,,", "T,Cu,four_acid,ppm,15,1,,,C") == [])
    }

    @Test("An SD of more than half the value is told; half of it is not")
    func wideSD() throws {
        #expect(
            try told("T,Au,fire_assay,ppm,1.48,45,,,C") == [
                "2: warning: the SD of Au (45) is more than half its value (1.48 ppm); is it in another unit?"
            ]
        )
        #expect(try told("T,Au,fire_assay,ppm,1.5,0.74,,,C") == [])
        #expect(try told("T,Au,fire_assay,ppm,1.5,0.75,,,C") == [])
        #expect(try told("T,Au,fire_assay,ppm,1.5,0.76,,,C").count == 1)
    }

    @Test("An SD that equals the uncertainty is told")
    func sdEqualsUncertainty() throws {
        #expect(
            try told("T,Au,fire_assay,ppm,8.51,0.072,0.0720,,C") == [
                "2: warning: the SD of Au equals its uncertainty (0.072); an uncertainty or a confidence interval of "
                    + "the mean is no SD, and makes false failures"
            ]
        )
    }

    @Test("A trace value in % a thousand times its value by another digestion is told, oxides as their element")
    func farFromOther() throws {
        #expect(
            try told("T,Cu,four_acid,%,50,1,,,C", "T,Cu,aqua_regia,ppm,49,1,,,C") == [
                "2: warning: Cu 50 % by four_acid is 10204 times Cu 49 ppm by aqua_regia; is the unit right?"
            ]
        )
        #expect(try told("T,Cu,four_acid,%,5,0.1,,,C", "T,Cu,aqua_regia,ppm,50,1,,,C") == [])
        #expect(
            try told("T,Fe2O3,xrf_fusion,%,14.3,0.1,,,C", "T,Fe,aqua_regia,ppm,10,1,,,C").count == 1
        )
    }

    @Test("One element after one digestion with two contents is told, in whatever unit and oxide it is written")
    func disagrees() throws {
        #expect(
            try told("T,Cu,four_acid,ppm,100,2,,,C", "T,Cu,four_acid,g/t,120,2,,,C") == [
                "3: warning: Cu 120 g/t by four_acid is not Cu 100 ppm by the same digestion; keep the right one"
            ]
        )
        #expect(try told("T,Cu,four_acid,%,1.00,0.03,,,C", "T,Cu,four_acid,ppm,12000,300,,,C").count == 1)
        #expect(try told("T,Fe,four_acid,%,5.0,0.1,,,C", "T,Fe2O3,four_acid,%,9.0,0.1,,,C").count == 1)
        #expect(try told("T,Fe,four_acid,%,5.0,0.1,,,C", "T,Fe2O3,four_acid,%,7.15,0.1,,,C") == [])
        #expect(try told("T,Cu,four_acid,%,1.00,0.03,,,C", "T,Cu,aqua_regia,ppm,8000,300,,,C") == [])
    }

    @Test("Oxides that add up to more than 105 % are told at the first of them")
    func oxideSum() throws {
        #expect(
            try told("T,SiO2,xrf_fusion,%,72.5,1,,,C", "T,Fe2O3,xrf_fusion,%,35.4,1,,,C") == [
                "2: warning: the oxides of T by xrf_fusion add up to 107.9 %; is a unit or a value wrong?"
            ]
        )
        #expect(try told("T,SiO2,xrf_fusion,%,72.5,1,,,C", "T,Fe2O3,xrf_fusion,%,32.5,1,,,C") == [])
    }

    @Test("A wrong header is told with the nearest column")
    func header() throws {
        #expect(
            try told("T,Au,fire_assay,ppm,1.5,0.1,C", header: "material,analyt,digestion,unit,value,sd,certificate")
                == [
                    "1: error: the header has no column 'analyte'; it must have material, analyte, digestion, unit, value, sd",
                    "1: error: unknown column 'analyt'; did you mean 'analyte'?",
                ]
        )
        #expect(
            try told("T", header: "material,analyte,digestion,unit,value,sd,sd")
                == [
                    "1: error: the column 'sd' stands twice in the header; remove one",
                    "2: error: the cell 'analyte' is empty",
                    "2: error: '' is not a value of 'digestion'; it may be: "
                        + DigestionClass.allCases.map(\.rawValue).joined(separator: ", "),
                    "2: error: '' is no unit of a mass fraction; write %, ppm, ppb, g/t, mg/kg, ug/g, ng/g or oz/t",
                    "2: error: the cell 'value' is empty",
                ].sorted()
        )
    }

    @Test("A line with more cells than the header is told, and an open quote")
    func cells() throws {
        #expect(
            try told("T,Au,fire_assay,ppm,1.48,0.1,,,C,D") == [
                "2: error: this line has 10 cells and the header 9; put a text that contains the separator in quotes, "
                    + "and write numbers with a decimal point"
            ]
        )
        #expect(
            try told("T,\"Au,fire_assay,ppm,1.48,0.1,,,C") == [
                "2: error: the quote mark that opens a cell here is never closed, so cells and rows after it run "
                    + "together. Close it or remove it, or ask the laboratory to export the file again"
            ]
        )
    }

    @Test("Semicolons and tabs separate cells as well, behind a byte order mark")
    func separators() throws {
        let semicolons = "\u{FEFF}" + SmallFolder.material.replacing(",", with: ";")
        #expect(try SmallFolder(["materials/TEST_1.csv": semicolons]).told == [])
        #expect(
            try SmallFolder(["materials/TEST_1.csv": SmallFolder.material.replacing(",", with: "\t")]).told == []
        )
    }
}
