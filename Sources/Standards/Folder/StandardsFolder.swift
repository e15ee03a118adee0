import Geochemistry
import QualityControl

/// The Standards folder on disk. It is read whole or not at all: a folder with an error gives no snapshot.
public struct StandardsFolder: Sendable {
    public let path: String

    public init(_ path: String) {
        self.path = path
    }

    /// Reads every file and checks what would make a verdict wrong.
    /// - Throws: all errors of the folder at once, with its warnings.
    public func load() throws(StandardsProblems) -> StandardsSnapshot {
        let log = ProblemLog()
        let reading = StandardsReading(FolderFiles(path, log: log), log: log)
        let isSound = !log.problems.contains { $0.severity == .error }
        guard isSound, let defaultPolicy = reading.policies[StandardsSnapshot.defaultPolicyName] else {
            throw StandardsProblems(log.problems)
        }
        return StandardsSnapshot(
            materials: reading.library,
            analytes: reading.analytes,
            laboratories: reading.laboratories,
            policies: reading.policies,
            defaultPolicy: defaultPolicy,
            sampling: reading.sampling,
            composites: reading.composites,
            files: reading.files,
            warnings: log.problems.sorted()
        )
    }

    /// Everything that ``load()`` finds, and what is allowed but looks like a slip; by file and line.
    public func check() -> [StandardsProblem] {
        let log = ProblemLog()
        let reading = StandardsReading(FolderFiles(path, log: log), log: log)
        let slips = MaterialSlips(analytes: reading.analytes, log: log)
        for material in reading.materials { slips.check(material) }
        return log.problems.sorted()
    }
}
