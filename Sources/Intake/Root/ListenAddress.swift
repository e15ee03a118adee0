/// Where figures may be asked for: a socket in the file system, or this machine's own address. Nothing else, because
/// nothing is asked of whoever asks.
public enum ListenAddress: Sendable, Hashable {
    case unix(String)
    /// An address in 127.0.0.0/8, in its usual spelling.
    case ipv4(String, port: UInt16)
    /// `[::1]`.
    case ipv6(port: UInt16)

    /// What may stand in cupel.toml.
    static let wanted =
        "unix:/run/cupel/metrics.sock or an address of this machine itself, 127.0.0.1:9108 or [::1]:9108"

    /// - Parameter text: `unix:PATH`, `127.0.0.1:PORT`, `localhost:PORT` or `[::1]:PORT`; nil for anything else.
    public init?(_ text: String) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            // The system takes 107 bytes.
            guard path.hasPrefix("/"), path.utf8.count <= 107, !path.utf8.contains(0) else { return nil }
            self = .unix(path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            return nil
        }
        switch text[..<colon] {
        case "[::1]": self = .ipv6(port: port)
        case "localhost": self = .ipv4("127.0.0.1", port: port)
        case let host:
            let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
            guard numbers.count == 4, numbers[0] == 127, !numbers.contains(nil) else { return nil }
            self = .ipv4(numbers.compactMap { $0 }.map(String.init).joined(separator: "."), port: port)
        }
    }
}

extension ListenAddress: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unix(let path): "unix:\(path)"
        case .ipv4(let host, let port): "\(host):\(port)"
        case .ipv6(let port): "[::1]:\(port)"
        }
    }
}
