import Foundation
import TestSupport
import Testing

/// A daemon that is killed again and again comes to the same end as one that never was.
@Suite("kill -9 at any moment")
struct KillTests {
    /// How often it is killed: `CUPEL_KILLS`, or 40.
    private static var kills: Int { ProcessInfo.processInfo.environment["CUPEL_KILLS"].flatMap { Int($0) } ?? 40 }

    /// Until a daemon has taken all. Nothing is said of speed here: all other tests may have both cores.
    private static let patience = Duration.seconds(240)

    @Test("Nothing is lost, nothing is judged or recorded twice, and the alerts are the same")
    func kill() async throws {
        var random = SeededGenerator("kill -9")
        let stream = Stream(count: max(30, Self.kills), using: &random)

        let calm = try LabRoot()
        let undisturbed = try await Daemon(calm)
        for item in stream.items { try stream.deliver(item, to: calm) }
        try await eventually("all was taken: \(LabRoot.names(in: calm.incoming))", within: Self.patience) {
            LabRoot.names(in: calm.incoming).isEmpty
        }
        #expect(try await undisturbed.stop() == 0)

        let lab = try LabRoot()
        var waiting = stream.items[...]
        let share = stream.items.count / (Self.kills + 1) + 1
        for _ in 0..<Self.kills {
            let daemon = try Program(["serve", "--root", lab.path])
            // Some moments lie before it watches, some in the middle of the work.
            let moments = Int.random(in: 1...3, using: &random)
            var rest = min(share, waiting.count)
            for moment in 1...moments {
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...220, using: &random)))
                let count = moment == moments ? rest : Int.random(in: 0...rest, using: &random)
                for item in waiting.prefix(count) { try stream.deliver(item, to: lab) }
                waiting = waiting.dropFirst(count)
                rest -= count
            }
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...120, using: &random)))
            daemon.signal(SIGKILL)
            #expect(try await daemon.ended().status == -SIGKILL)
        }
        let last = try await Daemon(lab)
        for item in waiting { try stream.deliver(item, to: lab) }
        try await eventually(
            "all was taken: \(LabRoot.names(in: lab.incoming)) \(last.log.suffix(2000))",
            within: Self.patience
        ) {
            LabRoot.names(in: lab.incoming).isEmpty
        }
        try await giveBack(accused: lab)
        #expect(try await last.stop() == 0)

        let seed = "seed \(random.seed)"
        let mine = Standing(lab)
        let theirs = Standing(calm)
        for (name, query) in Standing.queries {
            #expect(try mine.rows(query) == theirs.rows(query), "\(name), \(seed)")
        }
        #expect(
            try mine.rows(
                "SELECT file_name FROM deliveries WHERE reason NOT LIKE 'ended_the_program%' ORDER BY file_name"
            ) == stream.items.map(\.name).sorted(),
            "one row for each delivery, \(seed)"
        )
        let (found, wanted) = (try mine.alerts(), try theirs.alerts())
        #expect(
            found == wanted,
            "\(Set(found).subtracting(wanted).sorted())\nfor\n\(Set(wanted).subtracting(found).sorted())\n\(seed)"
        )
        #expect(mine.quarantined == theirs.quarantined, "\(seed)")
        #expect(try mine.missingOriginals().isEmpty, "\(seed)")
        #expect(try mine.wrongDocuments().isEmpty, "\(seed)")
        let audit = try await Program.run(["audit", "--root", lab.path, "verify"])
        #expect(audit.status == 0, "\(audit.output) \(seed)")
    }

    /// Two kills from outside that hit one file in the middle of its work look like a file that kills the program, and
    /// the third try sets it aside. That is no loss: what its note asks for is done here.
    private func giveBack(accused lab: LabRoot) async throws {
        for note in LabRoot.names(in: lab.quarantine) where note.hasSuffix(".why.txt") {
            let path = lab.quarantine + "/" + note
            guard try LabRoot.text(path).contains("Code:     ended_the_program") else { continue }
            let name = String(note.dropLast(".why.txt".count))
            print("kill -9: \(name) was set aside, and is given back")
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(
                atPath: lab.quarantine + "/" + name,
                toPath: lab.incoming + "/" + name
            )
        }
        try await eventually(
            "what was given back was taken: \(LabRoot.names(in: lab.incoming))",
            within: Self.patience
        ) {
            LabRoot.names(in: lab.incoming).isEmpty
        }
    }
}
