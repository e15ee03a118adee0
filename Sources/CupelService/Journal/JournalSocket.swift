import Glibc

/// The socket on which the journal takes entries with fields.
public final class JournalSocket: Sendable {
    private static let usualPath = "/run/systemd/journal/socket"

    private let descriptor: Int32
    private let address: UnixAddress

    /// nil where standard error does not lead to the journal: then lines are for whoever reads it.
    /// - Parameter environment: `JOURNAL_STREAM` as systemd sets it (systemd.exec(5)); `CUPEL_JOURNAL_SOCKET` stands in for the
    ///   journal's socket in tests.
    public init?(environment: [String: String]) {
        guard let stream = environment["JOURNAL_STREAM"], Self.isStandardError(stream),
            let address = UnixAddress(path: environment["CUPEL_JOURNAL_SOCKET"] ?? Self.usualPath)
        else { return nil }
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        self.address = address
        // A journal that hangs must not hold up the intake for long.
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { _ = close(descriptor) }

    /// - Returns: false where the journal did not take it (it is away, or the entry is too long); a line has to do then.
    public func send(_ entry: JournalEntry) -> Bool {
        let bytes = entry.bytes
        let sent = address.with { sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1) }
        return sent == bytes.count
    }

    /// Whether `device:inode` is what standard error is: somebody may have redirected it since.
    private static func isStandardError(_ stream: String) -> Bool {
        var facts = stat()
        guard fstat(STDERR_FILENO, &facts) == 0 else { return false }
        return stream == "\(facts.st_dev):\(facts.st_ino)"
    }
}
