import CertificateReading
import Geochemistry
import QualityControl

/// One reading of all files, in the order in which they need each other. It always comes to an end; what is wrong is
/// in the log.
struct StandardsReading {
    let files: FolderFiles
    let analytes: AnalyteTable
    let materials: [MaterialReader.Placed]
    let library: MaterialLibrary
    let laboratories: [Laboratory]
    let policies: [String: LoadedPolicy]
    let sampling: [SamplingRule]
    let composites: [Composite]

    init(_ files: FolderFiles, log: ProblemLog) {
        self.files = files
        analytes = files.analytes.map { AnalyteTableReader(file: $0.path, log: log).read($0.bytes) } ?? AnalyteTable([])
        // Without its analytes every row of every file would be wrong: one error says it better than thousands.
        let isUsable = !analytes.entries.isEmpty
        materials = isUsable ? Self.materials(files.materials, analytes: analytes, log: log) : []
        let library = MaterialLibrary(materials.map(\.material), analytes: analytes)
        self.library = library
        let laboratoryReader = LaboratoryReader(analytes: analytes, log: log)
        laboratories = files.laboratories.compactMap { laboratoryReader.read($0.bytes, file: $0.path) }
        let composer = CompositeReader(analytes: analytes, log: log)
        composites = isUsable ? files.composites.map { composer.read($0.bytes, file: $0.path) } ?? [] : []
        let reader = PolicyReader(analytes: analytes, composites: composites.map(\.name), log: log)
        policies = isUsable ? Self.policies(files.policies, by: reader) : [:]
        let defaultPath = "policies/\(StandardsSnapshot.defaultPolicyName).toml"
        if files.exist, !files.policies.contains(where: { $0.path == defaultPath }) {
            log.add(.noDefaultPolicy, file: defaultPath, line: 0)
        }
        let sampler = SamplingReader(materials: library, log: log)
        sampling = files.sampling.map { sampler.read($0.bytes, file: $0.path) } ?? []
    }

    private static func materials(
        _ files: [FolderFile],
        analytes: AnalyteTable,
        log: ProblemLog
    ) -> [MaterialReader.Placed] {
        var reader = MaterialReader(analytes: analytes, log: log)
        var materials: [MaterialReader.Placed] = []
        var places: [MaterialName: Int] = [:]
        for file in files {
            for material in reader.read(file.bytes, file: file.path) {
                if let first = places[material.name] {
                    let complaint = Complaint.materialTwice(
                        material.name,
                        other: materials[first].file,
                        line: materials[first].line
                    )
                    log.add(complaint, file: material.file, line: material.line)
                } else {
                    places[material.name] = materials.count
                    materials.append(material)
                }
            }
        }
        return materials
    }

    private static func policies(
        _ files: [FolderFile],
        by reader: PolicyReader
    ) -> [String: LoadedPolicy] {
        var policies: [String: LoadedPolicy] = [:]
        var patterns: [(pattern: NamePattern, file: String)] = []
        for file in files {
            guard let loaded = reader.read(file.bytes, file: file.path, name: file.stem) else { continue }
            policies[loaded.policy.name] = loaded
            let mine = loaded.policy.projects.map { NamePattern($0) }
            let line = mine.isEmpty ? 0 : TOMLPlaces(file.bytes).line(of: [.key("projects")])
            for pattern in mine {
                for other in patterns where pattern.overlaps(other.pattern) {
                    let complaint = Complaint.projectsOverlap(
                        pattern.printed,
                        other: other.pattern.printed,
                        file: other.file
                    )
                    reader.log.add(complaint, file: file.path, line: line)
                }
            }
            patterns += mine.map { ($0, file.path) }
        }
        return policies
    }
}
