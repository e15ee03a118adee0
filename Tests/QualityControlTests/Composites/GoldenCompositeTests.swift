import Foundation
import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Composites: golden figures", .enabled(if: SharedFiles.arePresent))
struct GoldenCompositeTests {
    private struct Case {
        let ppm: [(element: String, amount: String)]
        let figures: [String: Double]
        let analytes: AnalyteTable
        let factors: [String: ExactDecimal]

        init() throws {
            let json = try JSONSerialization.jsonObject(with: Data(SharedFiles.bytes("golden/treo_case.json")))
            let object = try #require(json as? [String: Any])
            let ppm = try #require(object["ppm"] as? [String: Int])
            self.ppm = ppm.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") }
            figures = object.compactMapValues { $0 as? Double }
            var entries: [AnalyteEntry] = []
            var factors: [String: ExactDecimal] = [:]
            for row in try SharedFiles.rows("golden/oxide_factors.csv") {
                let element = Analyte(try #require(row["element"]))
                let oxide = try #require(row["oxide"])
                let factor = try #require(row["factor_element_to_oxide_computed"].flatMap { ExactDecimal($0) })
                factors[oxide] = factor
                if !entries.contains(where: { $0.analyte == element }) {
                    entries.append(AnalyteEntry(analyte: element, name: "", kind: .element))
                }
                entries.append(
                    AnalyteEntry(analyte: Analyte(oxide), name: "", kind: .oxide, element: element, factor: factor)
                )
            }
            analytes = AnalyteTable(entries)
            self.factors = factors
        }
    }

    private static let stable = ["Ce": "CeO2", "Pr": "Pr6O11", "Tb": "Tb4O7"]
    private static let lanthanides = "La Ce Pr Nd Sm Eu Gd Tb Dy Ho Er Tm Yb Lu".split(separator: " ").map(String.init)

    private static func oxide(_ element: String, isStable: Bool) -> String {
        isStable ? stable[element] ?? "\(element)2O3" : "\(element)2O3"
    }

    private func composite(_ name: String, _ elements: [String], isStable: Bool, share: [String]? = nil) -> Composite {
        func members(_ elements: [String]) -> [CompositeMember] {
            elements.map {
                CompositeMember(element: Analyte($0), counted: Analyte(Self.oxide($0, isStable: isStable)))
            }
        }
        let part = share ?? elements
        return Composite(
            name: name,
            kind: share == nil ? .sum : .share,
            convention: isStable ? "stable" : "sesquioxide",
            members: members(part),
            others: members(elements.filter { !part.contains($0) }),
            unit: share == nil ? .ppm : .percent,
            tier: .decision,
            digestions: [.borateFusion],
            spread: .correlated
        )
    }

    /// One sample with the amounts of the case, all of them by one fusion.
    private func result(
        _ composite: Composite,
        _ golden: Case,
        with changes: [String: String] = [:]
    ) throws -> CompositeResult {
        var batch = Batch()
        batch.builder = CertificateBuilder()
        for (element, _) in golden.ppm {
            batch.builder.column(element, "ppm", method: "FUS-MS", .borateFusion, detectionLimit: "0.1")
        }
        batch.builder.row("A1", golden.ppm.map { changes[$0.element] ?? $0.amount })
        batch.materials = MaterialLibrary([], analytes: golden.analytes)
        batch.composites = [composite]
        return try #require(batch.judgement.composites.first?.results.first)
    }

    @Test("TREO, TREO + Y2O3 and Sc2O3 in both conventions")
    func figures() throws {
        let golden = try Case()
        let withYttrium = Self.lanthanides + ["Y"]
        for (key, composite) in [
            ("TREO_sesquioxide_ppm", composite("TREO", Self.lanthanides, isStable: false)),
            ("TREO_sesquioxide_plus_Y2O3_ppm", composite("TREO+Y", withYttrium, isStable: false)),
            ("TREO_stable_oxide_ppm(CeO2,Pr6O11,Tb4O7)", composite("TREO", Self.lanthanides, isStable: true)),
            ("TREO_stable_plus_Y2O3_ppm", composite("TREO+Y", withYttrium, isStable: true)),
            ("Sc2O3_ppm", composite("Sc2O3", ["Sc"], isStable: false)),
        ] {
            let figure = try #require(golden.figures[key])
            let result = try result(composite, golden)
            let value = try #require(result.value)
            // The golden figure comes from atomic weights, ours from factors of six decimals.
            #expect(abs(value.approximate / figure - 1) < 5e-7, "\(key): \(value) against \(figure)")
            let exact = try composite.members.reduce(ExactDecimal.zero) { sum, member in
                let amount = try #require(golden.ppm.first { $0.element == member.element.symbol }?.amount)
                return try sum + #require(ExactDecimal(amount)) * #require(golden.factors[member.counted.symbol])
            }
            #expect(value == exact)
            #expect((result.lowest, result.highest) == (value, value))
        }
    }

    @Test("The convention moves the magnet share too")
    func share() throws {
        let golden = try Case()
        for (isStable, total) in [(false, "TREO_sesquioxide_plus_Y2O3_ppm"), (true, "TREO_stable_plus_Y2O3_ppm")] {
            let magnets = ["Nd", "Pr", "Tb", "Dy"]
            let share = composite("share", Self.lanthanides + ["Y"], isStable: isStable, share: magnets)
            let part = try magnets.reduce(0.0) { sum, element in
                let amount = try #require(golden.ppm.first { $0.element == element }.flatMap { Double($0.amount) })
                return try sum + amount * #require(golden.factors[Self.oxide(element, isStable: isStable)]).approximate
            }
            let value = try #require(try result(share, golden).value).approximate
            let whole = try #require(golden.figures[total])
            #expect(abs(value / (100 * part / whole) - 1) < 1e-6)
        }
    }

    @Test("A censored member: low with it at 0, high with it at the limit")
    func censored() throws {
        let golden = try Case()
        let composite = composite("TREO", Self.lanthanides, isStable: false)
        let whole = try #require(try result(composite, golden, with: ["Lu": "0.1"]).value)
        let result = try result(composite, golden, with: ["Lu": "<0.1"])
        let lutetium = try #require(golden.factors["Lu2O3"])
        #expect(result.value == nil)
        #expect(result.highest == whole)
        #expect(result.lowest == (try whole - #require(ExactDecimal("0.1")) * lutetium))
        #expect(result.note == "members below or above a limit leave an interval")
    }
}
