import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Check assays in the ledger")
struct CheckPairsTests {
    private let analytes = AnalyteTable([
        AnalyteEntry(analyte: Analyte("Cu"), name: "", kind: .element),
        AnalyteEntry(analyte: Analyte("Fe"), name: "", kind: .element),
        AnalyteEntry(
            analyte: Analyte("Fe2O3"),
            name: "",
            kind: .oxide,
            element: Analyte("Fe"),
            factor: ExactDecimal("1.429734")
        ),
    ])

    @Test("A second laboratory's result under the same number, in the first one's unit, whichever came first")
    func sameNumber() throws {
        for order in [[0, 1], [1, 0]] {
            let fixture = try PairFixture()
            for number in order {
                if number == 0 {
                    try fixture.take("VA1", reported: "2024-03-01", [("A1", .routine, "12000"), ("A2", .routine, "5")])
                } else {
                    try fixture.take("SG1", laboratory: "SGS", reported: "2024-04-01", [("a1", .routine, "1.25")]) {
                        $0.columns[0].unitText = "%"
                        $0.columns[0].unit = .percent
                    }
                }
            }
            #expect(try fixture.checks(analytes: analytes) == ["VA1/SG1 check: 12000 / 12500.00 (0.5)"])
            #expect(try fixture.checks(ResultSelection(laboratory: "ALS"), analytes: analytes).count == 1)
            #expect(try fixture.checks(ResultSelection(laboratory: "Actlabs"), analytes: analytes).isEmpty)
        }
    }

    @Test("A declared check sample under a number of its own, though its certificate names another project")
    func declared() throws {
        let fixture = try PairFixture()
        try fixture.take("VA1", reported: "2024-03-01", [("A1", .routine, "10"), ("A2", .routine, "20")])
        try fixture.take(
            "SG1",
            laboratory: "SGS",
            reported: "2024-04-01",
            [
                ("U1", SampleRole(.check, reference: "A1"), "11"), ("A2", SampleRole(.check), "21"),
                ("U3", SampleRole(.check, reference: "A9"), "31"),
            ]
        ) { $0.project = "Umpire" }
        #expect(
            try fixture.checks(analytes: analytes) == ["VA1/SG1 check: 10 / 11 (0.5)", "VA1/SG1 check: 20 / 21 (0.5)"]
        )
    }

    @Test("The same number in another project is another sample")
    func otherProject() throws {
        let fixture = try PairFixture()
        try fixture.take("VA1", reported: "2024-03-01", [("1", .routine, "10")])
        try fixture.take("SG1", laboratory: "SGS", reported: "2024-04-01", [("1", .routine, "11")]) {
            $0.project = "Nord"
        }
        #expect(try fixture.checks(analytes: analytes).isEmpty)
    }

    @Test("Fusions compare with fusions, an oxide with its element; aqua regia not with four acids")
    func digestions() throws {
        let fixture = try PairFixture()
        func column(_ certificate: inout Certificate, _ analyte: String, _ digestion: DigestionClass) {
            certificate.columns[0].analyte = Analyte(analyte)
            certificate.columns[0].digestion = digestion
        }
        try fixture.take("VA1", reported: "2024-03-01", [("A", .routine, "1429734")]) {
            column(&$0, "Fe2O3", .borateFusion)
        }
        try fixture.take("VA2", reported: "2024-03-02", [("B", .routine, "10")])
        try fixture.take("SG1", laboratory: "SGS", reported: "2024-04-01", [("A", .routine, "1000000")]) {
            column(&$0, "Fe", .xrfFusion)
        }
        try fixture.take("SG2", laboratory: "SGS", reported: "2024-04-02", [("B", .routine, "9")]) {
            column(&$0, "Cu", .aquaRegia)
        }
        #expect(
            try fixture.checks(analytes: analytes) == ["VA1/SG1 check: 1429734 / 1429734.000000 (0.5)"]
        )
    }

    @Test("QC samples are no checks of each other, and one laboratory does not check itself")
    func others() throws {
        let fixture = try PairFixture()
        try fixture.take(
            "VA1",
            reported: "2024-03-01",
            [("S", SampleRole(.crm, reference: "X"), "10"), ("A", .routine, "1")]
        )
        try fixture.take("VA2", reported: "2024-03-02", [("A", .routine, "2")])
        #expect(try fixture.checks(analytes: analytes).isEmpty)
        try fixture.take(
            "SG1",
            laboratory: "SGS",
            reported: "2024-04-01",
            [("S", SampleRole(.crm, reference: "X"), "11")]
        )
        #expect(try fixture.checks(analytes: analytes).isEmpty)
        // The last of the first laboratory before the check.
        try fixture.take("SG2", laboratory: "SGS", reported: "2024-04-02", [("A", .routine, "3")])
        #expect(try fixture.checks(analytes: analytes) == ["VA2/SG2 check: 2 / 3 (0.5)"])
    }
}
