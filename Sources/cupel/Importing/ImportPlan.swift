import Geochemistry
import Intake
import Standards

/// Where one imported material is to be written, and what that would change.
struct ImportPlan {
    enum State {
        case new
        /// The very bytes are there.
        case unchanged
        case replaces([MaterialChange])
    }

    let imported: ImportedMaterial
    let file: MaterialFile
    let target: NamedFile
    let state: State

    /// Nothing is written before every material of a file has found its place.
    static func plans(for found: MaterialImport, shelf: ImportShelf, to: String?) throws -> [ImportPlan] {
        if to != nil, found.materials.count > 1 {
            let names = found.materials.map(\.material.name.printed).joined(separator: ", ")
            throw CommandFailure(
                ExitStatus.usage,
                "\(found.source.name) has several materials (\(names)), and --to names one file; leave --to out"
            )
        }
        var plans: [ImportPlan] = []
        for imported in found.materials {
            let plan = try ImportPlan(imported, shelf: shelf, to: to)
            let name = imported.material.name.printed
            if let other = plans.first(where: { $0.target.path == plan.target.path }) {
                throw ImportRefusal.sameFile(other.imported.material.name.printed, name, file: plan.target.path)
            }
            plans.append(plan)
        }
        return plans
    }

    private init(_ imported: ImportedMaterial, shelf: ImportShelf, to: String?) throws {
        self.imported = imported
        file = try MaterialFile(imported, analytes: shelf.shelf.analytes)
        target = try shelf.target(of: imported.material.name, named: file.name, to: to)
        guard try target.folder.facts(target.name) != nil else {
            state = .new
            return
        }
        let there = try target.seal(limit: shelf.limits).content
        if there == file.bytes {
            state = .unchanged
            return
        }
        let materials = shelf.shelf.materials(in: there)
        if let other = materials.first(where: { $0.name != imported.material.name }) {
            throw CommandFailure(
                ExitStatus.cannotCreate,
                "\(target.path) holds \(other.name.printed), which would be lost; write elsewhere with --to"
            )
        }
        let old =
            materials.first
            ?? ReferenceMaterial(name: imported.material.name, supplier: "", certificate: "", values: [])
        state = .replaces(MaterialChange.between(old, imported.material))
    }

    /// Whether a file would be overwritten.
    var overwrites: Bool { if case .replaces = state { true } else { false } }

    /// - Returns: whether anything was written.
    func write() throws -> Bool {
        switch state {
        case .unchanged: return false
        case .replaces: try target.folder.write(file.bytes, as: target.name)
        case .new:
            guard try target.folder.writeNew(file.bytes, as: target.name) else {
                throw CommandFailure(
                    ExitStatus.cannotCreate,
                    "\(target.path) came to be just now; look at it, and import again"
                )
            }
        }
        return true
    }
}
