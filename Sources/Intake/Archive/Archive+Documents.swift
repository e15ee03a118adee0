import CertificateReading
import Glibc

extension Archive {
    /// Where a certificate stands for people.
    struct Shelf: Sendable, Hashable {
        let laboratory: String
        let batch: String

        /// Below the archive.
        var path: String { "by-certificate/" + FileName.safe(laboratory) + "/" + FileName.safe(batch) }
    }

    /// Keeps a document beside certificates, read-only, on disk when this returns.
    ///
    /// It is a real file, so that it can be read with nothing but a shell: `<12 digits of its own SHA-256>-<its name>`.
    /// Beside further certificates it is a hard link to the same bytes, or a copy where the file system has no such
    /// links. What is there already is left alone, so that it can be done again after a crash and at another delivery.
    ///
    /// - Returns: for each shelf, where the document stands, below the archive.
    func keep(_ bytes: [UInt8], sha256: String, name: String, on shelves: [Shelf]) throws(FileFailure) -> [String] {
        var paths: [String] = []
        var first: (folder: Folder, name: FileName)?
        for shelf in shelves {
            let folder = try self.folder(shelf)
            let (target, isThere) = try Self.place(Self.names(of: name, sha256: sha256), for: sha256, in: folder)
            paths.append(shelf.path + "/" + target.display)
            if !isThere {
                if let first, try Self.link(first.name, in: first.folder, to: target, in: folder) {
                    try folder.sync()
                } else {
                    try folder.write(bytes, as: target, mode: 0o444, on: desk())
                }
            }
            if first == nil { first = (folder, target) }
        }
        return paths
    }

    /// The folder of a certificate; where it is new, the folders above it are flushed to disk as well.
    private func folder(_ shelf: Shelf) throws(FileFailure) -> Folder {
        let place = path + "/" + shelf.path
        if let folder = try? Folder(place, create: false) { return folder }
        let folder = try Folder(place)
        for above in [path + "/by-certificate/" + FileName.safe(shelf.laboratory), path + "/by-certificate", path] {
            try Folder(above, create: false).sync()
        }
        return folder
    }

    /// The name that is short, and the one that cannot belong to anything else.
    private static func names(of name: String, sha256: String) -> [FileName] {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        var safe = FileName.safe(last)
        // A name that is cut keeps the ending by which it is opened.
        if last.unicodeScalars.count > safe.count, let ending = last.split(separator: ".").last, ending.count <= 8 {
            safe = safe.prefix(111) + "." + FileName.safe(String(ending))
        }
        return [FileName(sha256.prefix(12) + "-" + safe), FileName(sha256 + "-" + safe)]
    }

    /// The first name that is free or that this very content has already, and which of both. A short name that another
    /// content has is passed over: twelve digits are no proof. The last name is taken in any case.
    private static func place(
        _ names: [FileName],
        for sha256: String,
        in folder: Folder
    ) throws(FileFailure) -> (name: FileName, isThere: Bool) {
        for name in names {
            guard let facts = try folder.facts(name) else { return (name, false) }
            guard facts.kind == .regular else { continue }
            if (try? SealedFile(name, in: folder, limit: facts.size))?.sha256 == sha256 { return (name, true) }
        }
        return (names[names.count - 1], false)
    }

    /// - Returns: false where the file system has no such links, or this file has too many.
    private static func link(
        _ name: FileName,
        in folder: Folder,
        to target: FileName,
        in other: Folder
    ) throws(FileFailure) -> Bool {
        let result = name.withCString { from in
            target.withCString { linkat(folder.descriptor, from, other.descriptor, $0, 0) }
        }
        if result == 0 { return true }
        switch errno {
        // Another delivery has put the same content there meanwhile, or what stands there is to be replaced.
        case EEXIST, EPERM, EMLINK, EXDEV, EOPNOTSUPP, ENOSYS: return false
        default: throw FileFailure("link", other.place(target))
        }
    }
}
