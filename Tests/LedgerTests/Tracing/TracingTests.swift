import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("The trace of a result")
struct TracingTests {
    private let key = BatchKey(batch: "VA1", laboratory: "ALS")

    private func stored(_ change: (inout Certificate) -> Void = { _ in }) throws -> TestLedger {
        let ledger = try TestLedger()
        var certificate = Certificate.sample(
            "VA1",
            columns: [
                (analyte: "Cu", method: "ME-ICP61", texts: [">10000", "20"]),
                (analyte: "Cu", method: "Cu-OG62", texts: ["1.52", ""]),
                (analyte: "Zn", method: "ME-ICP61", texts: ["<2", "ND"]),
            ]
        )
        change(&certificate)
        try ledger.ledger.write { try $0.take(certificate, sha256: "a", judged: .sample(.fail)) }
        return ledger
    }

    private func trace(
        _ ledger: TestLedger,
        _ sample: String,
        _ analyte: String,
        _ method: String? = nil
    ) throws
        -> [TracedSample]
    {
        try ledger.ledger.read { try $0.trace(of: key, sample: sample, analyte: analyte, method: method) }
    }

    @Test("shows every method that determines the analyte, with line and column from 1")
    func methods() throws {
        let ledger = try stored()
        let found = try trace(ledger, " s1 ", "cu")
        #expect(found.map(\.position) == [1])
        let cells = try #require(found.first).cells
        #expect(cells.map(\.method) == ["ME-ICP61", "Cu-OG62"])
        #expect(cells.map(\.text) == [">10000", "1.52"])
        #expect(cells.map(\.place) == [CellPlace(line: 10), CellPlace(line: 10)])
        #expect(cells.map(\.column) == [2, 3])
        #expect(cells[0].value == .above(limit: 10000))
        #expect(try trace(ledger, "S2", "Cu", "cu-og62").first?.cells.map(\.value) == [.noResult(.notRequested)])
        #expect(try trace(ledger, "S2", "Zn").first?.cells.first?.value == .below(limit: nil))
        #expect(found.first?.judgement?.verdict.outcome == .fail)
    }

    @Test("finds the cell in another sheet, row and column than those of its sample")
    func places() throws {
        let ledger = try stored { certificate in
            certificate.samples[0].sheet = "Results"
            certificate.columns[1].places = [0: CellPlace(sheet: "Ore grade", line: 44)]
            certificate.columns[1].otherColumns = ["Ore grade": 7]
            certificate.columns[1].storedTexts = [0: "1.5200000000000001"]
        }
        let cells = try #require(try trace(ledger, "S1", "Cu").first).cells
        #expect(cells.map(\.place) == [CellPlace(sheet: "Results", line: 10), CellPlace(sheet: "Ore grade", line: 44)])
        #expect(cells.map(\.column) == [2, 8])
        #expect(cells.map(\.storedText) == [nil, "1.5200000000000001"])
    }

    @Test("says what there is instead of an unknown sample or analyte")
    func unknown() throws {
        let ledger = try stored()
        #expect(throws: LedgerError.unknownSample(batch: "VA1", name: "S3", nearest: ["S1", "S2"])) {
            try trace(ledger, "S3", "Cu")
        }
        #expect(throws: LedgerError.unknownSample(batch: "VA1", name: "410029", nearest: [])) {
            try trace(ledger, "410029", "Cu")
        }
        let all = ["Cu by ME-ICP61", "Cu by Cu-OG62", "Zn by ME-ICP61"]
        #expect(throws: LedgerError.unknownAnalyte(batch: "VA1", name: "Au", known: all)) {
            try trace(ledger, "S1", "Au")
        }
        let copper = ["Cu by ME-ICP61", "Cu by Cu-OG62"]
        #expect(throws: LedgerError.unknownAnalyte(batch: "VA1", name: "Cu by XRF", known: copper)) {
            try trace(ledger, "S1", "Cu", "XRF")
        }
    }

    @Test("falls back on a superseded certificate only where none that counts has the sample")
    func superseded() throws {
        let ledger = try stored()
        let reissue = Certificate.sample(
            "VA1",
            reported: "2024-05-01",
            columns: [
                (analyte: "Cu", method: "ME-ICP61", texts: ["9999"]), (analyte: "Cu", method: "Cu-OG62", texts: ["1"]),
                (analyte: "Zn", method: "ME-ICP61", texts: ["3"]),
            ]
        )
        try ledger.ledger.write {
            try $0.take(reissue, sha256: "b", judged: .sample(.pass, samples: 1))
        }
        #expect(try trace(ledger, "S1", "Zn").map(\.certificate.reference.revision) == [2])
        let old = try trace(ledger, "S2", "Zn")
        #expect(old.map(\.certificate.reference.isCurrent) == [false])
    }
}
