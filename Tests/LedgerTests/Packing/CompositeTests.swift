import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Composites in the ledger")
struct CompositeTests {
    static let columns: [CompositeColumn] = {
        var crm = CompositeResult(sampleIndex: 0, origin: .client, kind: .crm, reference: "OREAS \"461\"")
        crm.value = ExactDecimal("10390.59012345")
        crm.lowest = crm.value
        crm.highest = crm.value
        crm.expected = ExactDecimal("10390.5")
        crm.sd = ExactDecimal("465.1")
        crm.z = 1.0 / 3.0
        crm.lowerLimit = ExactDecimal("9460.3")
        crm.upperLimit = ExactDecimal("11320.7")
        crm.outcome = .pass
        crm.rule = .crmComposite
        var ordinary = CompositeResult(sampleIndex: 1, origin: .client, note: "members below a limit")
        ordinary.lowest = ExactDecimal("12.50")
        ordinary.highest = 13
        func column(_ name: String, _ kind: Composite.Kind, _ unit: Unit) -> CompositeColumn {
            CompositeColumn(
                composite: name,
                kind: kind,
                convention: "sesquioxide",
                digestion: .borateFusion,
                unit: unit,
                tier: .decision,
                members: "La2O3 = La by FUS-MS x 1.172769",
                results: [crm, ordinary]
            )
        }
        return [column("TREO+Y", .sum, .ppm), column("share", .share, .percent)]
    }()

    private func stored() throws -> TestLedger {
        let ledger = try TestLedger()
        var judgement = Judgement.sample(.pass)
        judgement.roles[0] = SampleRole(.crm, reference: "OREAS 461")
        judgement.composites = Self.columns
        try ledger.ledger.write { _ = try $0.take(.sample("VA1"), sha256: "a", judged: judgement) }
        return ledger
    }

    @Test("come back as they were judged, to the digit")
    func readBack() throws {
        let ledger = try stored()
        let found = try ledger.ledger.read { reader in
            let verdict = try #require(try reader.latestVerdict(on: 1))
            let whole = try reader.judgement(verdict)
            #expect(whole.samples == ["S1", "S2"])
            return whole.composites
        }
        #expect(found == Self.columns)
        #expect(found[0].results[1].lowest?.description == "12.50")
    }

    @Test("stand in a view, a row for each sample, with the factors")
    func view() throws {
        let rows = try stored().query(
            """
            SELECT batch, position, sample, role, origin, kind, composite, convention, digestion, unit, value, lowest, highest,
                expected, sd, round(z, 3), tier, outcome, rule, members, note
            FROM composites WHERE composite = 'TREO+Y' ORDER BY position
            """
        )
        #expect(
            rows == [
                [
                    "VA1", "1", "S1", "crm", "client", "crm", "TREO+Y", "sesquioxide", "borate_fusion", "ppm",
                    "10390.59012345", "10390.59012345", "10390.59012345", "10390.5", "465.1", "0.333", "decision",
                    "pass",
                    "crm_composite", "La2O3 = La by FUS-MS x 1.172769", "",
                ],
                [
                    "VA1", "2", "S2", "routine", "client", nil, "TREO+Y", "sesquioxide", "borate_fusion", "ppm", nil,
                    "12.5",
                    "13.0", nil, nil, nil, "decision", nil, nil, "La2O3 = La by FUS-MS x 1.172769",
                    "members below a limit",
                ],
            ]
        )
    }

    @Test(
        "are history: nobody changes or deletes one",
        arguments: [
            "UPDATE composite_result SET results = '[]'", "DELETE FROM composite_result",
        ]
    )
    func guarded(sql: String) throws {
        let ledger = try stored()
        #expect(throws: (any Error).self) { try ledger.tamper(sql) }
    }
}
