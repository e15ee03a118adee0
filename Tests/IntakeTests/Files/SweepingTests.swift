import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Sweeping a folder")
struct SweepingTests {
    @Test("takes what a dead process left half written, and nothing else")
    func sweeps() throws {
        let temporary = try TemporaryFolder()
        let living = getpid()
        // No process has the largest number there is.
        let names = [
            ".new-2147483647-1-VA1.json", ".new-\(living)-1-VA2.json", ".new-x-1-VA3.json", ".new-0-1-VA4.json",
            ".hidden", "VA5.json",
        ]
        for name in names { _ = try temporary.file(name, "half") }
        try Folder(temporary.path).sweep()
        #expect(Set(LabRoot.names(in: temporary.path)) == Set(names.dropFirst()))
    }

    @Test("takes what has lain for more than an hour, whoever has its number now")
    func old() throws {
        let temporary = try TemporaryFolder()
        let name = ".new-\(getpid())-1-VA1.json"
        let file = try temporary.file(name, "half")
        let hour = Date(timeIntervalSinceNow: -3_700)
        try FileManager.default.setAttributes([.modificationDate: hour], ofItemAtPath: file.path)
        try Folder(temporary.path).sweep()
        #expect(LabRoot.names(in: temporary.path).isEmpty)
    }
}
