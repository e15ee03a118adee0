import Glibc

/// The copy that a backup makes: written beside its final name, on disk before it gets it, never over another file.
enum LedgerFile {
    /// Gives a finished file its name; the name must be free.
    static func publish(_ temporary: String, as path: String) throws(LedgerError) {
        guard sync(temporary) else { throw failure(path) }
        guard link(temporary, path) == 0 else {
            let error = errno == EEXIST ? LedgerError.fileExists(path: path) : failure(path)
            unlink(temporary)
            throw error
        }
        unlink(temporary)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard sync(folder) else { throw failure(path) }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func discard(_ temporary: String) { unlink(temporary) }

    private static func sync(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }

    private static func failure(_ path: String) -> LedgerError {
        .inputOutput(path: path, detail: String(cString: strerror(errno)))
    }
}
