import TOMLKit

/// One TOML file of the Standards folder, read strictly: each key that nobody asked for is an error.
///
/// ```swift
/// let log = ProblemLog()
/// let file = TOMLFile(file: "laboratories/als.toml", bytes: bytes, log: log)
/// let name = file.root.string("name")                    // nil, and a problem in the log, where absent
/// for method in file.root.sections("method") { ... }     // [[method]]
/// file.finish()                                          // unknown keys
/// ```
public struct TOMLFile {
    /// Relative to Standards/.
    public let file: String
    public let root: TOMLSection
    public let log: ProblemLog
    /// False where the text is not TOML at all; ``root`` is empty then, and only that problem is in the log.
    public let isReadable: Bool

    /// Larger files are refused: no table of a laboratory's methods comes near.
    static let maximumSize = 1 << 20

    public init(file: String, bytes: [UInt8], log: ProblemLog) {
        self.file = file
        self.log = log
        let table = Self.parse(bytes, file: file, log: log)
        isReadable = table != nil
        // The walk is recursive, so only a text that is known to be valid and flat is walked.
        let places = table == nil ? TOMLPlaces([]) : TOMLPlaces(bytes)
        let members = table.map { TOMLNode.members(of: $0, at: [], in: places) } ?? [:]
        root = TOMLSection(members: members, path: [], source: TOMLSource(file: file, places: places, log: log))
    }

    public init(file: String, text: String, log: ProblemLog) {
        self.init(file: file, bytes: Array(text.utf8), log: log)
    }

    /// Complains of every key that was not asked for. Call it when everything has been read.
    public func finish() {
        if isReadable { root.finish() }
    }

    private static func parse(_ bytes: [UInt8], file: String, log: ProblemLog) -> TOMLTable? {
        guard bytes.count <= maximumSize else {
            log.add(.unreadableFile("it is larger than \(maximumSize >> 20) MB"), file: file, line: 0)
            return nil
        }
        if let line = TextLines.firstInvalid(in: bytes) {
            log.add(.notUTF8, file: file, line: line)
            return nil
        }
        if let line = TOMLNesting.firstTooDeep(in: bytes) {
            log.add(.nestedTooDeeply, file: file, line: line)
            return nil
        }
        if let trap = TOMLPlaces(bytes).firstTrap {
            log.add(trap.complaint, file: file, line: trap.line)
            return nil
        }
        do {
            return try TOMLTable(string: String(decoding: bytes, as: UTF8.self))
        } catch {
            let problem = error as? TOMLParseError
            let line = problem?.source.begin.line ?? 0
            log.add(.notTOML(problem?.description ?? "\(error)"), file: file, line: line)
            return nil
        }
    }
}
