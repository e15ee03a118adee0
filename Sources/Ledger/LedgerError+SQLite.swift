import GRDB

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
        case .SQLITE_CANTOPEN, .SQLITE_AUTH: self = .cannotOpen(path: path, detail: detail)
        case .SQLITE_IOERR: self = .inputOutput(path: path, detail: detail)
        default: self = .refused(path: path, detail: detail)
        }
    }
}
