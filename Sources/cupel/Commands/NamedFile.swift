import ArgumentParser
import CertificateReading
import Geochemistry
import Intake
import Logging

/// A file that the command line names.
struct NamedFile {
    let path: String
    let folder: Folder
    let name: FileName

    init(_ path: String) throws {
        self.path = path
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        folder = try Folder(parent, create: false)
        name = FileName(slash.map { String(path[path.index(after: $0)...]) } ?? path)
    }

    func seal(limit: ReadingLimits) throws -> SealedFile {
        do throws(SealedFile.Failure) {
            return try SealedFile(name, in: folder, limit: Int64(limit.deliveredBytes))
        } catch {
            throw CommandFailure(ExitStatus.unreadable, "\(path): \(Self.words(error))")
        }
    }

    private static func words(_ failure: SealedFile.Failure) -> String {
        switch failure {
        case .missing: "there is no such file"
        case .stillChanging: "it is still being written; try again when the writer is done"
        case .tooLarge(let size, let limit): "it is \(size) bytes long, and at most \(limit) are read"
        case .notRegular(let kind): "it is \(kind.words), and only plain files are read"
        case .file(let failure): "\(failure)"
        }
    }
}

extension FileName {
    /// Whether anything stands under a path.
    static func exists(_ path: String) throws -> Bool {
        guard let file = try? NamedFile(path) else { return false }
        return try file.folder.facts(file.name) != nil
    }
}

extension Logger {
    /// Warnings and worse, on standard error.
    static var quiet: Logger { Logger(label: "cupel") { _ in PlainLog(level: .error) } }
}
