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
    public func load() throws(StandardsProblems) -> StandardsSnapshot { try load { _ in } }

    /// The folder as it would be with a policy that is not in it, or not so; nothing is written.
    /// - Parameters:
    ///   - trial: the bytes of a policy file, and the path under which problems are told of it.
    ///   - name: of the policy that it would be or replace.
    /// - Throws: as ``load()``.
    public func load(trying trial: FolderFile, as name: String) throws(StandardsProblems) -> StandardsSnapshot {
        let place = "policies/\(name).toml"
        do throws(StandardsProblems) {
            return try load { files in
                files.policies.removeAll { $0.path == place }
                files.policies.append(FolderFile(path: place, bytes: trial.bytes))
                files.policies.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            }
        } catch {
            throw StandardsProblems(error.problems.map { $0.file == place ? $0.told(of: trial.path) : $0 })
        }
    }

    private func load(
        _ change: (inout FolderFiles) -> Void
    ) throws(StandardsProblems) -> StandardsSnapshot {
        let log = ProblemLog()
        var files = FolderFiles(path, log: log)
        change(&files)
        let reading = StandardsReading(files, log: log)
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
        let policySlips = PolicySlips(laboratories: reading.laboratories, materials: reading.library, log: log)
        for policy in reading.policies.values.sorted(by: { $0.file < $1.file }) { policySlips.check(policy) }
        return log.problems.sorted()
    }
}
