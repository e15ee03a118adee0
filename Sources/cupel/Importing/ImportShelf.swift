import CertificateReading
import Geochemistry
import Intake
import Standards

/// The materials folder of a root, as an import finds it.
struct ImportShelf {
    let shelf: MaterialShelf
    let limits: ReadingLimits
    private let standards: String

    private var folder: String { standards + "/materials" }

    init(_ root: Root) throws {
        shelf = try MaterialShelf(StandardsFolder(root.standards))
        limits = root.limits
        standards = root.standards
    }

    /// The file for a material: the one that was asked for, else the one that has it already, else one of its name.
    /// One material stands in one file, or the folder could not be read.
    func target(of name: MaterialName, named fileName: String, to: String?) throws -> NamedFile {
        let there = shelf.files(of: name).map { standards + "/" + $0 }
        let target = try NamedFile(to ?? there.first ?? folder + "/" + fileName)
        guard try isHere(target) else { return target }
        guard target.name.display.lowercased().hasSuffix(".csv"), !target.name.isPartial else {
            throw CommandFailure(
                ExitStatus.usage,
                "\(target.path): of materials/ only names that end in .csv and are not hidden are read"
            )
        }
        guard let other = try there.first(where: { try NamedFile($0).name != target.name }) else { return target }
        throw CommandFailure(
            ExitStatus.cannotCreate,
            "\(name.printed) stands in \(other), and one material has one file; leave --to out, or remove that file"
        )
    }

    /// Whether a file lies in the materials folder, under whatever path.
    private func isHere(_ file: NamedFile) throws -> Bool {
        let here = try Folder(folder, create: false).facts(FileName("."))
        let there = try file.folder.facts(FileName("."))
        guard let here, let there else { return false }
        return here.isSameFile(as: there)
    }
}
