import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Quarantine on another file system")
struct OtherFileSystemTests {
    private static let memory = "/dev/shm"

    /// Whether this machine has a second file system to write to.
    static var isThere: Bool {
        guard let folder = try? Folder(memory, create: false), let other = try? TemporaryFolder(),
            let here = try? Folder(other.path, create: false)
        else { return false }
        let name = FileName(".")
        return access(memory, W_OK) == 0 && (try? folder.facts(name)?.device) != (try? here.facts(name)?.device)
    }

    @Test("A file is copied whole before its name goes", .enabled(if: isThere, "one file system only"))
    func copied() throws {
        let elsewhere = Self.memory + "/cupel-test-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: elsewhere) }
        let run = try PipelineRun(LabRoot(configuration: "[paths]\nquarantine = \"\(elsewhere)\"\n"))
        let rubbish: [UInt8] = [0, 1, 2, 3, 0xFF, 0, 7]
        try run.lab.deliver("rubbish.csv", rubbish)
        guard case .quarantined = try run.process([FileName("rubbish.csv")]).first else {
            Issue.record("it was not quarantined")
            return
        }
        #expect(LabRoot.names(in: run.lab.incoming).isEmpty)
        #expect(LabRoot.names(in: elsewhere) == ["rubbish.csv", "rubbish.csv.why.txt"])
        #expect(try Data(contentsOf: URL(filePath: elsewhere + "/rubbish.csv")) == Data(rubbish))
    }
}
