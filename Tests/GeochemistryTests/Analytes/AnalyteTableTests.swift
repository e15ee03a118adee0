import Geochemistry
import TestSupport
import Testing

@Suite("Analytes and their oxides")
struct AnalyteTableTests {
    private let table = AnalyteTable([
        AnalyteEntry(analyte: Analyte("Fe"), name: "Iron", kind: .element, aliases: ["Iron"]),
        AnalyteEntry(
            analyte: Analyte("Fe2O3"),
            name: "Iron oxide",
            kind: .oxide,
            element: Analyte("Fe"),
            factor: ExactDecimal("1.429734"),
            aliases: ["Fe2O3(T)"]
        ),
        AnalyteEntry(analyte: Analyte("LOI"), name: "Loss on ignition", kind: .other),
        AnalyteEntry(
            analyte: Analyte("XO"),
            name: "An oxide with a senseless factor",
            kind: .oxide,
            element: Analyte("Fe"),
            factor: 0
        ),
    ])

    @Test("Spellings are found in any case, by symbol or alias")
    func spellings() {
        #expect(table.analyte(printed: "fe")?.symbol == "Fe")
        #expect(table.analyte(printed: " FE2O3(t) ")?.symbol == "Fe2O3")
        #expect(table.analyte(printed: "Iron")?.symbol == "Fe")
        #expect(table.analyte(printed: "Recvd Wt.") == nil)
        #expect(table.analyte(printed: "<80#") == nil)
    }

    @Test("LOI is converted into nothing, and a factor of zero converts nothing")
    func unconvertible() {
        #expect(table.factor(from: Analyte("LOI"), to: Analyte("Fe")) == nil)
        #expect(table.factor(from: Analyte("LOI"), to: Analyte("LOI")) == .one)
        #expect(table.factor(from: Analyte("XO"), to: Analyte("Fe")) == nil)
        #expect(table.factor(from: Analyte("Cu"), to: Analyte("Fe")) == nil)
    }

    @Test("A conversion names its steps")
    func conversionNames() throws {
        let toOxide = try #require(
            Conversion(from: (Analyte("Fe"), .ppm), to: (Analyte("Fe2O3"), .percent), analytes: table)
        )
        #expect(toOxide.name == "Fe to Fe2O3 x 1.429734; ppm to %")
        let toElement = try #require(
            Conversion(from: (Analyte("Fe2O3"), .percent), to: (Analyte("Fe"), .percent), analytes: table)
        )
        #expect(toElement.name == "Fe2O3 to Fe / 1.429734")
        #expect(try toOxide.ratio * toElement.ratio == ExactRatio(1, 10_000))
        #expect(Conversion(from: (Analyte("Fe"), .ppm), to: (Analyte("Fe"), .ppm), analytes: table) == .identity)
        #expect(Conversion(from: (Analyte("Fe"), .ppm), to: (Analyte("Fe"), .other("kg")), analytes: table) == nil)
    }

    @Test("All shared oxide factors multiply exactly, forth and back", .enabled(if: SharedFiles.arePresent))
    func goldenFactors() throws {
        let (table, rows) = try OxideTable.shared()
        #expect(rows.count == 45)
        for row in rows {
            let oxide = Analyte(try #require(row["oxide"]))
            let element = Analyte(try #require(row["element"]))
            let printed = try #require(row["factor_element_to_oxide_computed"].flatMap { ExactDecimal($0) })
            let factor = try #require(table.factor(from: element, to: oxide))
            #expect(factor == ExactRatio(printed, 1))
            #expect(table.factor(from: oxide, to: element) == ExactRatio(1, printed))
            #expect(table.element(of: oxide) == element)
        }
    }

    @Test(
        "180 ppm Sc is 276.0882 ppm Sc2O3, to the digits that the shared table prints",
        .enabled(if: SharedFiles.arePresent)
    )
    func scandium() throws {
        let (table, _) = try OxideTable.shared()
        let factor = try #require(table.factor(from: Analyte("Sc"), to: Analyte("Sc2O3")))
        let oxide = try ExactDecimal(180) * factor.numerator
        #expect(oxide == ExactDecimal("276.08814"))
        // The shared 276.0882 stands on a factor with more digits: 1.5338234.
        #expect(abs(oxide.approximate / 276.0882 - 1) < 1e-6)
    }

    @Test("Between two oxides of one element both factors count", .enabled(if: SharedFiles.arePresent))
    func betweenOxides() throws {
        let (table, _) = try OxideTable.shared()
        let factor = try #require(table.factor(from: Analyte("Ce2O3"), to: Analyte("CeO2")))
        #expect(factor.numerator == ExactDecimal("1.228368"))
        #expect(factor.denominator == ExactDecimal("1.171276"))
    }
}
