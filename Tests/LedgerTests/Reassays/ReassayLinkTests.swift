import Geochemistry
import Ledger
import QualityControl
import TestSupport
import Testing

@testable import Ledger

@Suite("Links between a failure and its re-assay")
struct ReassayLinkTests {
    private let ledger: TestLedger
    private let failed = BatchKey(batch: "VA1", laboratory: "ALS")
    private let reassay = BatchKey(batch: "VA2", laboratory: "ALS")

    init() throws { ledger = try TestLedger() }

    private static let copper = "Cu ME-ICP61"

    /// S1 to S3 in copper; S2 and S3 are to be repeated.
    private static let first = Certificate.sample("VA1", columns: [("Cu", "ME-ICP61", ["10", "20", "30"])])

    private static func failing(closes: Bool = false, message: String = "Cu in S1 is too high.") -> Judgement {
        var judgement = Judgement.sample(
            .fail,
            message: message,
            samples: 3,
            reassay: [2, 3].map { position in
                ReassaySample(position: position, sample: "S\(position)", analytes: [copper], because: ["S1"])
            }
        )
        judgement.reassayCloses = closes
        return judgement
    }

    private static func second(
        _ batch: String = "VA2",
        laboratory: String = "ALS",
        reported: String? = "2024-04-01",
        status: Certificate.Status = .final,
        method: String = "ME-ICP61",
        samples: [String] = ["S2", "S3"],
        texts: [String] = ["22", "27"]
    ) -> Certificate {
        .sample(
            batch,
            laboratory: laboratory,
            reported: reported,
            status: status,
            columns: [("Cu", method, texts)],
            samples: samples
        )
    }

    private func links() throws -> [[String?]] {
        try ledger.query(
            """
            SELECT failed_batch, reassay_batch, samples_covered || '/' || samples_listed,
                determinations_covered || '/' || determinations_listed, reassay_outcome, answered
            FROM reassays ORDER BY failed_batch, reassay_batch
            """
        )
    }

    private func state(_ batch: String) throws -> String? {
        try ledger.query("SELECT state FROM failure_queue WHERE batch = '\(batch)'").first?.first ?? nil
    }

    private func summary() throws -> String? {
        try ledger.query("SELECT summary FROM failure_queue WHERE batch = 'VA1'").first?.first ?? nil
    }

    private func take(_ certificate: Certificate, _ sha256: String, _ judgement: Judgement) throws {
        try ledger.ledger.write { _ = try $0.take(certificate, sha256: sha256, judged: judgement) }
    }

    private func decide(_ batch: String, _ action: DecisionAction) throws {
        try ledger.ledger.write {
            _ = try $0.decide(batch: batch, action: action, actor: "M. Roy", reason: "seen", at: "2024-05-01T00:00:00Z")
        }
    }

    @Test(
        "A re-assay that covers the list and passes answers it, and the batch goes on waiting",
        arguments: [true, false]
    )
    func answers(failedFirst: Bool) throws {
        let deliveries: [() throws -> Void] = [
            { try take(Self.first, "a", Self.failing()) }, { try take(Self.second(), "b", .sample(.pass)) },
        ]
        for delivery in failedFirst ? deliveries : deliveries.reversed() { try delivery() }
        #expect(try links() == [["VA1", "VA2", "2/2", "2/2", "pass", "1"]])
        #expect(try state("VA1") == "open")
        #expect(
            try summary()
                == "Cu in S1 is too high. Re-assayed by VA2, which passed and covers 2 of 2 samples: accept with the "
                + "re-assay results, or reject."
        )
        #expect(try ledger.ledger.read { try $0.releasedCertificates().map(\.batch) } == ["VA2"])
        let record = try ledger.ledger.read { try $0.currentRecord(of: failed) }
        let comparison = try #require(record.reassays.first?.coverage.comparisons.first)
        #expect((comparison.pairs, comparison.medianRatio, comparison.largest?.sample) == (2, 1, "S3"))
        #expect(try ledger.ledger.read { try $0.currentRecord(of: reassay).reassayOf.map(\.link.failed) } == [failed])

        try decide("VA1", .accept)
        #expect(
            try summary()
                == "Cu in S1 is too high. Re-assayed by VA2, which passed and covers 2 of 2 samples."
        )
        #expect(try links().count == 1, "both results stay, and so does the link")
        #expect(try ledger.ledger.read { try $0.releasedCertificates().count } == 2)
    }

    @Test("A re-assay whose own QC fails does not answer, until a person accepts it")
    func ownQC() throws {
        try take(Self.first, "a", Self.failing())
        try take(Self.second(), "b", .sample(.fail, message: "its CRM is low"))
        #expect(try links() == [["VA1", "VA2", "2/2", "2/2", "fail", "0"]])
        #expect(
            try summary()?.hasSuffix(
                "whose own QC failed, and which covers 2 of 2 samples: this does not answer the failure."
            ) == true
        )
        try decide("VA2", .accept)
        #expect(try links() == [["VA1", "VA2", "2/2", "2/2", "fail", "1"]])
        #expect(
            try summary()?.hasSuffix(
                "which was accepted and covers 2 of 2 samples: accept with the re-assay results, or reject."
            ) == true
        )
        try decide("VA2", .reopen)
        #expect(try links().first?.last == "0")
        try decide("VA2", .reject)
        #expect(try summary()?.contains("which was rejected, and covers") == true)
    }

    @Test("A re-assay that passed and is taken back, or that is preliminary, does not answer")
    func held() throws {
        try take(Self.first, "a", Self.failing())
        try take(Self.second(), "b", .sample(.warn))
        #expect(try links().first?.last == "1")
        try decide("VA2", .reopen)
        #expect(try links() == [["VA1", "VA2", "2/2", "2/2", "warn", "0"]])
        try take(Self.second("VA3", status: .preliminary), "c", .sample(.pass))
        #expect(try links().map(\.last) == ["0", "0"])
        // The final report of it.
        try take(Self.second("VA3", reported: "2024-04-05"), "d", .sample(.pass))
        #expect(try links().map(\.last) == ["0", "1"])
    }

    @Test("What covers a part is told, and two parts answer together")
    func parts() throws {
        try take(Self.first, "a", Self.failing())
        try take(Self.second(samples: ["S2"], texts: ["21"]), "b", .sample(.pass, samples: 1))
        #expect(try links() == [["VA1", "VA2", "1/2", "1/2", "pass", "0"]])
        #expect(try summary()?.hasSuffix(": the rest of the list is still to be repeated.") == true)
        try take(Self.second("VA3", texts: ["NSS", "31"]), "c", .sample(.pass))
        #expect(
            try links() == [["VA1", "VA2", "1/2", "1/2", "pass", "1"], ["VA1", "VA3", "1/2", "1/2", "pass", "1"]]
        )
        try decide("VA3", .reopen)
        #expect(try links().map(\.last) == ["0", "0"])
    }

    @Test("What is no re-assay is not taken for one")
    func strangers() throws {
        try take(Self.first, "a", Self.failing())
        try take(Self.second("OTHER"), "b", .sample(.pass))
        try take(Self.second("LAB", laboratory: "SGS"), "c", .sample(.pass))
        try take(Self.second("EARLY", reported: "2024-02-29"), "d", .sample(.pass))
        try take(Self.second("SAME", reported: "2024-03-01"), "e", .sample(.pass))
        try take(Self.second("NODATE", reported: nil), "f", .sample(.pass))
        try take(Self.second("METHOD", method: "Cu-OG62"), "g", .sample(.pass))
        // S1 is in the failed certificate, and not on its list.
        try take(Self.second("UNLISTED", samples: ["S1", "T1"]), "h", .sample(.pass))
        var zinc = Self.second("ZINC")
        zinc.columns[0].analyte = Analyte("Zn")
        try take(zinc, "i", .sample(.pass))
        var controls = Judgement.sample(.pass)
        controls.roles = [SampleRole(.crm, reference: "X"), SampleRole(.blank)]
        try take(Self.second("CONTROLS"), "j", controls)
        // A four-acid method by another name repeats it; a certificate of the same day, or of none, does not.
        #expect(try links().map { $0[1] } == ["METHOD", "OTHER"])
        var aquaRegia = Self.second("AQUA", method: "ME-ICP41")
        aquaRegia.columns[0].digestion = .aquaRegia
        try take(aquaRegia, "k", .sample(.pass))
        #expect(try links().count == 2)
    }

    @Test("A failed certificate that is reissued after its re-assay keeps it, as long as it asks for it")
    func reissues() throws {
        try take(Self.second(), "b", .sample(.pass))
        try take(Self.first, "a", Self.failing())
        var reissue = Self.first
        reissue.reported = CalendarDate(iso: "2024-06-01")
        try take(reissue, "c", Self.failing(message: "Cu in S1 is still too high."))
        #expect(try links() == [["VA1", "VA2", "2/2", "2/2", "pass", "1"]])
        #expect(try summary()?.hasPrefix("Cu in S1 is still too high. Re-assayed by VA2") == true)
        // The re-assay is reissued without one of the samples, then the failed one passes.
        try take(Self.second(reported: "2024-06-02", samples: ["S2"], texts: ["22"]), "d", .sample(.pass, samples: 1))
        #expect(try links() == [["VA1", "VA2", "1/2", "1/2", "pass", "0"]])
        reissue.reported = CalendarDate(iso: "2024-07-01")
        try take(reissue, "e", .sample(.pass, samples: 3))
        #expect(try links().isEmpty)
        #expect(try state("VA1") == "resolved")
        #expect(
            try ledger.query(
                "SELECT count(*) FROM reassay_sample l JOIN certificate c ON c.id = l.certificate_id WHERE c.superseded_by IS NULL"
            ) == [["0"]]
        )
    }

    @Test("Numbers that a laboratory counts from 1 in every batch link nothing, in whatever order the batches come")
    func reusedNumbers() throws {
        var random = SeededGenerator("reused numbers")
        let most = LedgerReader.mostBatchesOfASample
        for count in [most, most + 1, most + 30] {
            let ledger = try TestLedger()
            let batches = (0..<count).shuffled(using: &random)
            func take(_ number: Int, in transaction: LedgerTransaction) throws {
                let list = [1, 2].map { position in
                    ReassaySample(
                        position: position,
                        sample: "S\(position + 1)",
                        analytes: [Self.copper],
                        because: []
                    )
                }
                try transaction.take(
                    Self.second("VA\(100 + number)", reported: "2024-01-\(10 + number % 20)"),
                    sha256: "\(number)",
                    judged: number % 3 == 0 ? .sample(.fail, reassay: list) : .sample(.pass)
                )
            }
            for number in batches.prefix(count / 2) { try ledger.ledger.write { try take(number, in: $0) } }
            // Several in one transaction, as a container brings them: all are stored before the first is judged.
            try ledger.ledger.write { transaction in
                for number in batches.dropFirst(count / 2) { try take(number, in: transaction) }
            }
            let links = try ledger.query("SELECT count(*) FROM reassays")
            #expect((links == [["0"]]) == (count > most), "\(count) batches, seed \(random.seed)")
            try ledger.ledger.read { reader in
                for number in 0..<count {
                    let key = BatchKey(batch: "VA\(100 + number)", laboratory: "ALS")
                    let (kept, found) = (try reader.reassays(of: key), try reader.findReassays(of: key))
                    #expect(kept == found, "seed \(random.seed)")
                }
            }
        }
    }

    @Test("A laboratory that reuses its numbers is not slowed down by it")
    func reusedNumbersSpeed() throws {
        let texts = (1...50).map { "\($0)" }
        let list = (1...50).map { position in
            ReassaySample(position: position, sample: "\(position)", analytes: [Self.copper], because: [])
        }
        let clock = ContinuousClock()
        var times: [Duration] = []
        for number in 0..<240 {
            let certificate = Self.second("VA\(1000 + number)", samples: texts, texts: texts)
            let isFailing = number % 4 == 0
            let judgement = Judgement.sample(isFailing ? .fail : .pass, samples: 50, reassay: isFailing ? list : [])
            times.append(try clock.measure { try take(certificate, "\(number)", judgement) })
        }
        let (early, late) = (times[20..<60].reduce(.zero, +) / 40, times[200..<240].reduce(.zero, +) / 40)
        print("batches of reused numbers: \(early) each among the first, \(late) among the last")
        #expect(try links().isEmpty)
    }

    @Test("A new verdict on either side changes the link")
    func verdicts() throws {
        try take(Self.first, "a", Self.failing())
        try take(Self.second(), "b", .sample(.pass))
        let ids = try ledger.ledger.read { try $0.allCurrentCertificates() }
        let (old, new) = (try #require(ids.first { $0.batch == "VA1" }), try #require(ids.first { $0.batch == "VA2" }))
        let relinked = try ledger.ledger.write { transaction in
            _ = try transaction.insertVerdict(on: new.id, .sample(.fail), state: .standards("B"), at: "t")
            return transaction.relinked
        }
        #expect(relinked == [failed, reassay])
        #expect(try links().first?.last == "0")
        try ledger.ledger.write {
            _ = try $0.insertVerdict(on: new.id, .sample(.pass), state: .standards("C"), at: "t")
            _ = try $0.insertVerdict(on: old.id, .sample(.pass, samples: 3), state: .standards("C"), at: "t")
        }
        #expect(try links().isEmpty)
        let untouched = try ledger.ledger.write { transaction in
            _ = try transaction.insertVerdict(on: new.id, .sample(.pass), state: .standards("D"), at: "t")
            return transaction.relinked
        }
        #expect(untouched.isEmpty)
        #expect(try ledger.ledger.read { try $0.verifyAudit().isIntact })
    }

    @Test("A re-assay that fails is itself re-assayed, and the third answers both")
    func chain() throws {
        let third = Self.second("VA3", reported: "2024-05-01")
        let list = [
            ReassaySample(position: 1, sample: "S2", analytes: [Self.copper], because: []),
            ReassaySample(position: 2, sample: "S3", analytes: [Self.copper], because: []),
        ]
        let deliveries: [() throws -> Void] = [
            { try take(third, "c", .sample(.pass)) },
            { try take(Self.second(), "b", .sample(.fail, reassay: list)) },
            { try take(Self.first, "a", Self.failing()) },
        ]
        for delivery in deliveries { try delivery() }
        #expect(
            try links() == [
                ["VA1", "VA2", "2/2", "2/2", "fail", "0"], ["VA1", "VA3", "2/2", "2/2", "pass", "1"],
                ["VA2", "VA3", "2/2", "2/2", "pass", "1"],
            ]
        )
    }

    @Test("Where the policy says so, a re-assay that answers closes the failure, and releases nothing of it")
    func closes() throws {
        for failedFirst in [true, false] {
            let ledger = try ReassayLinkTests()
            let deliveries: [() throws -> Void] = [
                { try ledger.take(Self.first, "a", Self.failing(closes: true)) },
                { try ledger.take(Self.second(), "b", .sample(.pass)) },
            ]
            for delivery in failedFirst ? deliveries : deliveries.reversed() { try delivery() }
            #expect(try ledger.state("VA1") == "resolved")
            #expect(
                try ledger.summary()?.hasSuffix("the policy closes the failure; its own results stay unreleased.")
                    == true
            )
            #expect(try ledger.ledger.ledger.read { try $0.releasedCertificates().map(\.batch) } == ["VA2"])
            // The re-assay is taken back: the failure waits again.
            try ledger.decide("VA2", .reopen)
            #expect(try ledger.state("VA1") == "open")
            #expect(try ledger.ledger.ledger.read { try $0.releasedCertificates().isEmpty })
            try ledger.decide("VA2", .accept)
            #expect(try ledger.state("VA1") == "resolved")
            // What a person holds is not closed.
            try ledger.decide("VA1", .reopen)
            try ledger.decide("VA2", .reopen)
            try ledger.decide("VA2", .accept)
            #expect(try ledger.state("VA1") == "open")
        }
    }

    @Test("What is stored is what the certificates and verdicts give, after whatever happened")
    func derived() throws {
        var random = SeededGenerator("re-assay links")
        for _ in 0..<6 {
            let ledger = try TestLedger()
            for number in 0..<25 {
                let batch = "VA\(Int.random(in: 1...5, using: &random))"
                try ledger.ledger.write { transaction in
                    if Int.random(in: 0..<5, using: &random) == 0,
                        let action = DecisionAction.allCases.randomElement(using: &random)
                    {
                        _ = try? transaction.decide(batch: batch, action: action, actor: "x", reason: "y", at: "t")
                        return
                    }
                    let samples = ["S1", "S2", "S3", "S4"].shuffled(using: &random).prefix(2)
                    let outcome: Outcome = [.pass, .fail].randomElement(using: &random) ?? .pass
                    let list = samples.enumerated().map { index, sample in
                        ReassaySample(position: index + 1, sample: sample, analytes: [Self.copper], because: [])
                    }
                    try transaction.take(
                        Self.second(
                            batch,
                            reported: "2024-0\(Int.random(in: 1...9, using: &random))-01",
                            samples: Array(samples)
                        ),
                        sha256: "\(number)",
                        judged: .sample(outcome, reassay: outcome == .fail ? list : [])
                    )
                }
                try ledger.ledger.read { reader in
                    for batch in 1...5 {
                        let key = BatchKey(batch: "VA\(batch)", laboratory: "ALS")
                        let (stored, found) = (try reader.reassays(of: key), try reader.findReassays(of: key))
                        #expect(stored == found, "seed \(random.seed), step \(number)")
                    }
                }
            }
        }
    }
}
