public import CertificateReading
public import Logging
public import Standards

/// The Standards by which verdicts are made, renewed when a person has changed the folder.
///
/// An edit takes effect with the next delivery, once the whole folder reads without an error; until then the
/// snapshot before it stays in force, and the problems are logged once.
public final class StandardsInForce {
    public private(set) var snapshot: StandardsSnapshot
    public private(set) var reader: CertificateReader
    private let folder: StandardsFolder
    private let limits: ReadingLimits
    private let logger: Logger
    /// Names, sizes and times of all files, as they were at the last look.
    private var signature: [String: FileFacts]

    /// - Throws: ``StandardsProblems`` where the folder has errors: nothing is judged by half a rule book.
    public init(path: String, limits: ReadingLimits, logger: Logger) throws {
        folder = StandardsFolder(path)
        self.limits = limits
        self.logger = logger
        signature = Self.signature(of: path)
        snapshot = try folder.load()
        reader = CertificateReader(laboratories: snapshot.laboratories, analytes: snapshot.analytes, limits: limits)
    }

    /// Looks at the folder, and loads it anew where something in it has changed.
    /// - Parameter always: load it although nothing seems to have changed, as on SIGHUP.
    /// - Returns: true where other Standards are in force now.
    @discardableResult
    public func renew(always: Bool = false) -> Bool {
        let now = Self.signature(of: folder.path)
        guard always || now != signature else { return false }
        signature = now
        do {
            let renewed = try folder.load()
            guard renewed.sha256 != snapshot.sha256 || renewed.policiesDiffer(from: snapshot) else { return false }
            snapshot = renewed
            reader = CertificateReader(laboratories: renewed.laboratories, analytes: renewed.analytes, limits: limits)
            logger.tell(.standardsRenewed, ["sha256": "\(renewed.sha256)"])
            return true
        } catch {
            logger.tell(.standardsRefused, ["problems": "\(error)"])
            return false
        }
    }

    private static func signature(of path: String) -> [String: FileFacts] {
        var signature: [String: FileFacts] = [:]
        var folders = [path]
        while let next = folders.popLast() {
            guard let folder = try? Folder(next, create: false), let names = try? folder.names() else { continue }
            for name in names {
                guard let facts = try? folder.facts(name) else { continue }
                if facts.kind == .directory { folders.append(next + "/" + name.display) }
                signature[next + "/" + name.display] = facts
            }
        }
        return signature
    }
}

extension StandardsSnapshot {
    func policiesDiffer(from other: StandardsSnapshot) -> Bool {
        policies.mapValues(\.sha256) != other.policies.mapValues(\.sha256)
    }
}
