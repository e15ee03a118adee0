public import Geochemistry

/// The materials of a Standards folder with the files that they stand in.
///
/// It needs sound analytes only: an import may be what mends a broken file of materials.
public struct MaterialShelf: Sendable {
    public let analytes: AnalyteTable
    private let placed: [(name: MaterialName, file: String)]

    /// - Throws: the problems of analytes.csv.
    public init(_ folder: StandardsFolder) throws(StandardsProblems) {
        let log = ProblemLog()
        let files = FolderFiles(folder.path, log: log)
        guard files.exist, let file = files.analytes else { throw StandardsProblems(log.problems) }
        let analyteLog = ProblemLog()
        let analytes = AnalyteTableReader(file: file.path, log: analyteLog).read(file.bytes)
        guard !analyteLog.problems.contains(where: { $0.severity == .error }) else {
            throw StandardsProblems(analyteLog.problems)
        }
        self.analytes = analytes
        var reader = MaterialReader(analytes: analytes, log: log)
        placed = files.materials.flatMap { file in
            reader.read(file.bytes, file: file.path).map { ($0.name, file.path) }
        }
    }

    /// The files that have values of a material: `materials/OREAS_620.csv`. One, where the folder is sound.
    public func files(of name: MaterialName) -> [String] {
        placed.filter { $0.name == name }.map(\.file)
    }

    /// The materials that a file of certified values holds, as far as it can be read.
    public func materials(in bytes: [UInt8]) -> [ReferenceMaterial] {
        var reader = MaterialReader(analytes: analytes, log: ProblemLog())
        return reader.read(bytes, file: "").map(\.material)
    }
}
