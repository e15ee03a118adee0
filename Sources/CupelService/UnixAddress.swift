import Glibc

/// The address of a socket in the file system, or of an abstract one, whose name begins with NUL.
struct UnixAddress {
    private var address = sockaddr_un()
    private let length: socklen_t

    /// nil for a name that is empty or too long for the system (107 bytes).
    init?(_ name: [UInt8]) {
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard !name.isEmpty, name.count < capacity else { return nil }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    }

    init?(path: String) { self.init(Array(path.utf8)) }

    /// Calls a function of the socket interface with it.
    func with<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
