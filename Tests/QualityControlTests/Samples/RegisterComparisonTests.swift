import Geochemistry
import TestSupport
import Testing

@testable import QualityControl

@Suite("Registers against certificates")
struct RegisterComparisonTests {
    /// A register as a list of words: `A1`, `C1:crm`, `B1:blank`, `D1:dup`.
    private func register(
        _ words: [String],
        name: String = "a",
        revision: Int = 0,
        dispatch: String = "",
        project: String = ""
    ) -> [RegisterStatement] {
        words.enumerated().map { index, word in
            let parts = word.split(separator: ":").map(String.init)
            let type: SampleType =
                switch parts.dropFirst().first {
                case "crm": .crm
                case "blank": .blank
                case "dup": .pulpDuplicate
                case "check": .check
                default: .routine
                }
            return TestStandards.says(
                parts[0],
                type,
                type == .crm ? "OREAS 620" : "",
                parent: type == .pulpDuplicate ? "A1" : "",
                revision: revision,
                register: name,
                dispatch: dispatch,
                project: project,
                row: index + 2
            )
        }
    }

    private func findings(
        _ samples: [String],
        _ statements: [RegisterStatement],
        dispatch: String = "",
        project: String = "",
        sampling: [SamplingRule] = []
    ) -> [Finding] {
        var builder = CertificateBuilder(dispatch: dispatch)
        builder.project(project)
        for sample in samples { builder.row(sample, []) }
        let found = SampleClassification(builder.certificate, statements: statements, sampling: sampling).findings
        let reversed = SampleClassification(builder.certificate, statements: statements.reversed(), sampling: sampling)
        #expect(reversed.findings == found, "the order of statements makes no difference")
        return found
    }

    private func missing(_ samples: [String], _ statements: [RegisterStatement], dispatch: String = "") -> [String] {
        findings(samples, statements, dispatch: dispatch).filter { $0.rule == "register_sample_missing" }.map(\.message)
    }

    // MARK: Missing

    @Test(
        "A QC sample that stands in the register between samples of the certificate is missed, without a dispatch too"
    )
    func between() {
        let all = register(["A1", "A2", "C1:crm", "B1:blank", "A3", "C2:crm", "A4"])
        #expect(
            missing(["A1", "A2", "A3", "A4", "B1"], all) == [
                "the register a.csv expects QC samples between the samples of this certificate that the certificate lacks: "
                    + "C1 (crm), C2 (crm)"
            ]
        )
        #expect(missing(["A1", "A2", "C1", "B1", "A3", "C2", "A4"], all) == [])
    }

    @Test(
        "A dispatch that came in two certificates misses nothing of the other one",
        arguments: [
            // Halves, with QC samples at the seam; every second sample; a re-assay of two; QC samples at the end.
            ["A1", "C1", "A2"], ["A3", "C3", "A4"], ["A1", "A3"], ["A4", "A2"], ["A1", "A2", "C1"], ["C1", "A1"],
            ["A3"],
        ]
    )
    func split(samples: [String]) {
        let whole = ["A1", "C1:crm", "A2", "C2:crm", "A3", "C3:crm", "A4", "C4:crm"]
        let isComplete = !(samples.contains("A1") && samples.contains("A2") && !samples.contains("C1"))
        #expect(missing(samples, register(whole)).isEmpty == isComplete)
    }

    @Test("A register that lists its QC samples below the others asks for none of them without a dispatch")
    func sortedByType() {
        let sorted = register(["A1", "A2", "A3", "A4", "C1:crm", "C2:crm", "C3:crm", "C4:crm"])
        #expect(missing(["A3", "A4", "C3", "C4"], sorted) == [])
        #expect(missing(["A1", "A2", "A3", "A4", "C4"], sorted) == [])
    }

    @Test("Where register and certificate name the dispatch, its ends count too, unless ordinary samples are elsewhere")
    func dispatchEnds() {
        let whole = register(["C0:crm", "A1", "C1:crm", "A2", "C2:crm"], dispatch: "D-8")
        #expect(
            missing(["A1", "A2"], whole, dispatch: "d-8 ") == [
                "the register a.csv expects QC samples in this dispatch that the certificate lacks: C0 (crm), C1 (crm), C2 (crm)"
            ]
        )
        #expect(missing(["A1", "C0", "C1"], whole, dispatch: "D-8") == [])
        #expect(missing(["A1", "A2", "C1"], whole, dispatch: "D-9") == [])
        #expect(missing(["A1", "A2"], whole).first?.hasSuffix("lacks: C1 (crm)") == true)
        let controls = register(["C1:crm", "C2:crm"], dispatch: "D-8")
        #expect(missing(["A1", "C1"], controls, dispatch: "D-8").first?.hasSuffix("lacks: C2 (crm)") == true)
    }

    @Test("A corrected register that drops a QC sample settles it, and one of a lower revision does not")
    func revisions() {
        let first = register(["A1", "C1:crm", "A2"], name: "a")
        for (revision, isMissed) in [(1, false), (0, true)] {
            let second = register(["A1", "A2"], name: "b", revision: revision)
            #expect(missing(["A1", "A2"], first + second).isEmpty == !isMissed)
        }
        let later = register(["A1", "C1:crm", "A2"], name: "b", revision: 2)
        #expect(missing(["A1", "A2"], first + later).map { $0.prefix(18) } == ["the register b.csv"])
    }

    @Test("Two registers of one file are two, each with its own order")
    func parts() {
        var second = register(["A3", "C2:crm", "A4"])
        for index in second.indices { second[index].registerPart = 1 }
        let both = register(["A1", "C1:crm", "A2"]) + second
        #expect(missing(["A1", "C1", "A2", "A3", "C2", "A4"], both) == [])
        #expect(missing(["A1", "C1", "A2", "A3", "A4"], both).count == 1)
        #expect(missing(["A1", "A3"], both) == [])
    }

    // MARK: Unlisted

    private func unlisted(_ samples: [String], _ statements: [RegisterStatement], dispatch: String = "") -> [String] {
        findings(samples, statements, dispatch: dispatch).filter { $0.rule == "register_sample_unlisted" }.map(
            \.message
        )
    }

    @Test(
        "Samples that no register lists are told of where registers list more than half: below, on, on, above",
        arguments: [(1, 3, false), (2, 4, false), (3, 6, false), (3, 5, true)]
    )
    func half(listed: Int, samples: Int, isTold: Bool) {
        let names = (1...samples).map { "A\($0)" }
        #expect(unlisted(names, register(Array(names.prefix(listed)))).isEmpty == !isTold)
    }

    @Test("The finding names the register and the samples, and asks for a register")
    func unlistedWords() {
        let found = findings(["A1", "A2", "A3", "A9"], register(["A1", "A2", "A3"]))
        #expect(
            found.map(\.message) == [
                "the register a.csv lists 3 of the 4 samples in this certificate, and no register lists A9. Find out whose "
                    + "it is, and deliver a register that names it"
            ]
        )
        #expect(found.map(\.sample) == ["A9"])
        #expect(found.map(\.position) == [4])
        #expect(found.map(\.outcome) == [.warn])
        let two = register(["A1", "A2"], name: "a") + register(["A3"], name: "b")
        #expect(
            unlisted(["A1", "A2", "A3", "A8", "A9"], two) == [
                "the registers a.csv, b.csv list 3 of the 5 samples in this certificate, and no register lists A8, A9. Find "
                    + "out whose they are, and deliver a register that names them"
            ]
        )
    }

    @Test("A register of the dispatch speaks however few it lists; one of QC samples only expects nobody")
    func speaking() {
        #expect(unlisted(["A1", "A2", "A3", "A4"], register(["A1"], dispatch: "D-8"), dispatch: "D-8").count == 1)
        #expect(unlisted(["A1", "A2", "A3", "A4"], register(["A1"], dispatch: "D-9"), dispatch: "D-8") == [])
        let controls = register(["C1:crm", "B1:blank"], dispatch: "D-8")
        #expect(unlisted(["C1", "B1", "A1"], controls, dispatch: "D-8") == [])
        #expect(unlisted(["C1", "B1", "A1"], controls) == [])
    }

    @Test("Samples of another register, of a sampling rule and of the laboratory are listed enough")
    func knownElsewhere() {
        let statements = register(["A1", "A2", "A3"]) + register(["C1:crm"], name: "controls")
        let rule = SamplingRule(name: "blanks", pattern: "B*", type: .blank)
        #expect(findings(["A1", "A2", "A3", "C1", "B7"], statements, sampling: [rule]) == [])
        var builder = CertificateBuilder()
        for sample in ["A1", "A2", "A3"] { builder.row(sample, []) }
        builder.row("*STD x", [], origin: .laboratoryCRM(material: "x"))
        #expect(SampleClassification(builder.certificate, statements: statements, sampling: []).findings == [])
    }

    @Test("A long list is cut after ten names", arguments: [9, 10, 11])
    func longLists(count: Int) throws {
        let strangers = (1...count).map { "X\($0)" }
        let known = (1...20).map { "A\($0)" }
        let message = try #require(unlisted(known + strangers, register(known)).first)
        #expect(message.contains("X\(min(count, 10))"))
        #expect(message.contains(" and 1 more") == (count > 10))
    }

    // MARK: Projects and dispatches

    @Test("Samples that the register puts into another project are told of, once a project")
    func otherProject() {
        let statements =
            register(["A1"], name: "a", project: "Lac Vert") + register(["A2", "A3"], name: "b", project: "Mont Noir")
            + register(["A4"], name: "c")
        let found = findings(["A1", "A2", "A3", "A4"], statements, project: "LAC-VERT 2026")
        #expect(found.map(\.rule) == ["register_other_project"])
        #expect(found.map(\.outcome) == [.warn])
        #expect(
            found.map(\.message) == [
                "A2, A3: by the register b.csv of project 'Mont Noir', and the certificate belongs to 'LAC-VERT 2026'. Find "
                    + "out whether the samples or the names were mixed up"
            ]
        )
        #expect(findings(["A1", "A2", "A3", "A4"], statements) == [])
    }

    @Test(
        "A project is the same in any case and with a year behind it",
        arguments: [
            ("Lac Vert", "LAC_VERT", false), ("Lac Vert", "Lac Vert 2024", false),
            ("NORLAC - Lac Vert", "lac vert", false),
            ("Lac Vert", "Lac Noir", true), ("", "Lac Noir", false), ("Lac Noir", "", false), ("P-1", "P-2", true),
            ("--", "Lac", false),
        ]
    )
    func projectKeys(one: String, other: String, isOther: Bool) {
        #expect(ProjectKey(one).isOther(than: ProjectKey(other)) == isOther)
        #expect(ProjectKey(other).isOther(than: ProjectKey(one)) == isOther)
    }

    @Test("Samples of another dispatch are told of, where some register knows the certificate's")
    func otherDispatch() {
        let statements = register(["A1", "A2"], dispatch: "D-8") + register(["A3"], name: "b", dispatch: "D-9")
        let found = findings(["A1", "A2", "A3"], statements, dispatch: "d-8")
        #expect(found.map(\.rule) == ["register_other_dispatch"])
        #expect(
            found.map(\.message) == [
                "A3: by the register b.csv of dispatch 'D-9', and the certificate answers dispatch 'd-8'. Find out whether "
                    + "samples were mixed up or numbers given twice"
            ]
        )
        // A purchase order is no dispatch.
        #expect(findings(["A1", "A2", "A3"], statements, dispatch: "PO 4500012345") == [])
        #expect(findings(["A1", "A2", "A3"], statements) == [])
        // Sent again under another dispatch: the entry that names the certificate's counts.
        let again = statements + register(["A3:check"], name: "c", dispatch: "D-8")
        #expect(findings(["A1", "A2", "A3"], again, dispatch: "D-8") == [])
    }
}
