import Geochemistry
import QualityControl
import Standards
import TestSupport
import Testing

@Suite("Main job: who says what a sample is")
struct SampleNamingTests {
    /// A blank, a standard, a pair of pulps; all good.
    private static let table = """
        Sample,Laboratory,Certificate,Cu_ppm_ME-ICP61
        1001,ALS,VA1,420
        1002,ALS,VA1,1730
        1003,ALS,VA1,<1
        1004,ALS,VA1,100
        1005,ALS,VA1,102
        """

    private func judgement(_ registers: [String], sampling: [SamplingRule] = []) throws -> Judgement {
        let verdicts = try ShippedStandards.verdicts(
            Array(Self.table.utf8),
            registers: registers,
            sampling: sampling
        )
        return try #require(verdicts.first).judgement
    }

    @Test(
        "Registers in other words and languages say the same",
        arguments: [
            "sample,type,reference,parent\n1002,crm,OREAS 620,\n1003,blank,,\n1005,pulp_duplicate,,1004\n",
            "Sample ID;QC Type;Standard;Duplicate of\n1002;STD;OREAS 620;\n1003;BLK;;\n1005;Pulp dup;;1004\n",
            "Muestra,Tipo,Referencia,Original\n1002,Estándar,OREAS 620,\n1003,Blanco,,\n1005,Duplicado de pulpa,,1004\n",
            "Échantillon;Type;Référence;Parent\n1002;Étalon;OREAS 620;\n1003;Blanc;;\n1005;Doublon de pulpe;;1004\n",
            "Amostra;Tipo;Padrão;Original\n1002;Padrão;OREAS 620;\n1003;Branco;;\n1005;Duplicata de polpa;;1004\n",
        ]
    )
    func languages(register: String) throws {
        let judgement = try judgement([register])
        #expect(judgement.said == [])
        #expect(judgement.outcome == .pass)
        #expect(judgement.roles.map(\.kind) == [.routine, .crm, .blank, .routine, .pulpDuplicate])
        #expect(judgement.counts.passed == 3)
    }

    @Test(
        "A material is known however it is typed",
        arguments: [
            "oreas-620", "OREAS620", "Oreas 620 (4 Acid)", "OREAS  620", "OREAS_620", "OREAS 620 (AQUA REGIA)",
            " oreas 620 ",
        ]
    )
    func materialNames(name: String) throws {
        let judgement = try judgement(["sample,type,reference,parent\n1002,crm,\(name),\n1003,blank,,\n"])
        #expect(judgement.said == [])
        #expect(judgement.outcome == .pass)
        #expect(judgement.results.first?.reference == "OREAS 620")
    }

    @Test("An unknown material is named once, with its samples and the nearest known names")
    func unknownMaterial() throws {
        let judgement = try judgement([
            "sample,type,reference,parent\n1002,crm,OREAS 602,\n1003,blank,,\n1001,crm,oreas602,\n"
        ])
        #expect(judgement.said == ["not_evaluated crm_unknown_material 1001", "not_evaluated missing_crm"])
        #expect(judgement.outcome == .notEvaluated)
    }

    @Test(
        "Two registers of one revision that contradict each other leave the batch to a person; a higher one settles it"
    )
    func conflict() throws {
        let first = "sample,type,reference,parent\n1002,crm,OREAS 620,\n1003,blank,,\n"
        let second = "sample,type,reference,parent\n1002,crm,OREAS 621,\n1003,blank,,\n"
        let third = "sample,type,reference,parent,revision\n1002,crm,OREAS 620,,2\n1003,blank,,,2\n"
        let conflict = try judgement([first, second])
        #expect(conflict.outcome == .notEvaluated)
        #expect(conflict.said == ["not_evaluated missing_crm", "not_evaluated register_conflict 1002"])
        let settled = try judgement([first, second, third])
        #expect(settled.said == [])
        let otherOrder = try judgement([third, second, first])
        #expect(otherOrder.said == [])
        #expect(otherOrder.results == settled.results)
    }

    @Test("Two registers that say the same are one")
    func agreement() throws {
        let first = "sample,type,reference,parent\n1002,crm,OREAS 620,\n1003,blank,,\n"
        let second = "Sample No;Type;CRM\n1003;Blank;\n1002;Standard;oreas620\n"
        #expect(try judgement([first, second]).said == [])
    }

    @Test("Rules on the number know what no register names, and a register goes before them")
    func sampling() throws {
        let table = """
            Sample,Laboratory,Certificate,Cu_ppm_ME-ICP61
            K-1,ALS,VA1,420
            K-2-STDL,ALS,VA1,1730
            K-3-BLK,ALS,VA1,<1
            K-4,ALS,VA1,100
            K-4-pd,ALS,VA1,123
            K-5-FD,ALS,VA1,150
            """
        let rules = [
            SamplingRule(name: "low", pattern: "*-STDL", type: .crm, reference: "OREAS 620"),
            SamplingRule(name: "blank", pattern: "*-BLK", type: .blank),
            SamplingRule(name: "pulp", pattern: "*-PD", type: .pulpDuplicate, parent: .withoutSuffix("-PD")),
            SamplingRule(name: "field", pattern: "*-FD", type: .fieldDuplicate, parent: .previous),
        ]
        let bytes = Array(table.utf8)
        let judgement = try #require(try ShippedStandards.verdicts(bytes, sampling: rules).first).judgement
        #expect(judgement.said == ["fail duplicate_pair_difference K-4-pd Cu"])
        #expect(judgement.roles.map(\.reference) == ["", "OREAS 620", "", "", "K-4", "K-4-pd"])

        let register = "sample,type,reference,parent\nK-4-PD,routine,,\nK-2-STDL,crm,OREAS 621,\n"
        let registered = try #require(
            try ShippedStandards.verdicts(bytes, registers: [register], sampling: rules).first
        ).judgement
        // The register names another material than the one in the bag, and the verdict says so.
        #expect(registered.said == ["fail crm_3sd K-2-STDL Cu", "warn crm_swap K-2-STDL"])
        #expect(registered.roles.map(\.kind) == [.routine, .crm, .blank, .routine, .routine, .fieldDuplicate])
    }

    @Test("A duplicate whose original stands in another certificate, and QC samples that did not come back, are named")
    func missing() throws {
        let register = """
            sample,type,reference,parent
            1002,crm,OREAS 620,
            1003,blank,,
            1005,pulp_duplicate,,0999
            """
        let judgement = try judgement([register])
        #expect(judgement.said == ["not_evaluated duplicate_without_parent 1005"])
        #expect(judgement.outcome == .warn)
    }

    @Test(
        "A client's sample with a number like the laboratory's rows waits for a person, and is not judged as theirs alone"
    )
    func looksLikeLaboratoryRow() throws {
        let report = ActlabsReport(
            reportNumber: "A26-00001",
            columns: [("Cu", "ppm", "1", "TD-ICP")],
            rows: [
                ("D-1", ["380"]), ("D-1 Dup", ["500"]), ("D-2", ["1730"]), ("D-3", ["< 1"]), ("D-2 Orig", ["1730"]),
                ("D-2 Dup", ["1731"]),
            ]
        )
        let register = "sample,type,reference,parent\nD-2,crm,OREAS 620,\nD-3,blank,,\nD-1 Dup,pulp_duplicate,,D-1\n"
        let verdict = try #require(try ShippedStandards.verdicts(report.bytes, registers: [register]).first)
        #expect(verdict.judgement.outcome == .notEvaluated)
        #expect(
            verdict.judgement.said == [
                "not_evaluated register_conflict D-1 Dup",
                "warn duplicate_pair_difference laboratory D-1 Dup Cu",
            ]
        )
        #expect(
            verdict.judgement.findings.first?.message
                == "D-1 Dup: register-1.csv row 4 calls it a pulp duplicate, but by its name it is a row of the "
                + "laboratory's own QC, and was judged as one. Look at it yourself, and give such samples another number"
        )
    }

    @Test("A laboratory's repeat under the bare number of a standard stays the laboratory's")
    func repeatOfStandard() throws {
        let certificate = SGSGeosolCertificate(
            jobNumber: "GQ2600001",
            columns: [("ICP40B", "Cu", "ppm", "1")],
            samples: [("G-1", "ROCHA", ["380"]), ("G-2", "ROCHA", ["1730"]), ("G-3", "ROCHA", ["<1"])],
            duplicates: [("G-2", "REP", ["1729"]), ("G-9", "REP", ["5"])]
        )
        let register = "sample,type,reference,parent\nG-2,crm,OREAS 620,\nG-3,blank,,\nG-9,crm,OREAS 620,\n"
        let verdict = try #require(try ShippedStandards.verdicts(certificate.bytes, registers: [register]).first)
        #expect(
            verdict.judgement.roles.map(\.kind) == [.routine, .crm, .blank, .laboratoryDuplicate, .laboratoryDuplicate]
        )
        #expect(verdict.judgement.said == ["not_evaluated duplicate_without_parent laboratory G-9"])
        #expect(verdict.judgement.outcome == .pass)
    }
}
