import Foundation
import TestSupport
import Testing

@Suite("What systemd hears")
struct SystemdTests {
    @Test("STATUS comes first, READY when the watch is armed, then STATUS and WATCHDOG, and STOPPING at the end")
    func notifications() async throws {
        let lab = try LabRoot()
        let socket = try DatagramSocket(lab.path + "/notify")
        let daemon = try await Daemon(
            lab,
            environment: ["NOTIFY_SOCKET": socket.path, "WATCHDOG_USEC": "600000"]
        )
        var heard: [String] = []
        try await eventually("READY came") {
            heard += socket.messages()
            return heard.contains { $0.hasPrefix("READY=1\nSTATUS=watching incoming/") }
        }
        #expect(
            heard.first == "STATUS=opening the ledger, which a new version may have to bring up to date first",
            "long before READY, where that takes minutes"
        )
        // Ready means that no file can be missed from now on.
        try lab.deliver("a.csv", GoldReport("VA26030001", samples: "A1").text)
        try await eventually("it was judged") { try LedgerView(lab: lab).outcome(of: "VA26030001") != nil }
        try await eventually("WATCHDOG came three times") {
            heard += socket.messages()
            return heard.filter { $0 == "WATCHDOG=1" }.count >= 3
        }
        #expect(heard.contains { $0.hasPrefix("STATUS=watching incoming/; nothing waiting") })
        #expect(try await daemon.stop() == 0)
        heard += socket.messages()
        #expect(heard.last?.hasPrefix("STOPPING=1") == true)
    }
}
