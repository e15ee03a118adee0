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
        let text = try TextDecoding.utf8(content)
        if let heading = options.headings.keys.min() { throw ImportRefusal.headingNotThere(heading, there: []) }
        let materials = try MaterialTable(source: source, analytes: analytes).read(text)
        return MaterialImport(source: source, kind: .table, materials: materials)
    }
}
