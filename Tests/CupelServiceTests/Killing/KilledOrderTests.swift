import Foundation
import TestSupport
import Testing

@testable import Ledger

/// The order in which deliveries come, and the moments at which the daemon dies over them, change nothing.
@Suite("Any order, killed in between")
struct KilledOrderTests {
    /// How many orders are tried: `CUPEL_PERMUTATIONS`, or 6.
    private static let permutations =
        ProcessInfo.processInfo.environment["CUPEL_PERMUTATIONS"].flatMap { Int($0) } ?? 6

    @Test("Certificates, reissues, re-assays and registers come to the same verdicts, queue and alerts")
    func permutations() async throws {
        var random = SeededGenerator("order and kills")
        let calm = try LabRoot()
        let undisturbed = try await Daemon(calm)
        for (name, bytes) in Correspondence.deliveries {
            try calm.deliver(name, bytes)
            try await Accused.taken(in: calm)
        }
        #expect(try await undisturbed.stop() == 0)
        let expected = Standing(calm)
        let outcomes = try expected.rows(
            "SELECT batch, outcome FROM verdicts WHERE current AND batch LIKE 'VA%' ORDER BY batch"
        )
        #expect(
            outcomes
                == [
                    "VA26030001|warn", "VA26030002|fail", "VA26030003|fail", "VA26030004|warn",
                    "VA26030009|pass",
                ]
        )

        var kills = 0
        for _ in 0..<Self.permutations {
            let deliveries = Correspondence.deliveries.shuffled(using: &random)
            let lab = try LabRoot()
            kills += try await deliver(deliveries, to: lab, using: &random)
            let faults = try await Standing(lab).faults(against: expected, deliveries: deliveries.map(\.name))
            #expect(
                faults.isEmpty,
                "\(faults.joined(separator: "\n"))\nseed \(random.seed), order \(deliveries.map(\.name))"
            )
        }
        print("order and kills: \(Self.permutations) orders, \(kills) kills")
    }

    /// - Returns: how often the daemon was killed.
    private func deliver(
        _ deliveries: [(name: String, bytes: [UInt8])],
        to lab: LabRoot,
        using random: inout SeededGenerator
    ) async throws -> Int {
        var waiting = deliveries[...]
        let kills = Int.random(in: 2...4, using: &random)
        for _ in 0..<kills {
            // Half die at a step, if they come to it, and all others, like those that do not, at some moment.
            let step = Failpoint.allCases.randomElement(using: &random)?.rawValue ?? ""
            let environment =
                Bool.random(using: &random)
                ? ["CUPEL_FAILPOINT": "\(step):\(Int.random(in: 1...4, using: &random))"] : [:]
            let doomed = try Program(["serve", "--root", lab.path], environment: environment)
            try await Accused.oftenWatching(doomed, using: &random)
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                guard let (name, bytes) = waiting.popFirst() else { break }
                try await Task.sleep(for: .milliseconds(Int.random(in: 0...120, using: &random)))
                try lab.deliver(name, bytes)
            }
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...250, using: &random)))
            doomed.signal(SIGKILL)
            let end = try await doomed.ended()
            #expect(end.status == -SIGKILL, "seed \(random.seed): \(end.errors.suffix(2000))")
        }
        let last = try await Daemon(lab)
        for (name, bytes) in waiting { try lab.deliver(name, bytes) }
        try await Accused.taken(in: lab)
        try await Accused.giveBack(in: lab)
        #expect(try await last.stop() == 0)
        return kills
    }
}
