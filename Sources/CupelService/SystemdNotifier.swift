import Glibc

/// Tells systemd how the service is doing, by the datagram protocol of sd_notify(3). Without systemd it is silent.
public struct SystemdNotifier: Sendable {
    private let address: UnixAddress?
    /// How often systemd wants to hear of progress; nil where no watchdog is set.
    public let watchdogNanoseconds: UInt64?

    /// - Parameter environment: NOTIFY_SOCKET and WATCHDOG_USEC as systemd sets them.
    public init(environment: [String: String]) {
        if let socket = environment["NOTIFY_SOCKET"], let first = socket.utf8.first,
            first == UInt8(ascii: "/") || first == UInt8(ascii: "@")
        {
            // An abstract socket begins with NUL, which the environment spells @.
            address = UnixAddress((first == UInt8(ascii: "@") ? [0] : [first]) + Array(socket.utf8.dropFirst()))
        } else {
            address = nil
        }
        watchdogNanoseconds = environment["WATCHDOG_USEC"].flatMap(UInt64.init).map { $0 &* 1_000 }
    }

    /// The watch is armed and the first scan has listed the folder.
    public func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }
    public func status(_ status: String) { send("STATUS=\(status)") }
    public func progress() { send("WATCHDOG=1") }
    public func stopping() { send("STOPPING=1\nSTATUS=finishing the file in hand") }

    private func send(_ message: String) {
        guard let address else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { _ = close(descriptor) }
        let bytes = Array(message.utf8)
        _ = address.with { sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1) }
    }
}
