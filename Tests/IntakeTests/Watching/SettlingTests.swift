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
        #expect(settling.observe(name, facts(), arrivedWhole: true, at: 5) == .take)
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
        #expect(settling.observe(name, facts(), arrivedWhole: true, at: 0) == .take)
        #expect(settling.observe(name, facts(), arrivedWhole: true, at: 1) == .leave)
        settling.finished(name)
        #expect(settling.observe(name, facts(), arrivedWhole: true, at: 2) == .take)
    }

    @Test("A postponed file is tried again after 1, 2, 4 ... seconds, and at least every minute")
    func postponed() {
        var settling = settling()
        var now: UInt64 = 0
        var delays: [UInt64] = []
        _ = settling.observe(name, facts(), arrivedWhole: true, at: now)
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
        _ = settling.observe(name, facts(), arrivedWhole: true, at: 0)
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
        #expect(settling.observe(FileName(text), facts(), arrivedWhole: true, at: 0) == .leave)
        #expect(settling.observe(FileName(text), facts(), at: 3_600 * Self.second) == .leave)
    }

    @Test("A partial name that is renamed to its final one is taken at once")
    func partialRenamed() {
        var settling = settling()
        #expect(settling.observe(FileName("VA1.csv.part"), facts(), at: 0) == .leave)
        #expect(settling.observe(FileName("VA1.csv"), facts(), arrivedWhole: true, at: 1) == .take)
    }

    @Test("What is no regular file is refused", arguments: [FileFacts.Kind.directory, .symbolicLink, .fifo, .socket])
    func refused(kind: FileFacts.Kind) {
        var settling = settling()
        var facts = facts()
        facts.kind = kind
        #expect(settling.observe(name, facts, arrivedWhole: true, at: 0) == .refuse(kind))
    }

    @Test("Only names whose time has come are due")
    func due() {
        var settling = settling()
        _ = settling.observe(FileName("early.csv"), facts(), at: 0)
        _ = settling.observe(FileName("late.csv"), facts(), at: 500)
        #expect(settling.due(at: Self.second - 1).isEmpty)
        #expect(settling.due(at: Self.second) == [FileName("early.csv")])
        #expect(Set(settling.due(at: Self.second + 500)) == [FileName("early.csv"), FileName("late.csv")])
        #expect(settling.waiting == 2)
    }

    @Test("A name that a scan does not find is forgotten, unless it is being read")
    func forgotten() {
        var settling = settling()
        _ = settling.observe(FileName("gone.csv"), facts(), at: 0)
        _ = settling.observe(name, facts(), arrivedWhole: true, at: 0)
        settling.keepOnly([])
        #expect(settling.waiting == 0)
        #expect(settling.observe(name, facts(), arrivedWhole: true, at: 1) == .leave)
        #expect(settling.observe(FileName("gone.csv"), facts(), at: Self.second) == .wait(until: 2 * Self.second))
    }
}
