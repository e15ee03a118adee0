import Testing

@testable import Intake

@Suite("Settling: when a file in incoming/ is whole")
struct SettlingTests {
    private static let second: UInt64 = 1_000_000_000
    private let name = FileName("VA19012345.csv")

    private func facts(size: Int64 = 100, inode: UInt64 = 7, changed: Int64 = 1) -> FileFacts {
        FileFacts(kind: .regular, size: size, device: 1, inode: inode, modified: changed, changed: changed)
    }

    private func settling() -> Settling { Settling(quietNanoseconds: Self.second) }

    @Test("A file that came by rename is taken at once")
    func renamed() {
        var settling = settling()
        #expect(settling.observe(name, facts(), .renamed, at: 5) == .take)
    }

    @Test("A file written in place waits for the quiet period, to the nanosecond")
    func quiet() {
        var settling = settling()
        #expect(settling.observe(name, facts(), at: 10) == .wait(until: 10 + Self.second))
        #expect(settling.observe(name, facts(), at: 9 + Self.second) == .wait(until: 10 + Self.second))
        #expect(settling.observe(name, facts(), at: 10 + Self.second) == .take)
    }

    @Test(
        "Any change of size, time or inode begins the quiet period anew",
        arguments: [(101, 7, 1), (100, 8, 1), (100, 7, 2)]
    )
    func change(size: Int64, inode: UInt64, changed: Int64) {
        var settling = settling()
        _ = settling.observe(name, facts(), at: 0)
        let later = facts(size: size, inode: inode, changed: changed)
        #expect(settling.observe(name, later, at: Self.second) == .wait(until: 2 * Self.second))
        #expect(settling.observe(name, later, at: 2 * Self.second) == .take)
    }

    @Test("A file that is being read is not taken twice")
    func taken() {
        var settling = settling()
        #expect(settling.observe(name, facts(), .renamed, at: 0) == .take)
        #expect(settling.observe(name, facts(), .renamed, at: 1) == .leave)
        settling.finished(name)
        #expect(settling.observe(name, facts(), .renamed, at: 2) == .take)
    }

    @Test("A postponed file is tried again after 1, 2, 4 ... seconds, and at least every minute")
    func postponed() {
        var settling = settling()
        var now: UInt64 = 0
        var delays: [UInt64] = []
        _ = settling.observe(name, facts(), .renamed, at: now)
        for _ in 0..<9 {
            let again = settling.postponed(name, at: now)
            delays.append((again - now) / Self.second)
            #expect(settling.observe(name, facts(), at: again - 1) != .take)
            now = again
            #expect(settling.observe(name, facts(), at: now) == .take)
        }
        #expect(delays == [1, 2, 4, 8, 16, 32, 60, 60, 60])
    }

    @Test("A file that grew while it was postponed must be quiet again")
    func grewWhilePostponed() {
        var settling = settling()
        _ = settling.observe(name, facts(), .renamed, at: 0)
        _ = settling.postponed(name, at: 0)
        let grown = facts(size: 200, changed: 2)
        #expect(settling.observe(name, grown, at: 5 * Self.second) == .wait(until: 6 * Self.second))
    }

    @Test(
        "Hidden and partial names are left alone, however long they lie there",
        arguments: [
            ".VA1.csv", "VA1.csv.part", "VA1.csv.filepart", "VA1.csv~", "~VA1.csv", "VA1.CSV.TMP", "x.crdownload",
        ]
    )
    func partial(text: String) {
        var settling = settling()
        #expect(settling.observe(FileName(text), facts(), .renamed, at: 0) == .leave)
        #expect(settling.observe(FileName(text), facts(), at: 3_600 * Self.second) == .leave)
    }

    @Test("A partial name that is renamed to its final one is taken at once")
    func partialRenamed() {
        var settling = settling()
        #expect(settling.observe(FileName("VA1.csv.part"), facts(), at: 0) == .leave)
        #expect(settling.observe(FileName("VA1.csv"), facts(), .renamed, at: 1) == .take)
    }

    @Test("What is no regular file is refused", arguments: [FileFacts.Kind.directory, .symbolicLink, .fifo, .socket])
    func refused(kind: FileFacts.Kind) {
        var settling = settling()
        var facts = facts()
        facts.kind = kind
        #expect(settling.observe(name, facts, .renamed, at: 0) == .refuse(kind))
    }

    @Test("Only names whose time has come are due, and each is given once")
    func due() {
        var settling = settling()
        _ = settling.observe(FileName("late.csv"), facts(), at: 500)
        _ = settling.observe(FileName("early.csv"), facts(), at: 0)
        #expect(settling.nextTurn == Self.second)
        #expect(settling.due(at: Self.second - 1).isEmpty)
        #expect(settling.due(at: Self.second) == [FileName("early.csv")])
        #expect(settling.due(at: Self.second + 500) == [FileName("late.csv")])
        #expect(settling.nextTurn == nil)
        #expect(settling.waiting == 2)
        // Whoever is told looks at the file; one that has changed meanwhile is due again.
        let grown = facts(size: 101, changed: 2)
        #expect(
            settling.observe(FileName("late.csv"), grown, at: Self.second + 500) == .wait(until: 2 * Self.second + 500)
        )
        #expect(settling.due(at: 2 * Self.second + 500) == [FileName("late.csv")])
    }

    @Test("A file that is written to again and again has one turn, and comes when it has been quiet")
    func oneTurn() {
        var settling = settling()
        for step in 0..<1_000 {
            _ = settling.observe(name, facts(size: Int64(step)), at: UInt64(step) * 1_000_000)
        }
        #expect(settling.due(at: Self.second) == [name])
        #expect(settling.observe(name, facts(size: 999), at: Self.second) == .wait(until: 1_999_000_000))
        #expect(settling.due(at: 1_998_999_999).isEmpty)
        #expect(settling.due(at: 1_999_000_000) == [name])
        #expect(settling.observe(name, facts(size: 999), at: 1_999_000_000) == .take)
        #expect(settling.nextTurn == nil)
    }

    @Test("A file that waits for its writer is tried as soon as it is closed, not when its turn comes")
    func closed() {
        var settling = settling()
        _ = settling.observe(name, facts(), .renamed, at: 0)
        var now: UInt64 = 0
        for _ in 0..<6 {
            now = settling.postponed(name, at: now)
            #expect(settling.observe(name, facts(), at: now) == .take)
        }
        #expect(settling.postponed(name, at: now) == now + 60 * Self.second)
        #expect(settling.observe(name, facts(), at: now + 5 * Self.second) == .wait(until: now + 60 * Self.second))
        #expect(settling.observe(name, facts(), .closed, at: now + 5 * Self.second) == .take)
    }

    @Test("How long a file is unfinished counts from the first sight of it, through changes and attempts")
    func unfinished() {
        var settling = settling()
        _ = settling.observe(name, facts(), at: 5)
        _ = settling.observe(name, facts(size: 200, changed: 2), at: Self.second)
        #expect(settling.unfinished(name, at: Self.second + 5) == Self.second)
        // A listing that began before the file was seen says nothing else.
        #expect(settling.unfinished(name, at: 4) == 0)
        #expect(settling.observe(name, facts(size: 200, changed: 2), at: 2 * Self.second) == .take)
        #expect(settling.unfinished(name, at: 2 * Self.second) == nil)
        _ = settling.postponed(name, at: 2 * Self.second)
        #expect(settling.unfinished(name, at: 3 * Self.second + 5) == 3 * Self.second)
        // Another file of the same name begins anew.
        _ = settling.observe(name, facts(inode: 8), at: 4 * Self.second)
        #expect(settling.unfinished(name, at: 5 * Self.second) == Self.second)
    }

    @Test("The age of a file is what was seen of it; one found at the start is as old as it says, but never younger")
    func age() {
        var settling = settling()
        let (old, new, ahead) = (FileName("old.csv"), FileName("new.csv"), FileName("ahead.csv"))
        let day: Int64 = 86_400_000_000_000
        _ = settling.observe(old, facts(changed: 0), .foundAtStart, at: 0)
        _ = settling.observe(new, facts(changed: 0), .seen, at: 0)
        _ = settling.observe(ahead, facts(changed: 3 * day), .foundAtStart, at: 0)
        #expect(settling.unchanged(old, at: 5, wallClock: day) == UInt64(day))
        #expect(settling.unchanged(new, at: 5, wallClock: day) == 5)
        // Its time lies in the future, or the clock was set back.
        #expect(settling.unchanged(ahead, at: 7, wallClock: day) == 7)
        #expect(settling.unchanged(FileName("unknown"), at: 7, wallClock: day) == 0)
    }

    @Test("A name that a scan does not find is forgotten, unless it is being read")
    func forgotten() {
        var settling = settling()
        let (gone, here) = (FileName("gone.csv"), FileName("here.csv"))
        _ = settling.observe(gone, facts(), at: 0)
        _ = settling.observe(here, facts(), at: 0)
        _ = settling.observe(name, facts(), .renamed, at: 0)
        settling.beginScan()
        _ = settling.observe(here, facts(), at: 1)
        settling.endScan()
        #expect(settling.waiting == 1)
        #expect(settling.knows(here))
        #expect(!settling.knows(gone))
        #expect(settling.isTaken(name))
        #expect(settling.observe(name, facts(), .renamed, at: 1) == .leave)
        #expect(settling.observe(gone, facts(), at: Self.second) == .wait(until: 2 * Self.second))
    }
}
