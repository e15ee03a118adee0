import Foundation
import TestSupport
import Testing

@testable import Ledger

/// The process is killed at every step that the program names, and started again; the end is that of a process that
/// never was.
@Suite("Killed at every step")
struct FailpointTests {
    private static let patience = Duration.seconds(240)

    /// Everything that a delivery can be, so that every step is come to: certificates that pass and fail, one with a
    /// letter, a register that makes a failure pass, a content that comes twice, a file that is nothing.
    static let deliveries: [(name: String, bytes: [UInt8])] = {
        let passing = GoldReport("VA26030001", samples: "A1")
        let failing = GoldReport("VA26030002", samples: "A2", reported: "2026-03-05", standard: GoldReport.failing)
        let lettered = GoldReport("VA26030003", samples: "A3", reported: "2026-03-06")
        let zip = ZipFixture.zip([.init("c.csv", lettered.text), .init("letter.pdf", Array("%PDF-1.7".utf8))])
        return [
            ("passing.csv", Array(passing.text.utf8)), ("failing.csv", Array(failing.text.utf8)), ("lettered.zip", zip),
            ("odd.csv", Array("nothing\n".utf8)), ("register.csv", Array(passing.register.utf8)),
            ("again.csv", Array(failing.text.utf8)), ("register-2.csv", Array(failing.register.utf8)),
        ]
    }()

    /// One after the other, so that each is taken alone and in this order; the daemon may die over any of them.
    private func deliver(to lab: LabRoot, by daemon: Program) async throws {
        for (name, bytes) in Self.deliveries {
            guard daemon.isRunning else { return }
            try lab.deliver(name, bytes)
            try await eventually("\(name) was taken, or the daemon died", within: Self.patience) {
                !daemon.isRunning || !LabRoot.names(in: lab.incoming).contains(name)
            }
        }
    }

    private static func calm() async throws -> LabRoot {
        let lab = try LabRoot()
        let daemon = try await Daemon(lab)
        try await FailpointTests().deliver(to: lab, by: daemon.program)
        #expect(try await daemon.stop() == 0)
        return lab
    }

    /// Run once for all steps and faults.
    static let undisturbed = Task { try await calm() }

    private static let steps = Failpoint.allCases.flatMap { step in [1, 2].map { (step.rawValue, $0) } }

    @Test("The end is the same", .serialized, arguments: steps)
    func kill(step: String, time: Int) async throws {
        let lab = try LabRoot()
        let doomed = try Program(
            ["serve", "--root", lab.path],
            environment: ["CUPEL_FAILPOINT": "\(step):\(time)"]
        )
        try await deliver(to: lab, by: doomed)
        doomed.signal(SIGTERM)
        let end = try await doomed.ended(within: Self.patience)
        // Some steps are come to once only; then it ends as it was told to.
        #expect(end.status == -SIGKILL || (time == 2 && end.status == 0), "\(end.errors)")

        let daemon = try await Daemon(lab)
        let known = Set(
            try LedgerView(lab: lab).rows("SELECT file_name FROM deliveries") + LabRoot.names(in: lab.incoming)
        )
        for (name, bytes) in Self.deliveries where !known.contains(name) { try lab.deliver(name, bytes) }
        try await eventually("all was taken: \(LabRoot.names(in: lab.incoming))", within: Self.patience) {
            LabRoot.names(in: lab.incoming).isEmpty
        }
        #expect(try await daemon.stop() == 0)

        let (mine, theirs) = (Standing(lab), Standing(try await Self.undisturbed.value))
        for (name, query) in Standing.queries { #expect(try mine.rows(query) == theirs.rows(query), "\(name)") }
        #expect(
            try mine.rows("SELECT file_name FROM deliveries ORDER BY file_name") == Self.deliveries.map(\.name).sorted()
        )
        #expect(try mine.alerts() == theirs.alerts())
        #expect(mine.quarantined == theirs.quarantined)
        #expect(try mine.missingOriginals().isEmpty)
        #expect(try mine.wrongDocuments().isEmpty)
        #expect(mine.halfWritten.isEmpty)
        #expect(LabRoot.names(in: lab.path + "/Watch/.attempts").isEmpty)
        let audit = try await Program.run(["audit", "--root", lab.path, "verify"])
        #expect(audit.status == 0, "\(audit.output)")
    }

    @Test("A step that is misspelt is refused, and does not look as if it had been tested")
    func misspelt() async throws {
        let lab = try LabRoot()
        let ended = try await Program.run(
            ["ingest", "--root", lab.path, lab.outside],
            environment: ["CUPEL_FAILPOINT": "migrate"]
        )
        #expect(ended.status == 64)
        #expect(ended.errors.contains("CUPEL_FAILPOINT: there is no step 'migrate'"))
    }
}
