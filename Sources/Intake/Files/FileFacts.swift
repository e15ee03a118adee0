import Glibc

/// What `stat` says of a name, as far as settling and identity need it.
public struct FileFacts: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case regular
        case directory
        case symbolicLink
        case fifo
        case socket
        case device

        /// For messages: `a symbolic link`.
        public var words: String {
            switch self {
            case .regular: "a file"
            case .directory: "a folder"
            case .symbolicLink: "a symbolic link"
            case .fifo: "a named pipe"
            case .socket: "a socket"
            case .device: "a device"
            }
        }
    }

    public var kind: Kind
    public var size: Int64
    public var device: UInt64
    public var inode: UInt64
    /// Nanoseconds since 1970, by the file system's clock.
    public var modified: Int64
    public var changed: Int64

    /// One file in one state: what a crashed delivery is recognised by. The change time is left out, because
    /// linking and renaming alter it.
    public var identity: String { "\(device):\(inode):\(size):\(modified)" }

    /// Whether the names of both stand for one and the same file or folder, in whatever state.
    package func isSameFile(as other: FileFacts) -> Bool { device == other.device && inode == other.inode }

    /// The facts of whatever a path leads to; nil where it leads to nothing that can be looked at.
    package init?(path: String) {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        self.init(facts)
    }

    init(_ facts: stat) {
        switch facts.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .directory
        case S_IFLNK: kind = .symbolicLink
        case S_IFIFO: kind = .fifo
        case S_IFSOCK: kind = .socket
        default: kind = .device
        }
        size = Int64(facts.st_size)
        device = UInt64(facts.st_dev)
        inode = UInt64(facts.st_ino)
        modified = Int64(facts.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(facts.st_mtim.tv_nsec)
        changed = Int64(facts.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(facts.st_ctim.tv_nsec)
    }

    init(kind: Kind, size: Int64, device: UInt64, inode: UInt64, modified: Int64, changed: Int64) {
        self.kind = kind
        self.size = size
        self.device = device
        self.inode = inode
        self.modified = modified
        self.changed = changed
    }
}
