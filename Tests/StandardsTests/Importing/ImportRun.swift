import CertificateReading
import Geochemistry
import Standards
import TestSupport

/// An import with the analytes of the shipped Standards.
enum ImportRun {
    static func analytes() throws -> AnalyteTable { try ShippedFolderTests.snapshot().analytes }

    static func read(
        _ content: [UInt8],
        name: String,
        options: ImportOptions = ImportOptions()
    ) throws -> MaterialImport {
        let source = ImportSource(name: name, sha256: String(repeating: "a", count: 64))
        return try MaterialImport.read(content, source: source, options: options, analytes: try analytes())
    }

    static func read(_ text: String, name: String = "t.csv") throws -> MaterialImport {
        try read(Array(text.utf8), name: name)
    }

    /// The one material of a workbook.
    static func material(_ pack: DataPackFixture, options: ImportOptions = ImportOptions()) throws -> ImportedMaterial {
        let found = try read(pack.bytes, name: pack.fileName, options: options)
        guard found.kind == .dataPack, found.materials.count == 1 else { throw NotOne() }
        return found.materials[0]
    }

    struct NotOne: Error {}

    /// `Au fire_assay 0.685 ppm 0.021 certified pooled 'Fire Assay'`
    static func words(_ material: ImportedMaterial) -> [String] {
        material.material.values.map { value in
            "\(value.analyte) \(value.digestion.rawValue) \(value.value) \(value.unit) "
                + "\(value.sd.map { "\($0)" } ?? "-") \(value.kind.rawValue) \(value.sdKind) '\(value.method)'"
        }
    }

    /// `below_limit: Au, Gold < 3 (Pb Fire Assay)`
    static func left(_ material: ImportedMaterial) -> [String] {
        material.left.map { "\($0.reason.code): \($0.constituent) \($0.value) (\($0.heading))" }
    }

    /// The code and the words that an import is refused with.
    static func refusal(_ body: () throws -> MaterialImport) -> String {
        do {
            _ = try body()
            return "not refused"
        } catch let refusal as ImportRefusal {
            return "\(refusal.code): \(refusal)"
        } catch let problems as StandardsProblems {
            return "\(problems)"
        } catch let refusal as ReadingRefusal {
            return "\(refusal.code.rawValue): \(refusal)"
        } catch {
            return "\(error)"
        }
    }
}
