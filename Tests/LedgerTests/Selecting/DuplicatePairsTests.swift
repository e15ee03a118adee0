import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Pairs of duplicates in the ledger")
struct DuplicatePairsTests {
    @Test("stand in one certificate, the laboratory's apart from the client's, numbers to the digit and limits as such")
    func oneCertificate() throws {
        let fixture = try PairFixture()
        try fixture.take(
            "VA1",
            [
                ("A", .routine, "10.50"), ("B", SampleRole(.pulpDuplicate, reference: "a "), "11.0"),
                ("C", .routine, "<0.5"), ("D", SampleRole(.fieldDuplicate, reference: "C"), ">100"),
                ("A", SampleRole(.laboratoryOriginal, reference: "A"), "12"),
                ("A", SampleRole(.laboratoryDuplicate, reference: "A"), "13"),
            ]
        )
        #expect(
            try fixture.duplicates() == [
                "VA1/VA1 pulp_duplicate: 10.50 / 11.0 (0.5)", "VA1/VA1 field_duplicate: <0.5 / >100 (0.5)",
                "VA1/VA1 laboratory_duplicate: 12 / 13 (0.5)",
            ]
        )
    }

    @Test("Empty cells are no pair; a word instead of a result is one without figures; a decimal comma is one")
    func cells() throws {
        let fixture = try PairFixture()
        let duplicate = SampleRole(.pulpDuplicate, reference: "A")
        try fixture.take("VA1", [("A", .routine, "10"), ("B", duplicate, "")])
        try fixture.take("VA2", [("A", .routine, "10"), ("B", duplicate, "NSS")])
        try fixture.take("VA3", [("A", .routine, "1,5"), ("B", duplicate, "1,6")]) {
            $0.vocabulary.decimalSign = UInt8(ascii: ",")
        }
        #expect(
            try fixture.duplicates() == ["VA2/VA2 pulp_duplicate: nothing", "VA3/VA3 pulp_duplicate: 1.5 / 1.6 (0.5)"]
        )
    }

    @Test("An original in another certificate is the last before, else the first behind, of the same laboratory")
    func elsewhere() throws {
        let fixture = try PairFixture()
        let duplicate = (sample: "B", role: SampleRole(.coarseDuplicate, reference: "A"), text: "9")
        try fixture.take("VA5", reported: "2024-05-05", [duplicate])
        #expect(try fixture.duplicates() == ["?/VA5 coarse_duplicate: nothing"])
        try fixture.take("SG4", laboratory: "SGS", reported: "2024-05-04", [("A", .routine, "1")])
        #expect(try fixture.duplicates() == ["?/VA5 coarse_duplicate: nothing"])
        try fixture.take("VA7", reported: "2024-05-07", [("A", .routine, "7")])
        try fixture.take("VA6", reported: "2024-05-06", [("A", .routine, "6")])
        #expect(try fixture.duplicates() == ["VA6/VA5 coarse_duplicate: 6 / 9 (0.5)"])
        try fixture.take("VA2", reported: "2024-05-02", [("a", .routine, "2")])
        try fixture.take("VA3", reported: "2024-05-03", [("A", .routine, "3")])
        #expect(try fixture.duplicates() == ["VA3/VA5 coarse_duplicate: 3 / 9 (0.5)"])
        // Not by another method.
        try fixture.take("VA4", reported: "2024-05-04", [("A", .routine, "4")]) { $0.columns[0].method = "ME-MS61" }
        #expect(try fixture.duplicates() == ["VA3/VA5 coarse_duplicate: 3 / 9 (0.5)"])
    }

    @Test("A revision that replaces another counts alone")
    func revisions() throws {
        let fixture = try PairFixture()
        let role = SampleRole(.pulpDuplicate, reference: "A")
        try fixture.take("VA1", reported: "2024-03-01", [("A", .routine, "1"), ("B", role, "2")])
        try fixture.take("VA1", reported: "2024-03-02", [("A", .routine, "3"), ("B", role, "4")])
        #expect(try fixture.duplicates() == ["VA1/VA1 pulp_duplicate: 3 / 4 (0.5)"])
    }

    @Test("Where no header states a limit, the smallest printed one counts, or a smaller published one")
    func limits() throws {
        let fixture = try PairFixture()
        try fixture.take(
            "VA1",
            [("A", .routine, "10"), ("B", SampleRole(.pulpDuplicate, reference: "A"), "<2"), ("C", .routine, "<0.8")]
        ) { $0.columns[0].detectionLimit = nil }
        #expect(try fixture.duplicates() == ["VA1/VA1 pulp_duplicate: 10 / <2 (0.8)"])
        #expect(try fixture.duplicates(published: 1) == ["VA1/VA1 pulp_duplicate: 10 / <2 (0.8)"])
        #expect(
            try fixture.duplicates(published: ExactDecimal("0.1")) == ["VA1/VA1 pulp_duplicate: 10 / <2 (0.1)"]
        )
    }

    @Test("A selection takes laboratory, project, method, analyte and days of report")
    func selection() throws {
        let fixture = try PairFixture()
        let rows: [(sample: String, role: SampleRole, text: String)] = [
            ("A", .routine, "1"), ("B", SampleRole(.pulpDuplicate, reference: "A"), "2"),
        ]
        try fixture.take("VA1", reported: "2024-03-01", rows)
        try fixture.take("SG1", laboratory: "SGS", reported: "2024-04-01", rows) { $0.project = "Nord" }
        for (selection, count) in [
            (ResultSelection(laboratory: "sgs"), 1), (ResultSelection(project: "No*"), 1),
            (ResultSelection(method: "ME-ICP61"), 2), (ResultSelection(analyte: "Zn"), 0),
            (ResultSelection(from: CalendarDate(iso: "2024-03-02")), 1),
            (ResultSelection(to: CalendarDate(iso: "2024-03-31")), 1),
        ] {
            #expect(try fixture.duplicates(selection).count == count, "\(selection)")
        }
    }
}
