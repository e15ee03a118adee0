public import CertificateReading
public import Geochemistry

/// What a file holds for materials/.
public struct MaterialImport: Sendable {
    public let source: ImportSource
    public let kind: ImportSource.Kind
    public let materials: [ImportedMaterial]

    /// Reads the issuer's workbook or a plain table; the content decides which it is, never the name.
    ///
    /// - Throws: ``ImportRefusal``; ``StandardsProblems`` for the mistakes of a table, each with its line;
    ///   `ReadingRefusal` for what is neither.
    public static func read(
        _ content: [UInt8],
        source: ImportSource,
        options: ImportOptions = ImportOptions(),
        analytes: AnalyteTable,
        limits: ReadingLimits = .standard
    ) throws -> MaterialImport {
        var content = content
        if !isZip(content) {
            let members = try Container.open(content, name: source.name, limits: limits)
            guard let only = members.first, members.count == 1 else { throw ImportRefusal.severalFiles(source.name) }
            content = only.bytes
        }
        guard isZip(content) else {
            let text = try TextDecoding.utf8(content)
            if let heading = options.headings.keys.min() { throw ImportRefusal.headingNotThere(heading, there: []) }
            let materials = try MaterialTable(source: source, analytes: analytes).read(text)
            return MaterialImport(source: source, kind: .table, materials: materials)
        }
        let workbook = try Workbook.read(content, name: source.name, limits: limits)
        let material = try DataPack(source: source, analytes: analytes, options: options).read(workbook)
        return MaterialImport(source: source, kind: .dataPack, materials: [material])
    }

    /// A workbook is a zip; the name of the file proves nothing.
    private static func isZip(_ content: [UInt8]) -> Bool { content.starts(with: [0x50, 0x4B, 0x03, 0x04]) }
}
