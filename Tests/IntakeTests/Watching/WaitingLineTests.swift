import TestSupport
import Testing

@testable import Intake

@Suite("The line before the desk")
struct WaitingLineTests {
    private static let quick: UInt64 = 1_000_000
    private static let second: UInt64 = 1_000_000_000

    private func name(_ number: Int) -> FileName { FileName("f\(number)") }

    /// A line with a backlog of so many files, the newest first.
    private func line(backlog count: Int) -> WaitingLine {
        var line = WaitingLine()
        for number in (0..<count).reversed() { line.join(name(number), modified: Int64(number)) }
        return line
    }

    @Test("The backlog goes oldest first, by name where times are equal, and nothing is left out or comes twice")
    func order() {
        var random = SeededGenerator("the order of a backlog")
        var line = WaitingLine()
        let files = (0..<500).map { (name: FileName("f\($0)"), modified: Int64.random(in: -5...50, using: &random)) }
        for file in files.shuffled(using: &random) { line.join(file.name, modified: file.modified) }
        var names: [FileName] = []
        while let handful = line.next(at: 0), handful.names != [] {
            #expect(handful == .backlog(handful.names))
            names += handful.names
            line.ended(handful, .worked, after: UInt64.random(in: 1...Self.second, using: &random), at: 0)
        }
        let expected = files.sorted {
            ($0.modified, $0.name.description) < ($1.modified, $1.name.description)
        }
        #expect(names == expected.map(\.name))
    }

    @Test("What arrives goes before the backlog, in its order, and alone")
    func arrivals() {
        var line = line(backlog: 100)
        _ = line.next(at: 0)
        line.arrive(FileName("b"), modified: 9)
        line.arrive(FileName("a"), modified: 1)
        #expect(line.next(at: 0) == .arrivals([FileName("b"), FileName("a")]))
        #expect(line.next(at: 0)?.isBacklog == true)
    }

    @Test("More than can be judged within a second waits with the backlog, and the next arrival goes before it")
    func bulk() {
        var line = WaitingLine()
        for number in 0..<1_000 { line.arrive(name(number), modified: Int64(number)) }
        #expect(line.count == 1_000)
        var first = 0
        while let handful = line.next(at: 0), !handful.isBacklog { first += handful.names.count }
        #expect(first == WaitingLine.arrivalLimit)
        line.arrive(FileName("today"), modified: 0)
        #expect(line.next(at: 0) == .arrivals([FileName("today")]))
    }

    @Test("Where arrivals never end, the backlog has its share")
    func share() {
        var line = line(backlog: 100)
        var handfuls: [Bool] = []
        for number in 0..<40 {
            line.arrive(name(1_000 + number), modified: 0)
            if let handful = line.next(at: 0) { handfuls.append(handful.isBacklog) }
        }
        #expect(handfuls.filter { $0 }.count == 40 / (WaitingLine.share + 1))
    }

    @Test("Handfuls of the backlog grow while they are quick, and shrink to one file while they are slow")
    func size() {
        var line = line(backlog: 10_000)
        func take(_ nanosecondsAFile: UInt64) -> Int {
            guard let handful = line.next(at: 0) else { return 0 }
            line.ended(handful, .worked, after: nanosecondsAFile * UInt64(handful.names.count), at: 0)
            return handful.names.count
        }
        #expect((0..<6).map { _ in take(Self.quick) } == [4, 8, 16, 16, 16, 16])
        #expect((0..<3).map { _ in take(50 * Self.quick) } == [16, 5, 5])
        #expect((0..<3).map { _ in take(10 * Self.second) } == [5, 1, 1])
    }

    @Test("Where nothing can be taken, the backlog pauses ever longer, up to eight seconds; arrivals are tried at once")
    func pause() {
        var line = line(backlog: 100)
        var now: UInt64 = 0
        var pauses: [UInt64] = []
        for _ in 0..<6 {
            guard let handful = line.next(at: now) else { break }
            line.ended(handful, .hindered, after: 5, at: now)
            #expect(line.next(at: now) == nil)
            guard let end = line.pauseEnds(after: now) else { break }
            pauses.append((end - now) / Self.second)
            #expect(line.next(at: end - 1) == nil)
            now = end
        }
        #expect(pauses == [1, 2, 4, 8, 8, 8])
        let probe = line.next(at: now)
        #expect(probe?.names.count == 1)
        if let probe { line.ended(probe, .hindered, after: 5, at: now) }
        line.arrive(FileName("today"), modified: 0)
        #expect(line.next(at: now)?.names == [FileName("today")])
    }

    @Test("Where no file waits, verdicts are renewed until none is left, and again after the next backlog")
    func renewals() {
        var line = WaitingLine()
        line.arrive(name(1), modified: 0)
        #expect(line.next(at: 0) == .arrivals([name(1)]))
        guard let first = line.next(at: 0) else { return #expect(Bool(false), "a run before may have left some") }
        #expect(first == .renewals(atMost: 4))
        line.ended(first, .worked, after: 4 * Self.quick, at: 0)
        #expect(line.next(at: 0) == .renewals(atMost: 8))
        line.join(name(2), modified: 0)
        guard let backlog = line.next(at: 0) else { return #expect(Bool(false), "a file waits") }
        #expect(backlog == .backlog([name(2)]))
        line.ended(backlog, .worked, after: Self.quick, at: 0)
        guard let last = line.next(at: 0) else { return #expect(Bool(false), "the backlog may have left some") }
        line.ended(last, .nothingLeft, after: Self.quick, at: 0)
        #expect(line.next(at: 0) == nil)
        line.arrive(name(3), modified: 0)
        #expect(line.next(at: 0) == .arrivals([name(3)]))
        #expect(line.next(at: 0) == nil, "an arrival leaves none")
        line.join(name(4), modified: 0)
        guard let again = line.next(at: 0) else { return #expect(Bool(false), "a file waits") }
        line.ended(again, .hindered, after: Self.quick, at: 0)
        #expect(line.next(at: 0) == nil)
        #expect(line.pauseEnds(after: 0) == Self.second)
        #expect(line.next(at: Self.second) == .renewals(atMost: 1))
    }
}
