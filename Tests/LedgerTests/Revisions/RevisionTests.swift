import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Revisions of a batch")
struct RevisionTests {
    /// Every order of a list.
    static func permutations<Element>(_ list: [Element]) -> [[Element]] {
        guard let first = list.first else { return [[]] }
        return permutations(Array(list.dropFirst())).flatMap { rest in
            (0...rest.count).map { place in
                var order = rest
                order.insert(first, at: place)
                return order
            }
        }
    }

    @Test("are ordered alike in every order of arrival of four")
    func fourRevisions() throws {
        let copper: [(analyte: String, method: String, texts: [String])] = [("Cu", "ME-ICP61", ["1", "2"])]
        let gold: [(analyte: String, method: String, texts: [String])] = [("Au", "Au-AA23", ["1", "2"])]
        let certificates: [(sha256: String, certificate: Certificate)] = [
            ("d", .sample("VA1", reported: "2024-03-01", status: .preliminary, columns: copper)),
            ("c", .sample("VA1", reported: "2024-03-01", status: .final, columns: copper)),
            ("b", .sample("VA1", reported: "2024-03-05", status: .final, columns: gold)),
            ("a", .sample("VA1", reported: "2024-03-09", status: .final, columns: copper)),
        ]
        for order in Self.permutations(certificates) {
            let ledger = try TestLedger()
            for (sha256, certificate) in order {
                try ledger.ledger.write { _ = try $0.take(certificate, sha256: sha256, judged: .sample(.fail)) }
            }
            let rows = try ledger.query(
                """
                SELECT c.revision, c.sha256, s.sha256, v.current FROM certificates c
                LEFT JOIN certificates s ON s.certificate_id = c.superseded_by
                JOIN verdicts v ON v.certificate_id = c.certificate_id
                ORDER BY c.revision
                """
            )
            let expected: [[String?]] = [
                ["1", "d", "c", "0"], ["2", "c", "a", "0"], ["3", "b", nil, "1"], ["4", "a", nil, "1"],
            ]
            #expect(rows == expected, "arrived as \(order.map(\.sha256))")
        }
    }

    @Test("say which certificates they superseded, once")
    func reported() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            let first = try transaction.take(.sample("VA1"), sha256: "a", judged: .sample(.pass)).certificate
            #expect(first.superseded.isEmpty)
            let second = try transaction.take(
                .sample("VA1", reported: "2024-04-01"),
                sha256: "b",
                judged: .sample(.pass)
            ).certificate
            #expect(second.superseded.map(\.id) == [first.certificate.id])
            #expect(second.certificate.revision == 2)
            let late = try transaction.take(
                .sample("VA1", reported: "2024-02-01"),
                sha256: "c",
                judged: .sample(.pass)
            ).certificate
            #expect(late.superseded.isEmpty)
            #expect(late.certificate.supersededBy == first.certificate.id)
            #expect(try transaction.allCurrentCertificates().map(\.sha256) == ["b"])
        }
    }

    @Test("replace nothing where the common column had no results of the client")
    func emptyColumn() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(
                .sample("VA1", columns: [("Cu", "M", ["1", "2"]), ("Au", "F", ["", " "])]),
                sha256: "a",
                judged: .sample(.pass)
            )
            let reissue = try transaction.take(
                .sample("VA1", reported: "2024-04-01", columns: [("Cu", "M", ["", ""]), ("Au", "F", ["3", "4"])]),
                sha256: "b",
                judged: .sample(.pass)
            )
            #expect(reissue.certificate.superseded.isEmpty)
            #expect(try transaction.allCurrentCertificates().count == 2)
        }
    }

    @Test("are not made by the parts of one file, unless these report the same samples")
    func parts() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("VA1", samples: ["A", "B"]), sha256: "a", part: 0, judged: .sample(.pass))
            try transaction.take(.sample("VA1", samples: ["C", "D"]), sha256: "a", part: 1, judged: .sample(.pass))
            #expect(try transaction.allCurrentCertificates().map(\.part) == [0, 1])
            try transaction.take(.sample("VA1", samples: ["A", "E"]), sha256: "a", part: 2, judged: .sample(.pass))
            #expect(try transaction.allCurrentCertificates().map(\.part) == [1, 2])
        }
    }

    @Test("are told apart by laboratory")
    func laboratories() throws {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            try transaction.take(.sample("1234"), sha256: "a", judged: .sample(.pass))
            try transaction.take(.sample("1234", laboratory: "SGS"), sha256: "b", judged: .sample(.pass))
            #expect(try transaction.allCurrentCertificates().map(\.revision) == [1, 1])
            #expect(throws: LedgerError.ambiguousBatch(name: "1234", laboratories: ["ALS", "SGS"])) {
                try transaction.batch(named: "1234")
            }
            #expect(try transaction.batch(named: "1234", laboratory: "sgs").laboratory == "SGS")
        }
    }

    @Test("are stored once for a content and part, and a certificate that contradicts itself not at all")
    func idempotence() throws {
        let ledger = try TestLedger()
        let first = try ledger.ledger.write { try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.pass)) }
        let again = try ledger.ledger.write { try $0.take(.sample("VA1"), sha256: "a", judged: .sample(.fail)) }
        #expect(first.certificate.isNew && !again.certificate.isNew)
        #expect(first.certificate.certificate == again.certificate.certificate)
        #expect(!again.verdict.isNew)
        #expect(try ledger.query("SELECT outcome FROM verdicts") == [["pass"]])
        #expect(try ledger.query("SELECT count(*) FROM audit_log") == [["2"]])

        var wrong = Certificate.sample("VA2")
        wrong.samples[1].position = 7
        let odd = wrong
        #expect(throws: LedgerError.self) {
            try ledger.ledger.write { try $0.take(odd, sha256: "b", judged: .sample(.pass)) }
        }
        wrong = .sample("VA2")
        wrong.columns[0].texts = PackedTexts(["1"])
        let short = wrong
        #expect(throws: LedgerError.self) {
            try ledger.ledger.write { try $0.take(short, sha256: "b", judged: .sample(.pass)) }
        }
        #expect(try ledger.query("SELECT batch FROM certificates") == [["VA1"]])
    }
}
