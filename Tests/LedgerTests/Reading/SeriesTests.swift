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
                    judged: .sample(.pass, tails: [.sample(batch, above: above)])
                )
            }
        }
    }

    private func before(_ batch: String, _ day: String, in ledger: TestLedger) throws -> SeriesTail? {
        let order = CertificateOrder(
            reported: CalendarDate(iso: day),
            laboratory: "ALS",
            batch: batch,
            sha256: "sha-\(batch)",
            part: 0
        )
        return try ledger.ledger.read {
            try $0.tails(before: order, keys: [SeriesTail.sample("").key]).first
        }
    }

    @Test("continue from the latest certificate before, by report date, whatever came first")
    func tails() throws {
        for order in RevisionTests.permutations([0, 1, 2]) {
            let days = [
                ("VA1", "2024-01-01", ["Cu", "Zn"]), ("VA2", "2024-01-02", ["Cu"]), ("VA3", "2024-01-02", []),
            ]
            let ledger = try TestLedger()
            try fill(ledger, order.map { days[$0] })
            #expect(try before("VA0", "2024-01-01", in: ledger) == nil)
            #expect(try before("VA1", "2024-01-01", in: ledger) == nil)
            #expect(try before("VA2", "2024-01-02", in: ledger) == .sample("VA1", above: ["Cu", "Zn"]))
            #expect(try before("VA3", "2024-01-02", in: ledger) == .sample("VA2", above: ["Cu"]))
            #expect(try before("VA9", "2024-01-09", in: ledger) == .sample("VA3"))
        }
    }

    @Test("name the next certificate that must be judged again, and only when a tail changed")
    func successors() throws {
        let ledger = try TestLedger()
        try fill(ledger, [("VA1", "2024-01-01", []), ("VA3", "2024-01-03", []), ("VA4", "2024-01-04", [])])
        try ledger.ledger.write { transaction in
            let late = try transaction.take(
                .sample("VA2", reported: "2024-01-02"),
                sha256: "sha-VA2",
                judged: .sample(.pass, tails: [.sample("VA2", above: ["Cu"])])
            )
            #expect(late.verdict.successors.map(\.batch) == ["VA3"])
            let id = late.certificate.certificate.id
            #expect(try transaction.successors(of: id).map(\.batch) == ["VA3"])
            let same = try transaction.insertVerdict(
                on: id,
                .sample(.fail, tails: [.sample("VA2", above: ["Cu"])]),
                state: .standards("B"),
                at: "2024"
            )
            #expect(same.isNew && same.successors.isEmpty)
            let gone = try transaction.insertVerdict(
                on: id,
                .sample(.fail, tails: [.sample("VA2", material: "OREAS 45e")]),
                state: .standards("C"),
                at: "2024"
            )
            #expect(gone.successors.map(\.batch) == ["VA3"])
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
                judged: .sample(.pass, tails: [.sample("VA2", above: ["Zn"])])
            )
        }
        #expect(try before("VA3", "2024-01-03", in: ledger) == .sample("VA1", above: ["Cu"]))
        #expect(try before("VA9", "2024-01-09", in: ledger) == .sample("VA2", above: ["Zn"]))
        let replaced = try #require(reissue.certificate.superseded.first)
        #expect(try ledger.ledger.read { try $0.successors(of: replaced.id) }.map(\.batch) == ["VA3"])
    }

    @Test("know a material however it is typed")
    func spelling() throws {
        let ledger = try TestLedger()
        try fill(ledger, [("VA1", "2024-01-01", ["Cu"])])
        let order = CertificateOrder(.sample("VA2", reported: "2024-02-01"), sha256: "x", part: 0)
        let key = SeriesTail.sample("", material: "oreas-602 (4 acid)").key
        #expect(try ledger.ledger.read { try $0.tails(before: order, keys: [key]) }.count == 1)
    }
}
