import Foundation
import TestSupport
import Testing

@testable import CupelService
@testable import Intake

@Suite("Metrics")
struct MetricsTests {
    private func lab() throws -> LabRoot {
        let lab = try LabRoot()
        let configuration = """
            \(LabRoot.quick)
            silent_days = 3
            [metrics]
            textfile = "cupel.prom"
            listen = "unix:\(lab.path)/m"
            """
        try LabRoot.write(Array(configuration.utf8), to: lab.path + "/cupel.toml")
        return lab
    }

    private func metrics(_ lab: LabRoot) throws -> ExpositionLint {
        let answer = try SocketClient.get("/metrics", at: lab.path + "/m")
        #expect(answer.head.hasPrefix("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n"))
        return ExpositionLint(answer.body)
    }

    @Test("After known deliveries every figure is right, at the socket, and in the file at the end")
    func figures() async throws {
        let lab = try lab()
        let daemon = try await Daemon(lab)
        try await eventually("it listens: \(daemon.log)") { try SocketClient(lab.path + "/m").send("x") }
        var read = try metrics(lab)
        #expect(read.problems.isEmpty)
        #expect(read.values["cupel_deliveries_total{disposition=\"ingested\"}"] == 0)
        #expect(read.values["cupel_intake_latency_seconds_count"] == 0)

        let high = GoldReport("VA26030001", samples: "A1", standard: GoldReport.failing)
        try lab.deliver("register.csv", high.register)
        try await eventually("the register is taken") { LabRoot.names(in: lab.incoming).isEmpty }
        try lab.deliver("a.csv", high.text)
        try lab.deliver("b.csv", GoldReport("VA26030002", samples: "A2").text)
        try lab.deliver("noise.bin", [UInt8](repeating: 7, count: 3_000))
        try await eventually("all are taken") { LabRoot.names(in: lab.incoming).isEmpty }
        try lab.deliver("again.csv", high.text)
        try await eventually("the figures follow: \(read.values)") {
            read = try metrics(lab)
            return read.values["cupel_deliveries_total{disposition=\"duplicate\"}"] == 1
        }
        let now = Date().timeIntervalSince1970
        func value(_ series: String) -> Double? { read.values[series] }
        #expect(read.problems.isEmpty)
        #expect(read.names == Set(Metric.allCases.map(\.rawValue)))
        #expect(value("cupel_deliveries_total{disposition=\"ingested\"}") == 2)
        #expect(value("cupel_deliveries_total{disposition=\"register\"}") == 1)
        #expect(value("cupel_deliveries_total{disposition=\"quarantined\"}") == 1)
        #expect(value("cupel_verdicts_total{laboratory=\"ALS\",outcome=\"fail\"}") == 1)
        #expect(value("cupel_verdicts_total{laboratory=\"ALS\",outcome=\"not_evaluated\"}") == 1)
        #expect(value("cupel_verdicts_total{laboratory=\"ALS\",outcome=\"pass\"}") == 0)
        #expect(value("cupel_queue_batches{state=\"open\"}") == 2)
        #expect(value("cupel_intake_latency_seconds_count") == 2)
        #expect(value("cupel_waiting_files") == 0)
        #expect(value("cupel_owed_alerts") == 0)
        #expect(value("cupel_silent") == 0)
        #expect(abs((value("cupel_certificate_last_timestamp_seconds{laboratory=\"ALS\"}") ?? 0) - now) < 600)
        #expect(abs((value("cupel_process_start_timestamp_seconds") ?? 0) - now) < 600)
        #expect((value("cupel_ledger_bytes") ?? 0) > 100_000)
        #expect((value("cupel_disk_free_bytes") ?? 0) > 0)
        let findings = try LedgerView(lab: lab).rows("SELECT outcome, count(*) FROM findings GROUP BY outcome")
        #expect(!findings.isEmpty)
        for words in findings.map({ $0.split(separator: "|") }) {
            #expect(value("cupel_findings_total{outcome=\"\(words[0])\"}") == Double(words[1]))
        }

        #expect(try await daemon.stop() == 0)
        let file = lab.path + "/cupel.prom"
        let last = ExpositionLint(try LabRoot.text(file))
        #expect(last.problems.isEmpty)
        #expect(last.values["cupel_deliveries_total{disposition=\"ingested\"}"] == 2)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o644)
        #expect(!LabRoot.names(in: lab.path).contains { $0 == "m" || $0 == "cupel.prom.new" })
    }

    @Test("A laboratory that the Standards do not know is 'other', and odd names are escaped")
    func labels() {
        var figures = StandingFigures(intake: IntakeFigures().state)
        figures.intake.laboratories = ["Odd \"lab\" \\ of\nours"]
        figures.verdicts = [
            .init(laboratory: "Odd \"lab\" \\ of\nours", outcome: "pass", count: 1),
            .init(laboratory: "x", outcome: "pass", count: 2), .init(laboratory: "y", outcome: "pass", count: 3),
        ]
        figures.lastCertificates = ["x": 5, "y": 7]
        let text = Exposition(figures, version: "1", startedAt: 0, watchesSilence: false).text
        let read = ExpositionLint(text)
        #expect(read.problems.isEmpty)
        #expect(read.values["cupel_verdicts_total{laboratory=\"other\",outcome=\"pass\"}"] == 5)
        #expect(read.values[#"cupel_verdicts_total{laboratory="Odd \"lab\" \\ of\nours",outcome="pass"}"#] == 1)
        #expect(read.values["cupel_certificate_last_timestamp_seconds{laboratory=\"other\"}"] == 7)
        #expect(read.values["cupel_silent"] == nil)
    }

    @Test("The file is whole whenever it is read, and the one beside it is none that a collector takes")
    func textfile() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/cupel.prom"
        let texts = ["a", "b"].map { String(repeating: $0, count: 1 << 20) + "\n" }
        try MetricsTextfile.write(texts[0], to: path)
        let writer = Task.detached { for turn in 1...60 { try MetricsTextfile.write(texts[turn % 2], to: path) } }
        var seen: Set<Int> = []
        for _ in 1...60 { seen.insert(try LabRoot.text(path).utf8.count) }
        try await writer.value
        #expect(seen == [(1 << 20) + 1])
        #expect(LabRoot.names(in: folder.path) == ["cupel.prom"])
        #expect(throws: MetricsFailure.self) { try MetricsTextfile.write("x", to: folder.path + "/missing/cupel.prom") }
    }

    @Test(
        "Buckets hold what is at most their limit",
        arguments: [(0.0, 10), (0.1, 10), (0.1001, 9), (300, 1), (301, 0)]
    )
    func buckets(seconds: Double, counted: Int) {
        var histogram = LatencyHistogram()
        histogram.add(seconds: seconds)
        #expect(histogram.atMost.reduce(0, +) == counted)
        #expect(histogram.count == 1)
    }

    @Test("Metrics are asked for at a socket or at this machine itself, and nowhere else")
    func addresses() {
        #expect(ListenAddress("unix:/run/cupel/metrics.sock") == .unix("/run/cupel/metrics.sock"))
        #expect(ListenAddress("127.0.0.1:9108") == .ipv4("127.0.0.1", port: 9_108))
        #expect(ListenAddress("127.1.2.3:1") == .ipv4("127.1.2.3", port: 1))
        #expect(ListenAddress("localhost:9108") == .ipv4("127.0.0.1", port: 9_108))
        #expect(ListenAddress("[::1]:65535") == .ipv6(port: 65_535))
        for text in [
            "0.0.0.0:9108", "192.168.1.4:9108", "[::]:9108", "128.0.0.1:9108", "127.0.0.1", "127.0.0.1:0",
            "127.0.0:9108",
            "127.0.0.1:65536", "example.org:9108", ":9108", "unix:relative", "unix:", "",
            "unix:/" + String(repeating: "x", count: 107),
        ] {
            #expect(ListenAddress(text) == nil, "\(text)")
        }
    }

    @Test("A configuration that asks for another address is refused with words, by its line")
    func refusedAddress() async throws {
        let lab = try LabRoot(configuration: "[metrics]\nlisten = \"0.0.0.0:9108\"\n")
        let ended = try await Program.run(["serve", "--root", lab.path])
        #expect(ended.status == 65)
        #expect(ended.errors.contains("cupel.toml:2"))
        #expect(ended.errors.contains("an address of this machine itself, 127.0.0.1:9108 or [::1]:9108"))
    }

    @Test("Each metric has a row in the README", arguments: Metric.allCases)
    func documented(metric: Metric) throws {
        let readme = try LabRoot.text(LabRoot.package.appending(path: "README.md").path)
        #expect(readme.contains("| `\(metric.rawValue)` |"))
    }
}
