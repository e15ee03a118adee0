import Glibc

/// A call of the file system that failed: what was tried, where, and what the system answered.
public struct FileFailure: Error, Sendable, Equatable {
    /// What was being done, as it follows "could not": `open`, `write`.
    public let action: String
    public let path: String
    /// The system's error number.
    public let number: Int32

    init(_ action: String, _ path: String, _ number: Int32 = errno) {
        self.action = action
        self.path = path
        self.number = number
    }

    public var isMissing: Bool { number == ENOENT }
    public var isPermission: Bool { number == EACCES || number == EPERM }
    public var isFull: Bool { number == ENOSPC || number == EDQUOT }
    public var isReadOnly: Bool { number == EROFS }
    public var isOtherFileSystem: Bool { number == EXDEV }
    public var isOutOfDescriptors: Bool { number == EMFILE || number == ENFILE }
}

extension FileFailure: CustomStringConvertible {
    public var description: String {
        "could not \(action) \(path): \(String(cString: strerror(number)))\(advice)"
    }

    private var advice: String {
        if isFull { return ". Free space on that disk; nothing was lost, and it is tried again." }
        if isReadOnly { return ". The file system is mounted read-only; remount it, and it is tried again." }
        if isPermission { return ". Check owner and mode of the folder and the user that cupel runs as." }
        if isOutOfDescriptors { return ". Raise the limit of open files (LimitNOFILE in the unit)." }
        return ""
    }
}
