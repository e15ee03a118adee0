import Geochemistry
import Standards
import TestSupport
import Testing

@Suite("analytes.csv")
struct AnalyteTests {
    func told(adding rows: String) throws -> [String] {
        try SmallFolder(["analytes.csv": SmallFolder.analytes + rows + "\n"]).told
            .map { $0.replacing("analytes.csv:", with: "") }
    }

    @Test("All oxides have the factors of the golden table", .enabled(if: SharedFiles.arePresent))
    func goldenFactors() throws {
        let analytes = try ShippedFolderTests.snapshot().analytes
        let rows = try SharedFiles.rows("golden/oxide_factors.csv")
        #expect(rows.count == 45)
        for row in rows {
            let oxide = try #require(row["oxide"])
            let entry = try #require(analytes[Analyte(oxide)], "\(oxide) is missing")
            #expect(entry.element?.symbol == row["element"])
            #expect(entry.factor?.description == row["factor_element_to_oxide_computed"], "\(oxide)")
        }
    }

    @Test(
        "Spellings of certificates are understood",
        arguments: [
            ("au", "Au"), ("Gold", "Au"), ("Fe2O3(T)", "Fe2O3"), ("Fe2O3T", "Fe2O3"), ("Fe2O3tot", "Fe2O3"),
            ("Fetot", "Fe"), ("FeO*", "FeO"), ("Aluminium oxide", "Al2O3"), ("LOI1000", "LOI"),
            ("C-(Graphite)", "C_graphitic"), ("Stot", "S"), ("CO", "Co"), ("SN", "Sn"), ("In", "In"),
        ]
    )
    func spellings(printed: String, symbol: String) throws {
        #expect(try ShippedFolderTests.snapshot().analytes.analyte(printed: printed)?.symbol == symbol)
    }

    @Test(
        "Weights, sieves and sums of weights are no analytes",
        arguments: ["Recvd Wt.", "Weight", "Peso", "Soma Peso", "80#", "<80#", "Passante", "Umido", "-75um", ""]
    )
    func noAnalytes(printed: String) throws {
        #expect(try ShippedFolderTests.snapshot().analytes.analyte(printed: printed) == nil)
    }

    @Test("A spelling that two analytes claim is an error at the second")
    func aliasTwice() throws {
        #expect(
            try told(adding: "Ag,Silver,element,,,gold;CU") == [
                "9: error: 'CU' already means Cu (line 3); one spelling can mean one analyte only",
                "9: error: 'gold' already means Au (line 2); one spelling can mean one analyte only",
            ]
        )
        #expect(try told(adding: "au,Gold,element,,,") == ["9: error: 'au' stands on line 2 already; remove one"])
    }

    @Test("An oxide needs its element and a factor near that of the atomic weights")
    func oxides() throws {
        #expect(try told(adding: "CuO,x,oxide,,1.25,") == ["9: error: the oxide CuO has no element"])
        #expect(try told(adding: "CuO,x,oxide,Cu,,") == ["9: error: the oxide CuO has no factor"])
        #expect(
            try told(adding: "ZnO,x,oxide,Zn,1.2447,") == [
                "9: error: ZnO is said to be an oxide of 'Zn', which is no element of this table"
            ]
        )
        #expect(
            try told(adding: "CuO,x,oxide,Cu,1.3518,") == [
                "9: error: the factor of CuO is 1.3518, and IUPAC atomic weights give 1.25177; "
                    + "more than 0.1 % apart is a slip"
            ]
        )
        #expect(try told(adding: "CuO,x,oxide,Cu,1.2530,") == [])
        #expect(try told(adding: "CuO,x,oxide,Cu,0,") == ["9: error: 'factor' must be greater than 0, and is 0"])
        #expect(
            try told(adding: "Zn,x,element,Zn,1,").map { $0.prefix(30) }.count == 2
        )
        #expect(
            try told(adding: "Zn,x,elment,,,") == [
                "9: error: 'elment' is not a value of 'kind'; did you mean 'element'? it may be: element, oxide, other"
            ]
        )
    }
}
