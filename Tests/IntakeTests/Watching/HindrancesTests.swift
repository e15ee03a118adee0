import Testing

@testable import Intake

@Suite("What keeps files from being taken")
struct HindrancesTests {
    private let one = FileName("1.csv")
    private let two = FileName("2.csv")

    @Test("It is news once, and again where the reason is another or the file was done meanwhile")
    func news() {
        var hindrances = Hindrances()
        let first = hindrances.note(one, .ours, "the disk is full")
        #expect(first)
        let again = hindrances.note(one, .ours, "the disk is full")
        #expect(!again)
        let another = hindrances.note(one, .ours, "the ledger is locked")
        #expect(another)
        hindrances.clear(one)
        #expect(hindrances.words == nil)
        let afterwards = hindrances.note(one, .ours, "the ledger is locked")
        #expect(afterwards)
    }

    @Test("Of many files with the same trouble ten are told of")
    func many() {
        var hindrances = Hindrances()
        let news = (0..<500).filter { hindrances.note(FileName("\($0)"), .ours, "could not write \($0)") }
        #expect(news.count == Hindrances.told)
        #expect(hindrances.words?.hasSuffix("; and 499 other files") == true)
    }

    @Test("The words are one line, name what is ours before what a sender must do, and forget what is gone")
    func words() {
        var hindrances = Hindrances()
        _ = hindrances.note(one, .senders, "1.csv may not be read")
        #expect(hindrances.words == "1.csv may not be read")
        _ = hindrances.note(two, .ours, "the disk\nis full")
        #expect(hindrances.words == "the disk | is full; and 1 other file")
        hindrances.keepOnly { $0 == one }
        #expect(hindrances.words == "1.csv may not be read")
        #expect(!hindrances.stands(for: two))
    }
}
