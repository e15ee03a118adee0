import Geochemistry
import Standards
import TestSupport
import Testing

/// The starter set against the tables that it was transcribed from.
@Suite("Shipped reference materials", .enabled(if: SharedFiles.arePresent))
struct ShippedMaterialTests {
    typealias Row = [String: String]

    static let tables = [
        "crm/oreas_certified.csv", "crm/usgs_certificates.csv", "crm/nrcan_rocklabs_pages.csv",
        "crm/cdn_amis_rocklabs_nrcan_pages.csv",
    ]
    /// Digestions that no class of ours names; their rows are left out on purpose, and the files say so.
    static let methodsLeftOut = ["3-Acid Digestion (no HF)", "Sulphuric Acid Leach"]
    static let spellings = ["LOI1000": "LOI", "Fetot": "Fe", "Fe2O3tot": "Fe2O3", "Fe2O3T": "Fe2O3", "Stot": "S"]

    static func sources() throws -> [String: [Row]] {
        var rows: [String: [Row]] = [:]
        for table in tables {
            for row in try SharedFiles.rows(table) { rows[row["crm"] ?? "", default: []].append(row) }
        }
        return rows
    }

    @Test("Every value and SD is that of its source, rounded to the decimals that are printed")
    func valuesAreThoseOfTheSource() throws {
        let sources = try Self.sources()
        let materials = try ShippedFolderTests.snapshot().materials.materials
        var compared = 0
        for material in materials {
            let rows = try #require(sources[material.name.printed], "\(material.name.printed) has no source")
            for value in material.values {
                let candidates = rows.filter { Self.speaks($0, of: value) }
                let fits = candidates.contains { row in
                    guard let source = row["value"].flatMap({ ExactDecimal($0) }) else { return false }
                    return source.rounded(toScale: value.value.scale) == value.value && Self.hasSD(of: row, value)
                }
                #expect(fits, "\(material.name.printed) \(value.place)")
                compared += 1
            }
        }
        #expect(compared > 4000)
    }

    @Test("Every row of a material is there, but for digestions left out")
    func nothingIsMissing() throws {
        let sources = try Self.sources()
        let library = try ShippedFolderTests.snapshot().materials
        for material in library.materials {
            for row in sources[material.name.printed] ?? [] where !Self.isLeftOut(row, in: material) {
                let found = material.values.contains { Self.speaks(row, of: $0) }
                #expect(found, "\(material.name.printed) \(row["analyte"] ?? "") \(row["method"] ?? "")")
            }
        }
    }

    @Test("An uncertainty never became an SD, and two SD never one")
    func uncertaintyIsNoSD() throws {
        let library = try ShippedFolderTests.snapshot().materials
        for name in ["BHVO-2", "W-2"] {
            let material = try #require(library[MaterialName(name)])
            #expect(material.values.allSatisfy { $0.sd == nil })
            #expect(material.values.contains { !$0.uncertainty.isEmpty })
        }
        let gold = try #require(
            library.match(MaterialName("CDN CM 35"), analyte: Analyte("Au"), digestion: .fireAssay, unit: .ppm)
        )
        #expect(gold.certified.sd == ExactDecimal("0.016"))
    }

    @Test("Values and SD are those that certificates print")
    func printedValues() throws {
        let library = try ShippedFolderTests.snapshot().materials
        let digestions: [String: DigestionClass] = [
            "Pb fire assay": .fireAssay, "aqua regia": .aquaRegia, "4-acid": .fourAcid,
        ]
        for row in try SharedFiles.rows("golden/crm_gates.csv") {
            let digestion = try #require(digestions[row["method"] ?? ""])
            let unit = Unit(printed: row["unit"] ?? "")
            let name = MaterialName(row["crm"] ?? "")
            let analyte = Analyte(row["element"] ?? "")
            let match = try #require(library.match(name, analyte: analyte, digestion: digestion, unit: unit))
            #expect(match.conversion == .identity)
            #expect(match.certified.value.description == row["certified"], "\(row)")
            #expect(match.certified.sd?.description == row["sd"], "\(row)")
        }
    }

    /// Whether a row of a source is what a value was taken from.
    private static func speaks(_ row: Row, of value: CertifiedValue) -> Bool {
        let printed = row["analyte"] ?? ""
        let method = row["method"] ?? ""
        return (spellings[printed] ?? printed) == value.analyte.symbol
            && Unit(printed: row["unit"] ?? "").partsPerMillion == value.unit.partsPerMillion
            && (method == value.method || (method.isEmpty && value.method == "total"))
    }

    private static func hasSD(of row: Row, _ value: CertifiedValue) -> Bool {
        if let two = row["pm"].flatMap({ ExactDecimal($0) }) {
            return row["pm_kind"] == "2SD between-lab" && value.sd.flatMap { try? $0 + $0 } == two
        }
        let source = row["sd"].flatMap { ExactDecimal($0) }
        guard let sd = value.sd, let source else { return value.sd == nil && source == nil }
        return source.rounded(toScale: sd.scale) == sd
    }

    private static func isLeftOut(_ row: Row, in material: ReferenceMaterial) -> Bool {
        let method = row["method"] ?? ""
        let analyte = row["analyte"] ?? ""
        if methodsLeftOut.contains(method) { return true }
        // Iron by valency; laboratories report total iron.
        if material.name.printed == "W-2", ["Fe2O3", "FeO"].contains(analyte) { return true }
        return method == "Ni-S Fire Assay"
            && material.values.contains { $0.analyte.symbol == analyte && $0.method == "Pb Fire Assay" }
    }
}
