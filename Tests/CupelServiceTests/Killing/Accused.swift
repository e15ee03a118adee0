import Foundation
import TestSupport

/// Two kills from outside that hit one file in the middle of its work look like a file that kills the program, and the
/// third try sets it aside. That is no loss: what its note asks for is done here.
enum Accused {
    static func giveBack(in lab: LabRoot) async throws {
        for note in LabRoot.names(in: lab.quarantine) where note.hasSuffix(".why.txt") {
            let path = lab.quarantine + "/" + note
            guard try LabRoot.text(path).contains("Code:     ended_the_program") else { continue }
            let name = String(note.dropLast(".why.txt".count))
            print("kill -9: \(name) was set aside, and is given back")
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: lab.quarantine + "/" + name, toPath: lab.incoming + "/" + name)
        }
        try await taken(in: lab)
    }

    /// Waits until nothing is left in incoming/, for as long as files go on leaving it, and until what a soak of thousands
    /// leaves to be renewed is. Nothing is said of speed: all other tests may have both cores.
    static func taken(in lab: LabRoot) async throws {
        var waiting = LabRoot.names(in: lab.incoming)
        while !waiting.isEmpty {
            let before = waiting.count
            try await eventually("something was taken of \(waiting.prefix(20))", within: .seconds(240)) {
                waiting = LabRoot.names(in: lab.incoming)
                return waiting.count < before
            }
        }
        try await eventually("verdicts were renewed", within: .seconds(240)) {
            try LedgerView(lab: lab).rows("SELECT count(*) FROM renewal") == ["0"]
        }
    }

    /// Waits in three of four cases until a daemon watches, which may die before: some moments lie before that, and
    /// most in the middle of the work, however busy the machine is.
    static func oftenWatching(_ daemon: Program, using random: inout SeededGenerator) async throws {
        guard Int.random(in: 0...3, using: &random) > 0 else { return }
        try await eventually("it watched: \(daemon.errors)", within: .seconds(240)) {
            !daemon.isRunning || daemon.errors.contains("watching incoming/")
        }
    }
}
