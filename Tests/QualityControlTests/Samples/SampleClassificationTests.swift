import Geochemistry
import QualityControl
import TestSupport
import Testing

@Suite("Classification of samples")
struct SampleClassificationTests {
    private let rules = [
        SamplingRule(name: "standards", pattern: "*0", type: .crm, reference: "OREAS 621"),
        SamplingRule(name: "field", pattern: "*-D", type: .fieldDuplicate, parent: .withoutSuffix("-d")),
        SamplingRule(name: "pulp", pattern: "*-P", type: .pulpDuplicate, parent: .previous),
    ]

    private func classify(
        _ names: [String],
        _ statements: [RegisterStatement] = [],
        sampling: [SamplingRule] = [],
        dispatch: String = ""
    ) -> SampleClassification {
        var builder = CertificateBuilder(dispatch: dispatch)
        for name in names { builder.row(name, []) }
        return SampleClassification(builder.certificate, statements: statements, sampling: sampling)
    }

    @Test("Sampling rules know QC samples by their numbers, and the parents of duplicates")
    func samplingRules() {
        let roles = classify(["10", "11", "11-D", "12-P"], sampling: rules).roles
        #expect(
            roles == [
                SampleRole(.crm, reference: "OREAS 621", source: "sampling rule \"standards\""), .routine,
                SampleRole(.fieldDuplicate, reference: "11", source: "sampling rule \"field\""),
                SampleRole(.pulpDuplicate, reference: "11-D", source: "sampling rule \"pulp\""),
            ]
        )
    }

    @Test("A register goes before sampling rules, for ordinary samples too")
    func registerFirst() {
        let statements = [TestStandards.says(" a10 ", .routine), TestStandards.says("20", .crm, "OREAS 620")]
        let roles = classify(["A10", "20", "30"], statements, sampling: rules).roles
        #expect(roles.map(\.kind) == [.routine, .crm, .crm])
        #expect(roles.map(\.reference) == ["", "OREAS 620", "OREAS 621"])
        #expect(roles.first?.source == "register \"a.csv\"")
    }

    @Test("Nobody overrides what the laboratory says of its own rows")
    func laboratoryRows() {
        var builder = CertificateBuilder()
        builder.row("10", [], origin: .laboratoryBlank)
        builder.row("20", [], origin: .laboratoryCRM(material: "OREAS 602"))
        let classification = SampleClassification(
            builder.certificate,
            statements: [TestStandards.says("10", .crm, "OREAS 620")],
            sampling: rules
        )
        #expect(classification.roles.map(\.kind) == [.laboratoryBlank, .laboratoryCRM])
        #expect(classification.roles.last?.reference == "OREAS 602")
    }

    @Test("The higher revision counts, in whatever order the registers come")
    func revisions() {
        let statements = [
            TestStandards.says("1", .blank, revision: 2, register: "b"),
            TestStandards.says("1", .crm, "OREAS 620", revision: 1, register: "a"),
        ]
        for order in [statements, statements.reversed()] {
            let classification = classify(["1"], order)
            #expect(classification.roles.map(\.kind) == [.blank])
            #expect(classification.findings.isEmpty)
        }
    }

    @Test("Equal revisions that differ are a conflict, and the sample is neither")
    func conflict() throws {
        let statements = [
            TestStandards.says("1", .crm, "OREAS 620", register: "a"),
            TestStandards.says("1", .crm, "OREAS 621", register: "b"),
        ]
        let first = classify(["1", "1"], statements)
        #expect(first == classify(["1", "1"], statements.reversed()))
        #expect(first.roles.map(\.kind) == [.routine, .routine])
        #expect(first.findings.map(\.rule) == ["register_conflict"])
        #expect(first.findings.map(\.outcome) == [.notEvaluated])
    }

    @Test("The same said twice is no conflict, however the material is typed")
    func identical() {
        let statements = [
            TestStandards.says("1", .crm, "OREAS 620", register: "a"),
            TestStandards.says("1", .crm, "Oreas-620", register: "b"),
        ]
        let classification = classify(["1"], statements)
        #expect(classification.roles.map(\.kind) == [.crm])
        #expect(classification.findings.isEmpty)
    }

    @Test("A blank that another register calls coarse or pulp is one; coarse and pulp contradict each other")
    func kindsOfBlank() {
        func said(_ types: SampleType...) -> String {
            let statements = types.enumerated().map { TestStandards.says("1", $1, "Quartz", register: "\($0)") }
            let forth = classify(["1"], statements)
            #expect(forth == classify(["1"], statements.reversed()))
            let kind = forth.roles.first?.blankKind?.rawValue ?? "any"
            return "\(forth.roles.first?.kind.rawValue ?? "") \(kind) \(forth.findings.count)"
        }
        #expect(said(.blank) == "blank any 0")
        #expect(said(.blank, .pulpBlank) == "blank pulp_blank 0")
        #expect(said(.coarseBlank, .blank) == "blank coarse_blank 0")
        #expect(said(.pulpBlank, .blank, .coarseBlank) == "routine any 1")
        #expect(said(.pulpBlank, .crm) == "routine any 1")
    }

    @Test("The entry that names the certificate's dispatch is preferred, even to a higher revision")
    func dispatch() {
        let statements = [
            TestStandards.says("1", .crm, "OREAS 620", revision: 5, register: "a", dispatch: "D-7"),
            TestStandards.says("1", .blank, register: "b", dispatch: "d-8"),
        ]
        #expect(classify(["1"], statements, dispatch: "D-8").roles.map(\.kind) == [.blank])
        #expect(classify(["1"], statements, dispatch: "").roles.map(\.kind) == [.crm])
    }

    @Test("QC samples of the dispatch that did not come back are missed, once a register")
    func missing() throws {
        let statements = [
            TestStandards.says("1", .routine, dispatch: "D-8"),
            TestStandards.says("2", .crm, "OREAS 620", dispatch: "D-8"),
            TestStandards.says("3", .blank, dispatch: "D-8"), TestStandards.says("4", .routine, dispatch: "D-8"),
            TestStandards.says("5", .blank, dispatch: "D-9"),
            TestStandards.says("6", .blank, register: "z", dispatch: "D-8"),
        ]
        let findings = classify(["1", "4"], statements, dispatch: "D-8").findings
        #expect(findings.map(\.rule) == ["register_sample_missing"])
        #expect(findings.map(\.outcome) == [.warn])
        let message = try #require(findings.first?.message)
        #expect(message.hasSuffix("in this dispatch that the certificate lacks: 2 (crm), 3 (blank)"))
    }
}
