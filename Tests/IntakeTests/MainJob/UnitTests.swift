import Geochemistry
import QualityControl
import Testing

@Suite("Main job: units")
struct UnitTests {
    /// Au of OREAS 620 by fire assay is 0.685 ppm with an SD of 0.021: 2 SD end at 0.727, 3 SD at 0.748.
    private func gold(_ text: String, unit: String) throws -> [String] {
        let table = """
            Sample,Laboratory,Certificate,Au_\(unit)_Au-AA23
            G1,ALS,VA1,1
            G2,ALS,VA1,\(text)
            G3,ALS,VA1,<0.0001
            """
        let register = "sample,type,reference,parent\nG2,crm,OREAS 620,\nG3,blank,,\n"
        let verdict = try #require(try ShippedStandards.verdicts(Array(table.utf8), registers: [register]).first)
        #expect(verdict.certificate.remarks == [])
        return verdict.judgement.said
    }

    @Test("ppm, g/t and ppb say the same, to the last digit", arguments: ["ppm", "g/t", "gpt", "ppb", "mg/kg"])
    func factors(unit: String) throws {
        func shown(_ ppm: String) -> String {
            unit == "ppb" ? String(ppm.dropFirst(2)) : ppm
        }
        #expect(try gold(shown("0.727"), unit: unit) == [])
        #expect(try gold(shown("0.728"), unit: unit) == ["warn crm_2sd G2 Au"])
        #expect(try gold(shown("0.748"), unit: unit) == ["warn crm_2sd G2 Au"])
        #expect(try gold(shown("0.749"), unit: unit) == ["fail crm_3sd G2 Au"])
        #expect(try gold(shown("0.643"), unit: unit) == [])
        #expect(try gold(shown("0.642"), unit: unit) == ["warn crm_2sd G2 Au"])
        #expect(try gold(shown("0.622"), unit: unit) == ["warn crm_2sd G2 Au"])
        #expect(try gold(shown("0.621"), unit: unit) == ["fail crm_3sd G2 Au"])
    }

    @Test("An ounce in a short ton is 240/7 g/t, which has no end: 0.727 g/t lie between 0.021204 and 0.021205 oz/t")
    func ounces() throws {
        #expect(try gold("0.021204", unit: "oz/t") == [])
        #expect(try gold("0.021205", unit: "oz/t") == ["warn crm_2sd G2 Au"])
        #expect(try gold("0.021816", unit: "opt") == ["warn crm_2sd G2 Au"])
        #expect(try gold("0.021817", unit: "opt") == ["fail crm_3sd G2 Au"])
    }

    @Test("A column in a unit that is no mass fraction is compared with nothing")
    func noMassFraction() throws {
        let table = "Sample,Cu (ppm) ME-ICP61,Au (kg) Au-AA23\nG1,1,2\nG2,1730,2\nG3,<1,2\n"
        let register = "sample,type,reference,parent\nG2,crm,OREAS 620,\nG3,blank,,\n"
        let verdict = try #require(try ShippedStandards.verdicts(Array(table.utf8), registers: [register]).first)
        #expect(verdict.judgement.results.allSatisfy { $0.columnIndex == 0 })
    }
}
