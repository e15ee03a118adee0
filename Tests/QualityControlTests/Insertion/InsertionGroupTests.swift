import Geochemistry
import QualityControl
import Testing

@Suite("Insertion by hole, dispatch, project and window")
struct InsertionGroupTests {
    private func sample(
        _ name: String,
        _ type: SampleType = .routine,
        hole: String = "",
        project: String = "Nord",
        laboratory: String = "ALS",
        batch: String = "1",
        reported: CalendarDate? = nil
    ) -> InsertedSample {
        InsertedSample(
            laboratory: laboratory,
            project: project,
            batch: batch,
            reported: reported,
            sample: name,
            type: type,
            hole: hole
        )
    }

    @Test("Kinds are counted with the types that they are made of")
    func tally() {
        var tally = InsertionTally()
        let types: [SampleType] = [
            .routine, .crm, .blank, .coarseBlank, .pulpBlank, .fieldDuplicate, .coarseDuplicate, .pulpDuplicate, .check,
        ]
        for type in types { tally.add(type) }
        #expect(tally.samples == 9)
        #expect(QCKind.allCases.map { tally.inserted($0) } == [1, 3, 3])
        for type in types { tally.remove(type) }
        #expect(tally.samples == 0)
        #expect(QCKind.allCases.map { tally.inserted($0) } == [0, 0, 0])
    }

    @Test("Holes of one name in two projects are two, in the order in which they come")
    func holes() {
        let groups = InsertionGroup.groups(
            of: [
                sample("1", hole: "DH-2"), sample("2", .crm, hole: "DH-2"), sample("3", hole: "DH-1"),
                sample("4", hole: "DH-2", project: "Sud"), sample("5", .blank),
            ],
            by: .hole
        )
        #expect(groups.map(\.name) == ["DH-2", "DH-1", "DH-2", ""])
        #expect(groups.map(\.project) == ["Nord", "Nord", "Sud", "Nord"])
        #expect(groups.map(\.tally.samples) == [2, 1, 1, 1])
        #expect(groups[0].tally.inserted(.crm) == 1)
    }

    @Test("A sample in two certificates of a laboratory counts once, but for batches; of two laboratories twice")
    func once() {
        let samples = [
            sample("1"), sample(" 1", batch: "2"), sample("2", batch: "2"), sample("1", laboratory: "SGS"),
            sample("1", project: "Sud"),
        ]
        #expect(InsertionGroup.groups(of: samples, by: .project).map(\.tally.samples) == [3, 1])
        #expect(InsertionGroup.groups(of: samples, by: .batch).map(\.tally.samples) == [2, 2, 1])
        #expect(InsertionGroup.groups(of: samples, by: .laboratory).map(\.tally.samples) == [3, 1])
        #expect(InsertionGroup.groups(of: samples, by: .laboratory).map(\.project) == [nil, "Nord"])
    }

    @Test("Months are those of the report; without a date there is none")
    func months() {
        let groups = InsertionGroup.groups(
            of: [
                sample("1", reported: CalendarDate(year: 2026, month: 1, day: 31)),
                sample("2", reported: CalendarDate(year: 2026, month: 2, day: 1)), sample("3"),
            ],
            by: .month
        )
        #expect(groups.map(\.name) == ["2026-01", "2026-02", ""])
    }

    /// One CRM in each ten of the first and the last thirty samples, none in the forty between.
    private static let gap: [SampleType] = (0..<100).map { (30..<70).contains($0) || $0 % 10 != 9 ? .routine : .crm }

    @Test("The weakest stretch is found wherever it lies, the latest at the end")
    func windows() throws {
        let weakest = try #require(InsertionWindow.weakest(.crm, in: Self.gap, length: 50))
        #expect((weakest.start, weakest.end, weakest.tally.inserted(.crm)) == (20, 70, 1))
        let latest = try #require(InsertionWindow.latest(Self.gap, length: 50))
        #expect((latest.start, latest.end, latest.tally.inserted(.crm)) == (50, 100, 3))
        // By counting each stretch for itself.
        for length in [1, 7, 40, 99, 100, 250] {
            let taken = min(length, 100)
            let counts = (0...(100 - taken)).map { start in Self.gap[start..<start + taken].count { $0 == .crm } }
            let found = try #require(InsertionWindow.weakest(.crm, in: Self.gap, length: length))
            #expect(found.tally.inserted(.crm) == counts.min())
            #expect(found.start == counts.firstIndex(of: counts.min() ?? 0))
            #expect(found.tally.samples == taken)
        }
    }

    @Test("An empty sequence has no stretch")
    func empty() {
        #expect(InsertionWindow.weakest(.crm, in: [], length: 10) == nil)
        #expect(InsertionWindow.latest([], length: 10) == nil)
        #expect(InsertionGroup.groups(of: [], by: .hole).isEmpty)
    }
}
