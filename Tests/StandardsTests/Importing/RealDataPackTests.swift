import Foundation
import Geochemistry
import Standards
import TestSupport
import Testing

/// The issuer's own workbooks against the table of their certified values.
@Suite("The issuer's DataPacks", .enabled(if: SharedFiles.arePresent))
struct RealDataPackTests {
    typealias Row = [String: String]

    struct Pack: Sendable, CustomTestStringConvertible {
        let material: String
        let file: String
        /// Rows of the table, and those of a digestion that no class of ours names.
        let rows: Int
        let leftOut: Int
        /// Lines of the written file: more than rows, where one value stands for two fusions.
        let lines: Int

        var testDescription: String { material }
    }

    static let packs = [
        Pack(
            material: "OREAS 24b",
            file: "OREAS 24b DataPack-2.1.180830_085149.xlsx",
            rows: 132,
            leftOut: 0,
            lines: 178
        ),
        Pack(material: "OREAS 45e", file: "OREAS 45e Datapack.xlsx", rows: 145, leftOut: 0, lines: 145),
        Pack(material: "OREAS 464", file: "OREAS 464 Datapack.xlsx", rows: 111, leftOut: 0, lines: 159),
        Pack(material: "OREAS 620", file: "OREAS 620 Datapack.xlsx", rows: 141, leftOut: 7, lines: 134),
    ]

    private func read(_ pack: Pack, figures: ImportOptions.Figures = .stored) throws -> ImportedMaterial {
        let reading = figures == .stored ? Self.stored[pack.material] : Self.shown[pack.material]
        return try #require(reading).get()
    }

    /// Each workbook is large, and read once.
    private static let stored = readings(.stored)
    private static let shown = readings(.shown)

    private static func readings(_ figures: ImportOptions.Figures) -> [String: Result<ImportedMaterial, any Error>] {
        let readings = packs.map { pack in
            let reading = Result {
                let bytes = try SharedFiles.bytes("real/oreas-datapacks/\(pack.file)")
                let found = try ImportRun.read(bytes, name: pack.file, options: ImportOptions(figures: figures))
                #expect(found.materials.count == 1)
                return try #require(found.materials.first)
            }
            return (pack.material, reading)
        }
        return Dictionary(uniqueKeysWithValues: readings)
    }

    private static let rows = Result { try SharedFiles.rows("crm/oreas_certified.csv") }

    private func table(of pack: Pack) throws -> [Row] {
        try Self.rows.get().filter { $0["crm"] == pack.material }
    }

    /// The words of the table for the kind of an SD.
    private static let sdKinds = ["pooled-lab": "pooled", "stated (kind not named)": "", "": ""]

    @Test("Every row of the table is there cell by cell, and nothing else is", arguments: packs)
    func equal(pack: Pack) throws {
        let table = try table(of: pack)
        #expect(table.count == pack.rows)
        let imported = try read(pack)
        let values = imported.material.values
        #expect(values.count == pack.lines)
        let analytes = try ImportRun.analytes()
        var met: Set<Int> = []
        var missing: [Row] = []
        for row in table {
            let analyte = analytes.analyte(printed: row["analyte"] ?? "")
            let indexes = values.indices.filter { index in
                let value = values[index]
                return value.analyte == analyte && value.method == row["method"]
                    && value.unit == Unit(printed: row["unit"] ?? "")
                    && value.value == row["value"].flatMap { ExactDecimal($0) }
                    && value.sd == row["sd"].flatMap { ExactDecimal($0) }
                    && value.sdKind == Self.sdKinds[row["sd_kind"] ?? "?"]
            }
            let isForBoth = row["method"] == "Borate / Peroxide Fusion ICP"
            if indexes.isEmpty {
                missing.append(row)
            } else {
                #expect(indexes.count == (isForBoth ? 2 : 1), "\(row)")
                let digestions = indexes.map { values[$0].digestion }
                #expect(Set(digestions).count == indexes.count, "\(row)")
            }
            met.formUnion(indexes)
        }
        #expect(met.count == values.count, "values that the table does not have")
        #expect(missing.count == pack.leftOut)
        for row in missing {
            let left = imported.left.first {
                $0.heading == row["method"] && $0.constituent.hasPrefix((row["analyte"] ?? "?") + ",")
            }
            #expect(left?.reason == .unknownHeading, "\(row)")
        }
        // What is left beside them has a reason of its own, and is in no row of the table.
        let others = imported.left.filter { $0.reason != .indicative && $0.reason != .unknownHeading }
        #expect(others.allSatisfy { $0.reason == .below }, "\(others)")
    }

    @Test("The written file passes the check, reads back the same, and says what the starter says", arguments: packs)
    func file(pack: Pack) throws {
        let imported = try read(pack)
        let file = try MaterialFile(imported, analytes: try ImportRun.analytes())
        #expect(file.warnings.isEmpty, "\(file.warnings)")
        #expect(file.name == pack.material.replacing(" ", with: "_") + ".csv")
        let temporary = try TemporaryFolder()
        let folder = temporary.url.appending(path: "Standards")
        try FileManager.default.copyItem(at: LabRoot.package.appending(path: "Standards"), to: folder)
        let path = folder.appending(path: "materials/" + file.name)
        try Data(file.bytes).write(to: path)
        #expect(StandardsFolder(folder.path).check().isEmpty)
        let library = try StandardsFolder(folder.path).load().materials
        let back = try #require(library[MaterialName(pack.material)])
        #expect(back.certificate == imported.material.certificate)
        #expect(back.values.map { [$0.value, $0.sd] } == imported.material.values.map { [$0.value, $0.sd] })
        // The starter set was rounded by hand from the same workbooks.
        let shipped = try #require(try ShippedFolderTests.snapshot().materials[MaterialName(pack.material)])
        let changes = MaterialChange.between(shipped, back)
        #expect(changes.allSatisfy { $0.kind == .changed && $0.isRounding }, "\(changes.filter { !$0.isRounding })")
        #expect(back.supplier == shipped.supplier)
        #expect(back.certificate == shipped.certificate)
    }

    @Test(
        "What is left is listed: indicative values and what is below a limit",
        arguments: zip(packs, [80, 73, 50, 58])
    )
    func left(pack: Pack, indicative: Int) throws {
        let imported = try read(pack)
        #expect(imported.left.count { $0.reason == .indicative } == indicative)
        let below = ["OREAS 24b": 1, "OREAS 45e": 0, "OREAS 464": 4, "OREAS 620": 4]
        #expect(imported.left.count { $0.reason == .below } == below[pack.material])
    }

    @Test("Rounded, the numbers are those that the workbook shows", arguments: packs)
    func rounded(pack: Pack) throws {
        let stored = try read(pack).material.values
        let shown = try read(pack, figures: .shown).material.values
        #expect(shown.count == stored.count)
        for (value, exact) in zip(shown, stored) {
            #expect(exact.value.rounded(toScale: value.value.scale) == value.value, "\(value)")
        }
    }
}
