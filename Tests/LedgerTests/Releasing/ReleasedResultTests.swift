import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Released results")
struct ReleasedResultTests {
    private func results(
        _ ledger: TestLedger,
        _ selection: ResultSelection = ResultSelection(),
        qc: Bool = false
    ) throws -> (results: [ReleasedResult], tally: ReleasedTally) {
        try ledger.ledger.read { reader in
            var results: [ReleasedResult] = []
            var tally = ReleasedTally()
            for certificate in try reader.releases().flatMap(\.certificates) {
                tally.add(try reader.results(of: certificate, selection, includingQC: qc) { results.append($0) })
            }
            return (results, tally)
        }
    }

    private func stored() throws -> TestLedger {
        let ledger = try TestLedger()
        var judgement = Judgement.sample(.pass, samples: 5)
        judgement.roles[1] = SampleRole(.crm, reference: "OREAS 602")
        judgement.roles[2] = SampleRole(.pulpDuplicate, reference: "S1")
        let columns = [
            (analyte: "Cu", method: "ME-ICP61", texts: ["10.50", "20", "30", "<0.2", ">10000"]),
            (analyte: "Zn", method: "ME-ICP61", texts: ["", "1", "2", "ND", "NSS"]),
        ]
        try ledger.ledger.write { try $0.take(.sample("VA1", columns: columns), sha256: "a", judged: judgement) }
        return ledger
    }

    @Test("are those of ordinary samples, as printed, and no number is made of what is none")
    func ordinary() throws {
        let (found, tally) = try results(try stored())
        #expect(found.map(\.reported) == ["10.50", "<0.2", ">10000", "ND", "NSS"])
        #expect(found.map(\.qualifier) == ["", "<", ">", "<", ""])
        #expect(found.map { $0.value?.description } == ["10.50", nil, nil, nil, nil])
        #expect(found.map { $0.detectionLimit?.description } == ["0.5", "0.2", "0.5", "0.5", "0.5"])
        #expect(found.map(\.position) == [1, 4, 5, 4, 5])
        #expect(tally.results == 5)
        #expect(tally.leftSamples == [.crm: 1, .pulpDuplicate: 1])
    }

    @Test("of control samples come when they are asked for, with their role")
    func control() throws {
        let (found, tally) = try results(try stored(), ResultSelection(analyte: "cu"), qc: true)
        #expect(found.map(\.role) == [.routine, .crm, .pulpDuplicate, .routine, .routine])
        #expect(tally.leftSamples.isEmpty)
    }

    @Test("of a decimal comma have the point that numbers have, and the text that is printed")
    func comma() throws {
        let ledger = try TestLedger()
        let columns = [(analyte: "Cu", method: "ME-ICP61", texts: ["10,50", "20"])]
        try ledger.ledger.write {
            try $0.take(.sample("VA1", columns: columns, decimalSign: ","), sha256: "a", judged: .sample(.pass))
        }
        let first = try #require(try results(ledger).results.first)
        #expect((first.reported, first.value?.description) == ("10,50", "10.50"))
    }
}
