import CLinux
import Glibc

/// A folder held open by its descriptor, so that every name below it is looked up in this very folder, whatever
/// happens to its path.
public final class Folder: Sendable {
    public let path: String
    let descriptor: Int32

    /// Opens a folder, creating it and its parents where they are missing.
    public init(_ path: String, create: Bool = true) throws(FileFailure) {
        self.path = path
        if create { try Self.make(path) }
        descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure("open the folder", path) }
    }

    deinit { _ = Glibc.close(descriptor) }

    /// Creates a folder and what is missing above it, for group reading as well.
    static func make(_ path: String) throws(FileFailure) {
        if Glibc.mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw FileFailure("create the folder", path)
        }
        try make(String(path[..<slash]))
        guard Glibc.mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileFailure("create the folder", path) }
    }

    /// The folder in which a path lies; `/` for itself.
    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    func place(_ name: FileName) -> String { path + "/" + name.display }

    /// All names but `.` and `..`, in no order.
    public func names() throws(FileFailure) -> [FileName] {
        var names: [FileName] = []
        try eachName { names.append($0) }
        return names
    }

    /// Tells each name but `.` and `..`, in no order, so that a folder of any size takes no memory. readdir, because
    /// enumeration by Foundation is far slower.
    func eachName(_ tell: (FileName) -> Void) throws(FileFailure) {
        let copy = Glibc.openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw FileFailure("list the folder", path) }
        guard let stream = fdopendir(copy) else {
            let failure = FileFailure("list the folder", path)
            _ = Glibc.close(copy)
            throw failure
        }
        defer { closedir(stream) }
        errno = 0
        while let entry = readdir(stream) {
            let bytes = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    [UInt8](UnsafeBufferPointer(start: $0, count: strnlen(name, 256)))
                }
            }
            if bytes != [0x2E], bytes != [0x2E, 0x2E] { tell(FileName(bytes: bytes)) }
            errno = 0
        }
        guard errno == 0 else { throw FileFailure("list the folder", path) }
    }

    /// The facts of a name itself, not of what a link points to; nil where there is no such name.
    public func facts(_ name: FileName) throws(FileFailure) -> FileFacts? {
        var facts = stat()
        let result = name.withCString { fstatat(descriptor, $0, &facts, AT_SYMLINK_NOFOLLOW) }
        if result == 0 { return FileFacts(facts) }
        if errno == ENOENT { return nil }
        throw FileFailure("look at", place(name))
    }

    /// Moves a name into another folder of the same file system, never onto an existing one.
    /// - Returns: false where the target name is taken.
    func move(_ name: FileName, to folder: Folder, as target: FileName) throws(FileFailure) -> Bool {
        let result = name.withCString { from in
            target.withCString { cupel_rename_noreplace(descriptor, from, folder.descriptor, $0) }
        }
        if result == 0 { return true }
        if errno == EEXIST { return false }
        throw FileFailure("move", place(name) + " to " + folder.place(target))
    }

    /// Moves a name into another folder, replacing what is there.
    func replace(_ name: FileName, to folder: Folder, as target: FileName) throws(FileFailure) {
        let result = name.withCString { from in
            target.withCString { renameat(descriptor, from, folder.descriptor, $0) }
        }
        guard result == 0 else { throw FileFailure("move", place(name) + " to " + folder.place(target)) }
    }

    /// Removes a name; that it is gone already is no failure.
    public func remove(_ name: FileName) throws(FileFailure) {
        guard name.withCString({ unlinkat(descriptor, $0, 0) }) != 0, errno != ENOENT else { return }
        throw FileFailure("remove", place(name))
    }

    /// Makes renames and removals in this folder survive a power cut.
    public func sync() throws(FileFailure) {
        guard fsync(descriptor) == 0 else { throw FileFailure("sync the folder", path) }
    }
}

extension FileName {
    func withCString<R>(_ body: (UnsafePointer<CChar>) -> R) -> R {
        let terminated = bytes.map { CChar(bitPattern: $0) } + [0]
        return terminated.withUnsafeBufferPointer { buffer in
            // A buffer that holds the terminator has a base address.
            guard let base = buffer.baseAddress else { return "".withCString(body) }
            return body(base)
        }
    }
}
