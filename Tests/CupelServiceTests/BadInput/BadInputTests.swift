import Foundation
import TestSupport
import Testing

/// Everything that a folder on a network share can hold, put in front of the running daemon. Each case ends in a note or
/// a finding, and the daemon judges a good certificate afterwards.
@Suite("Bad input through the daemon")
struct BadInputTests {
    private let lab: LabRoot
    private var ledger: LedgerView { LedgerView(lab: lab) }
    private let good = GoldReport("VA26099999", samples: "Z9")

    init() throws { lab = try LabRoot() }

    /// The daemon lives, incoming/ is empty, and a good certificate is judged.
    private func expectAlive(_ daemon: Daemon) async throws {
        try lab.deliver("good-register.csv", good.register)
        try lab.deliver("good.csv", good.text)
        try await eventually("the good certificate passed: \(daemon.log.suffix(2000))") {
            try ledger.outcome(of: good.batch) == "pass"
        }
        try await eventually("incoming/ was empty, not \(LabRoot.names(in: lab.incoming))") {
            LabRoot.names(in: lab.incoming).isEmpty
        }
        #expect(try await daemon.stop() == 0)
        #expect(LabRoot.names(in: lab.watch + "/.attempts").isEmpty)
    }

    private func code(of name: String) -> String? {
        // The note is written first, then the file is moved.
        guard !LabRoot.names(in: lab.incoming).contains(name),
            let note = try? LabRoot.text(lab.quarantine + "/" + name + ".why.txt")
        else { return nil }
        return note.split(separator: "\n").first { $0.hasPrefix("Code:") }.map {
            $0.dropFirst(5).trimmingCharacters(in: .whitespaces)
        }
    }

    @Test("Contents that are no certificate go to quarantine, each with its reason")
    func contents() async throws {
        let certificate = GoldReport("VA26030001", samples: "A1").text
        let gzip = GzipFixture.gzip(certificate)
        var encrypted = ZipFixture.Entry("VA1.csv", [UInt8](repeating: 7, count: 12) + Array(certificate.utf8))
        encrypted.isEncrypted = true
        var generator = SeededGenerator(seed: 7)
        var headless = certificate.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        headless.removeSubrange(10...)
        let cases: [(name: String, bytes: [UInt8], codes: Set<String>)] = [
            ("empty.csv", [], ["empty_file"]),
            ("truncated.csv.gz", Array(gzip.dropLast(9)), ["truncated_gzip", "corrupt_gzip"]),
            ("encrypted.zip", ZipFixture.zip([encrypted]), ["encrypted_zip"]),
            ("climbing.zip", ZipFixture.zip([.init("../../../etc/cron.d/evil", certificate)]), ["unsafe_member_path"]),
            (
                "rubbish.bin", (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &generator) },
                ["binary", "no_layout"]
            ),
            ("nul.csv", Array(certificate.replacing("0.012", with: "0.\u{0}12").utf8), ["nul_bytes", "binary"]),
            (
                "no-samples.csv", Array((headless.joined(separator: "\r\n") + "\r\n").utf8),
                ["no_samples", "header_mismatch"]
            ),
        ]
        let daemon = try await Daemon(lab)
        for item in cases { try lab.deliver(item.name, item.bytes) }
        for item in cases {
            try await eventually("\(item.name) had a note") { code(of: item.name) != nil }
            #expect(item.codes.contains(code(of: item.name) ?? ""), "\(item.name): \(code(of: item.name) ?? "")")
            #expect(try Data(contentsOf: URL(filePath: lab.quarantine + "/" + item.name)) == Data(item.bytes))
        }
        #expect(
            try ledger.rows("SELECT count(*) FROM deliveries WHERE disposition = 'quarantined'") == ["\(cases.count)"]
        )
        try await expectAlive(daemon)
    }

    @Test("A gzip of ten gigabytes of zeros and a sparse file of ten gigabytes are refused, not unpacked")
    func bombs() async throws {
        let daemon = try await Daemon(lab)
        try lab.deliver("bomb.csv.gz", GzipFixture.bomb(inflatingTo: 10 << 30))
        let sparse = lab.outside + "/sparse"
        let file = open(sparse, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        #expect(ftruncate(file, 10 << 30) == 0)
        close(file)
        try FileManager.default.moveItem(atPath: sparse, toPath: lab.incoming + "/sparse.csv")
        try await eventually("both had notes") { code(of: "bomb.csv.gz") != nil && code(of: "sparse.csv") != nil }
        #expect(["bomb", "too_large"].contains(code(of: "bomb.csv.gz") ?? ""))
        #expect(code(of: "sparse.csv") == "too_large")
        try await expectAlive(daemon)
    }

    @Test("What is no plain file is moved away: a folder, a link, a pipe")
    func notFiles() async throws {
        let daemon = try await Daemon(lab)
        let files = FileManager.default
        try files.createDirectory(atPath: lab.incoming + "/folder", withIntermediateDirectories: false)
        try Data("inside".utf8).write(to: URL(filePath: lab.incoming + "/folder/inside.csv"))
        try files.createSymbolicLink(atPath: lab.incoming + "/link.csv", withDestinationPath: "/etc/passwd")
        #expect(mkfifo(lab.incoming + "/pipe.csv", 0o644) == 0)
        for name in ["folder", "link.csv", "pipe.csv"] {
            try await eventually("\(name) had a note") { code(of: name) == "not_a_file" }
        }
        try await expectAlive(daemon)
    }

    @Test(
        "A file that is recorded and cannot leave incoming/ is recorded once, however often it is seen",
        .enabled(if: Self.canChangeUser)
    )
    func cannotLeave() async throws {
        for path in [lab.path, lab.watch, lab.quarantine, lab.alerts, lab.alerts + "/closed", lab.archive] {
            #expect(chmod(path, 0o777) == 0)
        }
        #expect(chmod(lab.incoming, 0o755) == 0)
        // What a command of another user left is no hindrance.
        let slips = lab.watch + "/.in-hand"
        try FileManager.default.createDirectory(atPath: slips, withIntermediateDirectories: false)
        try Data("-\n".utf8).write(to: URL(filePath: slips + "/0"))
        #expect(chmod(slips, 0o777) == 0 && chmod(slips + "/0", 0o600) == 0)
        let daemon = try await Daemon(lab, user: 65_534)
        try lab.deliver("good.csv", good.text)
        try await eventually("it was judged, and tried again") {
            try ledger.outcome(of: good.batch) != nil && daemon.log.ranges(of: "cannot leave").count >= 2
        }
        #expect(try ledger.rows("SELECT file_name, disposition FROM deliveries") == ["good.csv|ingested"])
        #expect(chmod(lab.incoming, 0o777) == 0)
        try await expectAlive(daemon)
    }

    private static var canChangeUser: Bool { geteuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0 }

    @Test("Strange cells are read for what they are, and end in a finding or a note")
    func cells() async throws {
        let daemon = try await Daemon(lab)
        var reports: [(name: String, batch: String, text: String)] = []
        func report(_ number: Int, _ name: String, _ change: (String) -> String) {
            let batch = "VA2604000\(number)"
            reports.append((name, batch, change(GoldReport(batch, samples: "C\(number)").text)))
        }
        report(1, "twice.csv") { $0.replacing("C106", with: "C104") }
        report(2, "short-header.csv") { $0.replacing(",WEI-21,Au-AA23", with: ",WEI-21") }
        report(3, "sql.csv") { $0.replacing("C301", with: "'); DROP TABLE certificate; --") }
        report(4, "path.csv") { $0.replacing("C401", with: "../../../../etc/passwd") }
        report(5, "number.csv") { $0.replacing("0.012", with: "1.2.3") }
        report(6, "huge.csv") { $0.replacing("0.012", with: "1e400") }
        for report in reports { try lab.deliver(report.name, report.text) }
        for report in reports {
            try await eventually("\(report.name) was judged or refused") {
                try ledger.outcome(of: report.batch) != nil || code(of: report.name) != nil
            }
            // Without a register nothing could be checked: that alone is a finding; more for what is odd.
            if code(of: report.name) == nil {
                #expect(try ledger.outcome(of: report.batch) == "not_evaluated", "\(report.name)")
                try await eventually("\(report.name) had an alert") {
                    LabRoot.names(in: lab.alerts).contains(report.batch + ".json")
                }
            }
        }
        try await expectAlive(daemon)
        #expect(try ledger.rows("SELECT count(*) > 0 FROM audit_log") == ["1"])
        #expect(LabRoot.names(in: lab.path).sorted() == ["Standards", "Watch", "cupel.toml", "outside"])
    }

    @Test("A name that is not UTF-8 is shown escaped, and its file is taken")
    func strangeName() async throws {
        let daemon = try await Daemon(lab)
        try lab.deliver("plain.csv", GoldReport("VA26050001", samples: "N1").text)
        let source = lab.outside + "/source"
        try Data(GoldReport("VA26050002", samples: "N2").text.utf8).write(to: URL(filePath: source))
        let target: [CChar] =
            (Array(lab.incoming.utf8) + [0x2F, 0xE9, 0x74, 0xE9, 0x2E, 0x63, 0x73, 0x76, 0]).map {
                CChar(bitPattern: $0)
            }
        #expect(rename(source, target) == 0)
        try await eventually("it was judged") { try ledger.outcome(of: "VA26050002") != nil }
        #expect(
            try ledger.rows("SELECT file_name FROM deliveries WHERE reason LIKE '%not UTF-8%'") == ["%E9t%E9.csv"]
        )
        try await expectAlive(daemon)
    }
}
