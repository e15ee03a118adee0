import Foundation
import TestSupport
import Testing

@testable import CupelService
@testable import Intake

@Suite("The server of metrics")
struct MetricsServerTests {
    private func serve(_ folder: TemporaryFolder, _ body: String = "ok") throws -> MetricsServer {
        try MetricsServer(.unix(folder.path + "/m")) { request in
            if request.path != "/metrics" { return .notFound }
            return request.method == "GET" ? .words("200 OK", body) : .notAllowed
        }
    }

    @Test(
        "Requests that are none, or are not served, are answered with their status",
        arguments: [
            ("GET /metrics HTTP/1.1\r\n\r\n", "200"), ("GET /metrics?x=1 HTTP/1.0\n\n", "200"),
            ("GET /metrics HTTP/1.1\r\nA: b\r\nC: d\r\n\r\nmore", "200"), ("GET /other HTTP/1.1\r\n\r\n", "404"),
            ("POST /metrics HTTP/1.1\r\n\r\n", "405"), ("HEAD /metrics HTTP/1.1\r\n\r\n", "405"),
            ("GET /metrics\r\n\r\n", "400"), ("GET metrics HTTP/1.1\r\n\r\n", "400"), ("\r\n\r\n", "400"),
            ("GET /metrics HTTP/2\r\n\r\n", "400"), ("get /metrics HTTP/1.1\r\n\r\n", "400"),
            ("GET /\u{1}metrics HTTP/1.1\r\n\r\n", "400"), ("GET  /metrics HTTP/1.1\r\n\r\n", "400"),
            (String(repeating: "x", count: 8_192), "431"),
            ("GET /metrics HTTP/1.1\r\nA: " + String(repeating: "x", count: 100_000), "431"),
        ]
    )
    func statuses(request: String, status: String) throws {
        let folder = try TemporaryFolder()
        let server = try serve(folder)
        defer { server.stop() }
        let client = try SocketClient(folder.path + "/m")
        client.send(request)
        #expect(client.rest().hasPrefix("HTTP/1.1 \(status) "))
    }

    @Test("An answer longer than any buffer arrives whole, byte after byte of the request")
    func long() throws {
        let folder = try TemporaryFolder()
        let body = String(repeating: "0123456789", count: 300_000)
        let server = try serve(folder, body)
        defer { server.stop() }
        let client = try SocketClient(folder.path + "/m")
        for byte in "GET /metrics HTTP/1.1\r\n\r\n".utf8 { client.send([byte]) }
        let answer = client.rest()
        #expect(answer.hasSuffix(body + "\n"))
        #expect(answer.contains("Content-Length: \(body.utf8.count + 1)\r\n"))
    }

    @Test("Clients that say nothing are cut off, however many, and others are answered all the same")
    func silent() throws {
        let folder = try TemporaryFolder()
        let server = try serve(folder)
        defer { server.stop() }
        let silent = try (0..<MetricsServer.mostClients + 8).map { _ in try SocketClient(folder.path + "/m") }
        let client = try SocketClient(folder.path + "/m")
        client.send("GET /metrics HTTP/1.1\r\n\r\n")
        #expect(client.rest().hasPrefix("HTTP/1.1 200 OK"))
        for client in silent { #expect(client.rest().isEmpty) }
    }

    @Test("A client that sends without end is cut off")
    func endless() throws {
        let folder = try TemporaryFolder()
        let server = try serve(folder)
        defer { server.stop() }
        let client = try SocketClient(folder.path + "/m")
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 65_536)
        var pieces = 0
        while pieces < 1_000_000, client.send(piece) { pieces += 1 }
        #expect(pieces < 1_000_000)
    }

    @Test("A socket that was left behind is taken over; one that is used, and a file, are not")
    func leftBehind() throws {
        let folder = try TemporaryFolder()
        let address = ListenAddress.unix(folder.path + "/m")
        close(try MetricsListener.open(address))
        let server = try serve(folder)
        #expect(throws: MetricsFailure("listen at", "\(address)", EADDRINUSE)) { try serve(folder) }
        #expect(
            try FileManager.default.attributesOfItem(atPath: folder.path + "/m")[.posixPermissions] as? Int == 0o660
        )
        server.stop()
        #expect(LabRoot.names(in: folder.path).isEmpty)
        _ = try folder.file("m", "of somebody")
        #expect(throws: MetricsFailure.self) { try serve(folder) }
        #expect(try LabRoot.text(folder.path + "/m") == "of somebody")
    }

    @Test("This machine's own address is listened at")
    func loopback() throws {
        let listener = try MetricsListener.open(.ipv4("127.0.0.1", port: 0))
        defer { close(listener) }
        var (address, length) = (sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &length) }
        }
        #expect(result == 0)
        #expect(address.sin_addr.s_addr == UInt32(0x7F00_0001).bigEndian)
    }

    @Test("A hundred clients at once, some of them bad, while files are judged")
    func hundred() async throws {
        let lab = try LabRoot()
        let configuration = "\(LabRoot.quick)\n[metrics]\nlisten = \"unix:\(lab.path)/m\"\n"
        try LabRoot.write(Array(configuration.utf8), to: lab.path + "/cupel.toml")
        let daemon = try await Daemon(lab)
        try await eventually("it listens: \(daemon.log)") {
            _ = try SocketClient(lab.path + "/m"); return true
        }
        for number in 1...20 {
            try lab.deliver("\(number).csv", GoldReport("VA2603\(1_000 + number)", samples: "A\(number)-").text)
        }
        let clients = try (0..<100).map { _ in try SocketClient(lab.path + "/m") }
        for (number, client) in clients.enumerated() {
            client.send(number % 5 == 4 ? "nonsense\r\n\r\n" : "GET /metrics HTTP/1.1\r\n\r\n")
        }
        for (number, client) in clients.enumerated() {
            let answer = client.rest()
            if number % 5 == 4 {
                #expect(answer.hasPrefix("HTTP/1.1 400 "))
            } else {
                #expect(ExpositionLint(String(answer.split(separator: "\r\n\r\n")[1])).problems.isEmpty)
            }
        }
        try await eventually("all were judged: \(daemon.log.suffix(1_500))", within: .seconds(120)) {
            try LedgerView(lab: lab).rows("SELECT count(*) FROM verdicts") == ["20"]
        }
        #expect(try await daemon.stop() == 0)
    }
}
