import GRDB
import Glibc

extension LedgerError {
    /// What an error means for the ledger at `path`; nil for one that is not SQLite's.
    init?(_ error: any Error, path: String) {
        if let unexpected = error as? UnexpectedValue {
            self = .corrupt(path: path, detail: "column \(unexpected.column) holds \(unexpected.value)")
            return
        }
        guard let error = error as? DatabaseError else { return nil }
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode.primaryResultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
        case .SQLITE_NOTADB: self = .notALedger(path: path)
        case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: detail)
        case .SQLITE_CANTOPEN where Self.isReadOnlyFileSystem(path): self = .readOnly(path: path)
        case .SQLITE_CANTOPEN where !Self.hasDescriptors: self = .cannotOpen(path: path, detail: Self.noDescriptor)
        case .SQLITE_CANTOPEN, .SQLITE_AUTH: self = .cannotOpen(path: path, detail: detail)
        // The shared index beside the ledger cannot grow.
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .full(path: path)
        case .SQLITE_IOERR: self = .inputOutput(path: path, detail: detail)
        default: self = .refused(path: path, detail: detail)
        }
    }

    static let noDescriptor = "this process may open no more files; raise its limit, LimitNOFILE or ulimit -n"

    /// As many as opening takes: the ledger, its log, their index, the journal and their folder.
    private static var hasDescriptors: Bool {
        let descriptors = (0..<6).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
        let isOut = descriptors.contains { $0 < 0 } && (errno == EMFILE || errno == ENFILE)
        for descriptor in descriptors where descriptor >= 0 { close(descriptor) }
        return !isOut
    }

    static func isReadOnlyFileSystem(_ path: String) -> Bool {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return access(folder.isEmpty ? "/" : folder, W_OK) != 0 && errno == EROFS
    }
}
