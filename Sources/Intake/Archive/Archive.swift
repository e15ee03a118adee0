import Glibc

/// The originals, kept for ever and read-only.
///
/// ```
/// archive/by-hash/3f/3fa2...e1-VA19012345.csv          the bytes as delivered
/// archive/by-certificate/ALS/VA19012345/3fa2c0de91b4-VA19012345.csv   a link to them
/// archive/by-certificate/ALS/VA19012345/91b40c7d22ef-letter.pdf       a document that came with it, by its own hash
/// archive/.writing/                                    what is being written, until it is whole
/// ```
/// The ledger knows the same by hash; what stands by certificate is for people who look with nothing but a shell.
public struct Archive: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// Stores a sealed content once, on disk when this returns. A content that is there already is left alone.
    func store(_ sealed: SealedFile) throws(FileFailure) {
        let folder = try shelf(of: sealed.sha256)
        let name = FileName(sealed.sha256 + "-" + FileName.safe(sealed.name.display))
        guard try find(sealed.sha256, in: folder) == nil else { return }
        try folder.write(sealed.content, as: name, mode: 0o444, on: desk())
    }

    /// Where files are written before they are moved to their place: one folder that can be swept, however many there are.
    func desk() throws(FileFailure) -> Folder { try Folder(path + "/.writing") }

    /// Removes what a process that died left half written.
    func sweep() throws(FileFailure) { try desk().sweep() }

    /// The folder of a hash; a new one is on disk itself before anything is laid into it.
    private func shelf(of sha256: String) throws(FileFailure) -> Folder {
        if let folder = try? Folder(hashFolder(sha256), create: false) { return folder }
        let folder = try Folder(hashFolder(sha256))
        try Folder(path + "/by-hash").sync()
        try Folder(path).sync()
        return folder
    }

    /// Makes the link by which a person finds the original of a certificate. The content has been stored before.
    func link(_ sha256: String, laboratory: String, batch: String) throws(FileFailure) {
        let shelf = try Folder(hashFolder(sha256), create: false)
        guard let original = try find(sha256, in: shelf) else { return }
        let folder = try Folder(
            path + "/by-certificate/" + FileName.safe(laboratory) + "/" + FileName.safe(batch)
        )
        let originalName = String(original.display.dropFirst(sha256.count + 1))
        let link = FileName(sha256.prefix(12) + "-" + originalName)
        let target = "../../../by-hash/" + sha256.prefix(2) + "/" + original.display
        guard link.withCString({ symlinkat(target, folder.descriptor, $0) }) == 0 || errno == EEXIST else {
            throw FileFailure("link", folder.place(link))
        }
    }

    /// The bytes of a stored content, verified against its hash.
    public func content(_ sha256: String, limit: Int64) throws(ArchiveFailure) -> [UInt8] {
        let sealed: SealedFile
        do {
            let folder = try Folder(hashFolder(sha256), create: false)
            guard let name = try find(sha256, in: folder) else { throw ArchiveFailure.missing(sha256) }
            sealed = try SealedFile(name, in: folder, limit: limit)
        } catch let failure as ArchiveFailure {
            throw failure
        } catch let failure as FileFailure {
            throw failure.isMissing ? .missing(sha256) : .unreadable(sha256, "\(failure)")
        } catch {
            throw .unreadable(sha256, "\(error)")
        }
        guard sealed.sha256 == sha256 else { throw .altered(sha256) }
        return sealed.content
    }

    /// Where a stored content lies, below the archive; nil where it is not there.
    public func place(of sha256: String) -> String? {
        guard let folder = try? Folder(hashFolder(sha256), create: false), let name = try? find(sha256, in: folder)
        else {
            return nil
        }
        return "by-hash/" + sha256.prefix(2) + "/" + name.display
    }

    private func hashFolder(_ sha256: String) -> String { path + "/by-hash/" + sha256.prefix(2) }

    private func find(_ sha256: String, in folder: Folder) throws(FileFailure) -> FileName? {
        let prefix = Array((sha256 + "-").utf8)
        return try folder.names().first { $0.bytes.starts(with: prefix) }
    }
}

/// An original that the archive cannot give back.
public enum ArchiveFailure: Error, Sendable, Equatable, CustomStringConvertible {
    case missing(String)
    case altered(String)
    case unreadable(String, String)

    public var description: String {
        switch self {
        case .missing(let sha256):
            "the archive has no file with SHA-256 \(sha256); restore archive/ from the backup"
        case .altered(let sha256):
            "the archived file with SHA-256 \(sha256) has been altered; restore it from the backup"
        case .unreadable(let sha256, let reason):
            "the archived file with SHA-256 \(sha256) cannot be read: \(reason)"
        }
    }
}
