import TestSupport

/// What systemd would hear of a daemon while a test waits for it.
///
/// A socket that nobody reads blocks its sender when ten messages wait, so it goes with the value.
struct StatusWords {
    private let socket: DatagramSocket

    /// The daemon has to be started with these, and beats five times a second.
    static func environment(_ lab: LabRoot) -> [String: String] {
        ["NOTIFY_SOCKET": lab.path + "/notify", "WATCHDOG_USEC": "600000"]
    }

    init(_ lab: LabRoot) throws { socket = try DatagramSocket(lab.path + "/notify") }

    /// Waits until a status holds all these words.
    func hold(_ words: String...) async throws {
        var last = ""
        try await eventually("the status held \(words): \(last)", within: .seconds(120)) {
            let heard = socket.messages().filter { $0.hasPrefix("STATUS=") }
            if let latest = heard.last { last = latest }
            return heard.contains { status in words.allSatisfy { status.contains($0) } }
        }
    }
}
