import Glibc

/// What stands behind the path of incoming/, which may be replaced, mounted over, unmounted or removed at any time.
struct IncomingFolder {
    /// A folder that is gone may be about to be replaced; so long it is waited for before it is made anew.
    static let graceNanoseconds: UInt64 = 2_000_000_000

    let path: String
    private(set) var folder: Folder
    private var identity: FileFacts?
    private var missingSince: UInt64?
    /// The folder above, which must be the same for incoming/ to be made anew: below the mount point of a disk that is
    /// not there, no delivery would ever be found again.
    private let above: FileFacts?
    private let mode: mode_t
    private let group: gid_t

    init(_ folder: Folder) {
        path = folder.path
        self.folder = folder
        above = FileFacts(path: Folder.parent(of: path))
        var facts = stat()
        let isKnown = fstat(folder.descriptor, &facts) == 0
        mode = isKnown ? facts.st_mode & 0o7777 : 0o755
        group = isKnown ? facts.st_gid : getgid()
    }

    /// Opens what the path leads to now.
    /// - Returns: whether it is another folder than before, or the first.
    mutating func reopen(at now: UInt64) throws(FileFailure) -> Bool {
        let current: Folder
        do throws(FileFailure) {
            current = try Folder(path, create: false)
        } catch {
            guard error.isMissing else { throw error }
            let since = missingSince ?? now
            missingSince = since
            guard now &- since >= Self.graceNanoseconds, isAboveTheSame else { throw error }
            current = try make()
        }
        missingSince = nil
        // The descriptor before may have gone stale with a network share, although the folder is the same.
        folder = current
        let facts = try current.facts(FileName("."))
        defer { identity = facts }
        return facts?.inode != identity?.inode || facts?.device != identity?.device
    }

    private var isAboveTheSame: Bool {
        guard let above, let facts = FileFacts(path: Folder.parent(of: path)) else { return false }
        return facts.isSameFile(as: above)
    }

    /// Makes it anew, open to the same people as before as far as the system lets us.
    private func make() throws(FileFailure) -> Folder {
        guard mkdir(path, mode & 0o777) == 0 || errno == EEXIST else { throw FileFailure("create the folder", path) }
        let folder = try Folder(path, create: false)
        _ = fchown(folder.descriptor, uid_t.max, group)
        if fchmod(folder.descriptor, mode) != 0 { _ = fchmod(folder.descriptor, mode & 0o777) }
        return folder
    }
}
