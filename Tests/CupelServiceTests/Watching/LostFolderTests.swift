import Foundation
import TestSupport
import Testing

/// incoming/ or the disk that it is on goes away under the daemon: nothing lost, nothing twice, nothing in a wrong place.
@Suite("Watching a folder that goes away")
struct LostFolderTests {
    private func report(_ number: Int) -> GoldReport { GoldReport("VA2801000\(number)", samples: "G\(number)") }

    private func deliver(_ number: Int, _ lab: LabRoot) throws {
        // incoming/ may be another disk: the rename is from a hidden name in it.
        try lab.write(".\(number)", Array(report(number).text.utf8))
        #expect(rename(lab.incoming + "/.\(number)", lab.incoming + "/\(number).csv") == 0)
    }

    private func judged(_ number: Int, _ lab: LabRoot, _ daemon: Daemon) async throws {
        try await eventually("\(number) was judged: \(daemon.log.suffix(2000))", within: .seconds(120)) {
            try LedgerView(lab: lab).outcome(of: report(number).batch) != nil
        }
    }

    private func expectOnce(_ numbers: [Int], _ lab: LabRoot) throws {
        let recorded = try LedgerView(lab: lab).rows("SELECT file_name, disposition FROM deliveries ORDER BY 1")
        #expect(recorded == numbers.map { "\($0).csv|ingested" })
        #expect(try Standing(lab).missingOriginals() == [])
        #expect(LabRoot.names(in: lab.quarantine) == [])
    }

    @Test("incoming/ is removed: it says so, makes it anew for the same people, and goes on")
    func removed() async throws {
        let lab = try LabRoot()
        #expect(chmod(lab.incoming, 0o2771) == 0)
        let daemon = try await Daemon(lab, environment: StatusWords.environment(lab))
        try deliver(1, lab)
        try await judged(1, lab, daemon)
        do {
            let status = try StatusWords(lab)
            try await eventually("it was empty and is gone") { rmdir(lab.incoming) == 0 }
            try await status.hold("held up: incoming/ cannot be listed: could not open the folder")
        }
        try await eventually("it was made anew: \(daemon.log.suffix(1500))", within: .seconds(120)) {
            daemon.log.contains("incoming/ was replaced")
        }
        var facts = stat()
        #expect(stat(lab.incoming, &facts) == 0)
        #expect(facts.st_mode & 0o7777 == 0o2771)
        try deliver(2, lab)
        try await judged(2, lab, daemon)
        #expect(try await daemon.stop() == 0)
        try expectOnce([1, 2], lab)
    }

    @Test(
        "A disk on incoming/ goes away and another comes: what is on the path is taken, wherever that leads",
        .enabled(if: SmallDisk.isPossible)
    )
    func mountedFolder() async throws {
        let lab = try LabRoot()
        let share = try SmallDisk(lab.incoming, megabytes: 2)
        defer { share.unmount() }
        let daemon = try await Daemon(lab)
        try deliver(1, lab)
        try await judged(1, lab, daemon)
        share.unmount()
        try deliver(2, lab)
        try await judged(2, lab, daemon)
        let again = try SmallDisk(lab.incoming, megabytes: 2)
        defer { again.unmount() }
        try deliver(3, lab)
        try await judged(3, lab, daemon)
        #expect(daemon.log.ranges(of: "incoming/ was replaced").count == 2)
        #expect(try await daemon.stop() == 0)
        try expectOnce([1, 2, 3], lab)
    }

    @Test(
        "The disk of Watch goes away: nothing is written below, the file waits, and all goes on when it is back",
        .enabled(if: SmallDisk.isPossible)
    )
    func mountedRoot() async throws {
        let lab = try LabRoot()
        let store = lab.path + "/store"
        #expect(rename(lab.watch, store) == 0)
        #expect(mkdir(lab.watch, 0o755) == 0)
        let disk = try SmallDisk(lab.watch, showing: store)
        defer { disk.unmount() }
        var status: StatusWords? = try StatusWords(lab)
        let daemon = try await Daemon(lab, environment: StatusWords.environment(lab))
        try deliver(1, lab)
        try await judged(1, lab, daemon)
        try await eventually("it has left, with alert and link made") { LabRoot.names(in: lab.incoming) == [] }
        disk.unmount()
        // It is delivered to the disk, which somebody else has mounted elsewhere.
        try LabRoot.write(Array(report(2).text.utf8), to: store + "/incoming/2.csv")
        try await status?.hold("held up: ", "incoming/ cannot be listed", "is not the folder that was there")
        status = nil
        #expect(LabRoot.names(in: lab.watch) == [])
        #expect(LabRoot.names(in: store + "/incoming") == ["2.csv"])
        let again = try SmallDisk(lab.watch, showing: store)
        defer { again.unmount() }
        try await judged(2, lab, daemon)
        try deliver(3, lab)
        try await judged(3, lab, daemon)
        #expect(try await daemon.stop() == 0)
        try expectOnce([1, 2, 3], lab)
        again.unmount()
        #expect(LabRoot.names(in: lab.watch) == [])
    }

    @Test(
        "incoming/ becomes read-only: what is in it is judged once, and leaves when it may",
        .enabled(if: SmallDisk.isPossible)
    )
    func readOnly() async throws {
        let lab = try LabRoot()
        let share = try SmallDisk(lab.incoming, megabytes: 2)
        defer { share.unmount() }
        let daemon = try await Daemon(lab)
        daemon.program.signal(SIGSTOP)
        try deliver(1, lab)
        try share.remount("ro")
        daemon.program.signal(SIGCONT)
        try await judged(1, lab, daemon)
        try await eventually("the log tells of it: \(daemon.log.suffix(1500))", within: .seconds(120)) {
            daemon.log.contains("it is recorded, and cannot leave incoming/")
        }
        #expect(LabRoot.names(in: lab.incoming) == ["1.csv"])
        try share.remount("rw")
        try await eventually("it has left: \(daemon.log.suffix(1500))", within: .seconds(240)) {
            LabRoot.names(in: lab.incoming) == []
        }
        #expect(try await daemon.stop() == 0)
        try expectOnce([1], lab)
    }
}
