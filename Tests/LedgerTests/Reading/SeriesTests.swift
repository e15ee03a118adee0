import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Series across certificates")
struct SeriesTests {
    private func fill(_ ledger: TestLedger, _ days: [(batch: String, day: String, above: [String])]) throws {
        for (batch, day, above) in days {
            try ledger.ledger.write {
                _ = try $0.take(
                    .sample(batch, reported: day),
                    sha256: "sha-\(batch)",
                    judged: .sample(.pass, segments: [.sample(batch, above: above)])
                )
            }
        }
    }

    private func before(_ batch: String, _ day: String, in ledger: TestLedger) throws -> [SeriesSegment] {
        let order = CertificateOrder(
            reported: CalendarDate(iso: day),
            laboratory: "ALS",
            batch: batch,
            sha256: "sha-\(batch)",
            part: 0
        )
        let key = SeriesSegment.sample("").key
        return try ledger.ledger.read { try $0.history(before: order, keys: [key]).segments[key] ?? [] }
    }

    @Test("continue from the latest certificate before, by report date, whatever came first")
    func tails() throws {
        for order in RevisionTests.permutations([0, 1, 2]) {
            let days = [
                ("VA1", "2024-01-01", ["Cu", "Zn"]), ("VA2", "2024-01-02", ["Cu"]), ("VA3", "2024-01-02", []),
            ]
            let ledger = try TestLedger()
            try fill(ledger, order.map { days[$0] })
            let all: [SeriesSegment] = [
                .sample("VA1", above: ["Cu", "Zn"]), .sample("VA2", above: ["Cu"]), .sample("VA3"),
            ]
            #expect(try before("VA0", "2024-01-01", in: ledger).isEmpty)
            #expect(try before("VA1", "2024-01-01", in: ledger).isEmpty)
            #expect(try before("VA2", "2024-01-02", in: ledger) == Array(all.prefix(1)))
            #expect(try before("VA3", "2024-01-02", in: ledger) == Array(all.prefix(2)))
            #expect(try before("VA9", "2024-01-09", in: ledger) == all)
        }
    }

    @Test("name the certificates that must be looked at again, and only when a segment changed")
    func successors() throws {
        let ledger = try TestLedger()
        try fill(ledger, [("VA1", "2024-01-01", []), ("VA3", "2024-01-03", []), ("VA4", "2024-01-04", [])])
        try ledger.ledger.write { transaction in
            let late = try transaction.take(
                .sample("VA2", reported: "2024-01-02"),
                sha256: "sha-VA2",
                judged: .sample(.pass, segments: [.sample("VA2", above: ["Cu"])])
            )
            #expect(late.verdict.successors.map(\.batch) == ["VA3", "VA4"])
            let id = late.certificate.certificate.id
            #expect(try transaction.successors(of: id).map(\.batch) == ["VA3", "VA4"])
            let same = try transaction.insertVerdict(
                on: id,
                .sample(.fail, segments: [.sample("VA2", above: ["Cu"])]),
                state: .standards("B"),
                at: "2024"
            )
            #expect(same.isNew && same.successors.isEmpty)
            let gone = try transaction.insertVerdict(
                on: id,
                .sample(.fail, segments: [.sample("VA2", material: "OREAS 45e")]),
                state: .standards("C"),
                at: "2024"
            )
            #expect(gone.successors.map(\.batch) == ["VA3", "VA4"])
        }
    }

    @Test("skip certificates that a revision has replaced")
    func superseded() throws {
        let ledger = try TestLedger()
        try fill(ledger, [("VA1", "2024-01-01", ["Cu"]), ("VA2", "2024-01-02", []), ("VA3", "2024-01-03", [])])
        let reissue = try ledger.ledger.write {
            try $0.take(
                .sample("VA2", reported: "2024-01-08"),
                sha256: "sha-VA2b",
                judged: .sample(.pass, segments: [.sample("VA2", above: ["Zn"])])
            )
        }
        #expect(try before("VA3", "2024-01-03", in: ledger) == [.sample("VA1", above: ["Cu"])])
        #expect(
            try before("VA9", "2024-01-09", in: ledger) == [
                .sample("VA1", above: ["Cu"]), .sample("VA3"), .sample("VA2", above: ["Zn"]),
            ]
        )
        let replaced = try #require(reissue.certificate.superseded.first)
        #expect(try ledger.ledger.read { try $0.successors(of: replaced.id) }.map(\.batch) == ["VA3", "VA2"])
    }

    @Test("know a material however it is typed")
    func spelling() throws {
        let ledger = try TestLedger()
        try fill(ledger, [("VA1", "2024-01-01", ["Cu"])])
        let order = CertificateOrder(.sample("VA2", reported: "2024-02-01"), sha256: "x", part: 0)
        let key = SeriesSegment.sample("", material: "oreas-602 (4 acid)").key
        #expect(try ledger.ledger.read { try $0.history(before: order, keys: [key]) }.segments[key]?.count == 1)
    }

    @Test("are looked back along as far as rules look, and forward as far")
    func reach() throws {
        let ledger = try TestLedger()
        let last = SeriesHistory.reach + 2
        let days = (1...last).map { number in
            let digits = String("00\(number)".suffix(3))
            return ("VA\(digits)", "2024-01-01", number == 1 ? ["Cu"] : [])
        }
        try fill(ledger, days)
        let before = try before("VA\(last + 100)", "2024-01-02", in: ledger)
        #expect(before.count == SeriesHistory.reach)
        #expect(before.first?.batch == "VA003")
        let ids = try ledger.ledger.read { try $0.allCurrentCertificates() }.map(\.id)
        let after = try ledger.ledger.read { try $0.successors(of: ids[0]) }
        #expect(after.count == SeriesHistory.reach)
        #expect(after.last?.batch == "VA0\(last - 1)")
    }

    @Test("come back whatever their samples and columns are called")
    func names() throws {
        let ledger = try TestLedger()
        var segment = SeriesSegment.sample("VA1", above: ["Cu", "80#\"\\", "Fe2O3"])
        segment.insertions = [
            .init(sample: "a\"b\\c\n\u{1}é", position: 3), .init(sample: "", position: 12),
        ]
        segment.scores += [nil, StandardScore(steps: -1), StandardScore(steps: .max)]
        try ledger.ledger.write {
            _ = try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.pass, segments: [segment]))
        }
        let id = try #require(try ledger.ledger.read { try $0.allCurrentCertificates() }.first?.id)
        #expect(try ledger.ledger.read { try $0.segments(of: id) } == [segment])
    }
}
