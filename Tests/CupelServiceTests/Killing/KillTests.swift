import Foundation
import TestSupport
import Testing

/// A daemon that is killed again and again comes to the same end as one that never was.
@Suite("kill -9 at any moment")
struct KillTests {
    /// How often it is killed: `CUPEL_KILLS`, or so often.
    private static func kills(_ usual: Int) -> Int {
        ProcessInfo.processInfo.environment["CUPEL_KILLS"].flatMap { Int($0) } ?? usual
    }

    @Test("Nothing is lost, nothing is judged or recorded twice, and the alerts are the same")
    func kill() async throws {
        var random = SeededGenerator("kill -9")
        try await kill(Self.kills(40), using: &random, deliver: { try $0.deliver($1, to: $2) }, after: { _, _ in })
    }

    @Test("The same where the power fails with it, and what was not on disk yet is torn")
    func powerCut() async throws {
        var random = SeededGenerator("power cut")
        var power = PowerCut()
        try await kill(
            Self.kills(15),
            using: &random,
            deliver: { try PowerCut.deliver($1, to: $2) },
            after: { lab, random in try power.strike(lab, using: &random) }
        )
        print("power cut: \(power.tally.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" })")
        #expect(power.tally.count >= 4, "hardly anything was torn: \(power.tally)")
    }

    private func kill(
        _ kills: Int,
        using random: inout SeededGenerator,
        deliver: (Stream, Stream.Item, LabRoot) throws -> Void,
        after: (LabRoot, inout SeededGenerator) throws -> Void
    ) async throws {
        let stream = Stream(count: max(30, kills), using: &random)
        let calm = try LabRoot()
        let undisturbed = try await Daemon(calm)
        for item in stream.items { try stream.deliver(item, to: calm) }
        try await Accused.taken(in: calm)
        #expect(try await undisturbed.stop() == 0)

        let lab = try LabRoot()
        var waiting = stream.items[...]
        let share = stream.items.count / (kills + 1) + 1
        for _ in 0..<kills {
            let daemon = try Program(["serve", "--root", lab.path])
            try await Accused.oftenWatching(daemon, using: &random)
            let moments = Int.random(in: 1...3, using: &random)
            var rest = min(share, waiting.count)
            for moment in 1...moments {
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...220, using: &random)))
                let count = moment == moments ? rest : Int.random(in: 0...rest, using: &random)
                for item in waiting.prefix(count) { try deliver(stream, item, lab) }
                waiting = waiting.dropFirst(count)
                rest -= count
            }
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...120, using: &random)))
            daemon.signal(SIGKILL)
            let end = try await daemon.ended()
            #expect(end.status == -SIGKILL, "seed \(random.seed): \(end.errors.suffix(2000))")
            try after(lab, &random)
        }
        let last = try await Daemon(lab)
        for item in waiting { try deliver(stream, item, lab) }
        try await Accused.taken(in: lab)
        try await Accused.giveBack(in: lab)
        #expect(try await last.stop() == 0)

        let faults = try await Standing(lab).faults(against: Standing(calm), deliveries: stream.items.map(\.name))
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))\nseed \(random.seed)")
        print("kill -9: \(kills) kills over \(stream.items.count) deliveries")
    }
}
