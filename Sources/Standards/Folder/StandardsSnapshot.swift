public import CertificateReading
public import Geochemistry
public import QualityControl

/// Everything that the Standards folder said at one moment. A verdict names it by its hashes.
public struct StandardsSnapshot: Sendable {
    public let materials: MaterialLibrary
    public let analytes: AnalyteTable
    /// In the order of their files.
    public let laboratories: [Laboratory]
    /// By name: the file without its ending.
    public let policies: [String: LoadedPolicy]
    /// The policy of every project that has none of its own.
    public let defaultPolicy: LoadedPolicy
    public let sampling: [SamplingRule]
    /// Of composites.toml, in its order; none where there is no such file.
    public let composites: [Composite]
    /// Over all files but the policies, in hexadecimal: the same content gives the same hash on any machine.
    public let sha256: String
    /// Every file that was read, policies too, by path, so that the ledger can keep the snapshot whole.
    public let snapshotFiles: [FolderFile]
    /// What somebody should look at; nothing here forbids the use of the folder.
    public let warnings: [StandardsProblem]
    private let patterns: [(pattern: NamePattern, policy: LoadedPolicy)]

    /// `policies/default.toml`.
    public static let defaultPolicyName = "default"

    init(
        materials: MaterialLibrary,
        analytes: AnalyteTable,
        laboratories: [Laboratory],
        policies: [String: LoadedPolicy],
        defaultPolicy: LoadedPolicy,
        sampling: [SamplingRule],
        composites: [Composite],
        files: FolderFiles,
        warnings: [StandardsProblem]
    ) {
        self.materials = materials
        self.analytes = analytes
        self.laboratories = laboratories
        self.policies = policies
        self.defaultPolicy = defaultPolicy
        self.sampling = sampling
        self.composites = composites
        snapshotFiles = files.all
        self.warnings = warnings
        sha256 = ContentHash.of(files.withoutPolicies)
        patterns = policies.values.sorted { $0.file < $1.file }.flatMap { loaded in
            loaded.policy.projects.map { (NamePattern($0), loaded) }
        }
    }

    /// The policy whose projects fit, or the default. Loading makes sure that no two can fit.
    public func policy(for project: String) -> LoadedPolicy {
        patterns.first { $0.pattern.matches(project) }?.policy ?? defaultPolicy
    }
}
