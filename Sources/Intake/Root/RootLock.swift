import Glibc

/// Only one daemon takes files from a root. Commands need no lock: the ledger has one writer at a time.
public final class RootLock: Sendable {
    private let descriptor: Int32

    /// - Throws: ``RootProblem/inUse(_:)`` while another daemon holds it; the system frees it with the process.
    public init(_ root: Root) throws {
        let path = root.watch + "/.lock"
        _ = try Folder(root.watch)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure("open", path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw RootProblem.inUse(root.path)
        }
    }

    deinit { close(descriptor) }
}
