import Glibc
import Intake

/// A socket that listens at an address, made or refused with words.
enum MetricsListener {
    /// - Returns: a descriptor that does not block.
    static func open(_ address: ListenAddress) throws(MetricsFailure) -> Int32 {
        switch address {
        case .unix(let path): return try unix(path, address)
        case .ipv4(let host, let port):
            var target = sockaddr_in()
            target.sin_family = sa_family_t(AF_INET)
            target.sin_port = port.bigEndian
            inet_pton(AF_INET, host, &target.sin_addr)
            return try internet(AF_INET, target, address)
        case .ipv6(let port):
            var target = sockaddr_in6()
            target.sin6_family = sa_family_t(AF_INET6)
            target.sin6_port = port.bigEndian
            target.sin6_addr = in6addr_loopback
            return try internet(AF_INET6, target, address)
        }
    }

    private static func socket(_ family: Int32, _ address: ListenAddress) throws(MetricsFailure) -> Int32 {
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        let descriptor = Glibc.socket(family, Int32(kind), 0)
        guard descriptor >= 0 else { throw MetricsFailure("listen at", "\(address)") }
        return descriptor
    }

    private static func internet<Target>(
        _ family: Int32,
        _ target: Target,
        _ address: ListenAddress
    ) throws(MetricsFailure) -> Int32 {
        let descriptor = try socket(family, address)
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        let bound = withUnsafePointer(to: target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<Target>.size))
            }
        }
        return try listening(descriptor, bound, address)
    }

    /// Takes the place of a socket that nobody listens at any more, and of nothing else.
    private static func unix(_ path: String, _ address: ListenAddress) throws(MetricsFailure) -> Int32 {
        guard let target = UnixAddress(path: path) else { throw MetricsFailure("listen at", path, ENAMETOOLONG) }
        let descriptor = try socket(AF_UNIX, address)
        var bound = target.with { bind(descriptor, $0, $1) }
        if bound != 0, errno == EADDRINUSE, isLeftBehind(path, target) {
            unlink(path)
            bound = target.with { bind(descriptor, $0, $1) }
        }
        let listening = try listening(descriptor, bound, address)
        // Whoever may read the alerts may ask: the group.
        chmod(path, 0o660)
        return listening
    }

    private static func isLeftBehind(_ path: String, _ target: UnixAddress) -> Bool {
        var facts = stat()
        guard lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFSOCK else { return false }
        let probe = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { return false }
        defer { _ = close(probe) }
        return target.with { connect(probe, $0, $1) } != 0 && errno == ECONNREFUSED
    }

    private static func listening(
        _ descriptor: Int32,
        _ bound: Int32,
        _ address: ListenAddress
    ) throws(MetricsFailure) -> Int32 {
        if bound == 0, listen(descriptor, 128) == 0 { return descriptor }
        let failure = MetricsFailure("listen at", "\(address)")
        _ = close(descriptor)
        throw failure
    }
}
