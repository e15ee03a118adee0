import Geochemistry
import QualityControl
import Standards
import TestSupport
import Testing

@Suite("Main job: oxides of a whole rare earth package at Actlabs")
struct RareEarthCompositeTests {
    private static let elements = [
        "Sc", "Y", "La", "Ce", "Pr", "Nd", "Sm", "Eu", "Gd", "Tb", "Dy", "Ho", "Er", "Tm", "Yb", "Lu",
    ]
    private static let ordinary = [
        "Sc": "180", "Y": "820", "La": "1200", "Ce": "2500", "Pr": "290", "Nd": "1100", "Sm": "210", "Eu": "18",
        "Gd": "190", "Tb": "28", "Dy": "160", "Ho": "30", "Er": "82", "Tm": "11", "Yb": "70", "Lu": "10",
    ]

    /// The certified amounts of a material in ppm, `shift` SD away; what it does not certify is reported as 20.
    private static func certified(_ name: String, shift: ExactDecimal = 0, scale: UInt8 = 9) throws -> [String: String]
    {
        let materials = try ShippedStandards.snapshot.get().materials
        var amounts: [String: String] = [:]
        for element in elements {
            guard
                let match = materials.match(
                    MaterialName(name),
                    analyte: Analyte(element),
                    digestion: .borateFusion,
                    unit: .ppm
                )
            else {
                amounts[element] = "20"
                continue
            }
            let expectation = try CertifiedExpectation(match)
            let value = try #require(expectation.value)
            let shifted = try value + #require(expectation.sd) * shift
            amounts[element] = shifted.rounded(toScale: scale).description
        }
        return amounts
    }

    private static func certificate(
        _ rows: [(name: String, amounts: [String: String])],
        method: String = "FUS-MS"
    ) -> [UInt8] {
        ActlabsReport(
            reportNumber: "A26-04399",
            columns: elements.map { ($0, "ppm", "0.005", $0 == "Sc" || $0 == "Y" ? "FUS-ICP" : method) },
            rows: rows.map { row in (row.name, elements.map { row.amounts[$0] ?? "" }) }
        ).bytes
    }

    private static let register = "sample,type,reference,parent\nB1,blank,Quartz,\nR1,routine,,\n"

    private static func judgement(
        _ amounts: [String: String],
        of material: String,
        method: String = "FUS-MS"
    ) throws -> Judgement {
        let blank = Dictionary(uniqueKeysWithValues: elements.map { ($0, "<0.005") })
        let bytes = certificate([("R1", ordinary), ("C1", amounts), ("B1", blank)], method: method)
        let verdicts = try ShippedStandards.verdicts(bytes, registers: [register + "C1,crm,\(material),\n"])
        return try #require(verdicts.first).judgement
    }

    private static func result(_ judgement: Judgement, _ composite: String, _ sample: Int) throws -> CompositeResult {
        let column = try #require(judgement.composites.first { $0.composite == composite })
        return try #require(column.results.first { $0.sampleIndex == sample })
    }

    @Test(
        "Every shipped rare earth material at its certified values: the composites pass at once",
        arguments: [
            "OREAS 100a", "OREAS 101b", "OREAS 460", "OREAS 461", "OREAS 462", "OREAS 463", "OREAS 464", "OREAS 465",
        ]
    )
    func shippedMaterials(material: String) throws {
        // As many decimals as a laboratory could print at most; what they cut off is all that moves z.
        let judgement = try Self.judgement(try Self.certified(material, scale: 4), of: material)
        for composite in ["TREO", "TREO+Y", "magnet REO share"] {
            let result = try Self.result(judgement, composite, 1)
            #expect((result.outcome, result.rule) == (.pass, .crmComposite), "\(composite)")
            let z = try #require(result.z)
            #expect(abs(z) < 1e-5, "\(composite)")
        }
        // None of them certifies scandium after a fusion.
        #expect(try Self.result(judgement, "Sc2O3", 1).rule == .compositeNotCertified)
        #expect(judgement.outcome == .warn)
    }

    @Test("Both sorts of fusion columns in one sum, every factor named, and the sample of the golden case")
    func ordinarySample() throws {
        let judgement = try Self.judgement(try Self.certified("OREAS 461"), of: "OREAS 461")
        #expect(try Self.result(judgement, "Sc2O3", 0).value == ExactDecimal("276.08814"))
        #expect(try Self.result(judgement, "TREO", 0).value == ExactDecimal("6888.905476"))
        #expect(try Self.result(judgement, "TREO+Y", 0).value == ExactDecimal("7930.249716"))
        let column = try #require(judgement.composites.first { $0.composite == "TREO+Y" })
        #expect(column.members.hasPrefix("La2O3 = La by FUS-MS x 1.172769, Ce2O3 = Ce by FUS-MS x 1.171276, "))
        #expect(column.members.hasSuffix(", Y2O3 = Y by FUS-ICP x 1.269932"))
        #expect(column.results.map(\.sampleIndex) == [0, 1, 2])
        #expect(try Self.result(judgement, "TREO+Y", 2).outcome == .pass)
    }

    @Test("Members at 2 and 3 SD put the sum exactly on its limits")
    func limits() throws {
        func said(_ shift: ExactDecimal, lanthanum: ExactDecimal = 0) throws -> Outcome? {
            var amounts = try Self.certified("OREAS 461", shift: shift)
            let la = try #require(amounts["La"].flatMap { ExactDecimal($0) })
            amounts["La"] = try (la + lanthanum).description
            return try Self.result(try Self.judgement(amounts, of: "OREAS 461"), "TREO+Y", 1).outcome
        }
        let step = try #require(ExactDecimal("0.001"))
        #expect(try said(2, lanthanum: ExactDecimal.zero - step) == .pass)
        #expect(try said(2) == .pass)
        #expect(try said(2, lanthanum: step) == .warn)
        #expect(try said(3) == .warn)
        #expect(try said(3, lanthanum: step) == .fail)
        #expect(try said(-3) == .warn)
        #expect(try said(-3, lanthanum: ExactDecimal.zero - step) == .fail)
    }

    @Test("The message names convention, members, methods and by how much")
    func message() throws {
        let amounts = try Self.certified("OREAS 461", shift: #require(ExactDecimal("3.1")))
        let judgement = try Self.judgement(amounts, of: "OREAS 461")
        let findings = judgement.findings.filter { $0.rule == "crm_composite" && $0.analyte == "TREO+Y" }
        let message = try #require(findings.first).message
        #expect(
            message.hasPrefix("C1 (OREAS 461): TREO+Y (sesquioxides of La ... Lu, Y) by FUS-MS + FUS-ICP is ")
        )
        #expect(message.contains(" ppm, 3.1 SD above the "))
        #expect(message.contains(" ppm of its certified members (SD of correlated members "))
        #expect(judgement.outcome == .fail)
    }

    @Test("After aqua regia there is no TREO, and after two digestions neither")
    func otherDigestions() throws {
        let judgement = try Self.judgement(try Self.certified("OREAS 461"), of: "OREAS 461", method: "AR-MS")
        #expect(judgement.composites.map(\.composite) == ["Sc2O3"])
    }
}
