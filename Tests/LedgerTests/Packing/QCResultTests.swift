import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("QC results")
struct QCResultTests {
    static let results: [QCResult] = {
        var crm = QCResult(
            sampleIndex: 0,
            columnIndex: 1,
            origin: .client,
            kind: .crm,
            reference: "OREAS \"602\"",
            reported: "1.570",
            tier: .decision,
            outcome: .pass,
            rule: .crm2SD,
            note: "Fe to Fe2O3 x 1.429734"
        )
        crm.value = ExactDecimal("1.570")
        crm.expected = ExactDecimal("1.48")
        crm.sd = ExactDecimal("0.045")
        crm.z = 1.0 / 3.0
        crm.biasPercent = 6.081081081081081
        crm.lowerLimit = ExactDecimal("1.390")
        crm.upperLimit = ExactDecimal("1.570")
        var other = crm
        other.columnIndex = 0
        other.value = nil
        other.z = nil
        other.reported = "<5"
        other.outcome = .notEvaluated
        other.rule = .crmCensored
        let duplicate = QCResult(
            sampleIndex: 1,
            columnIndex: 0,
            origin: .laboratory,
            kind: .duplicate,
            subtype: "pulp_duplicate",
            reference: "S1",
            reported: "20",
            tier: .support,
            outcome: .warn,
            rule: .duplicatePairDifference
        )
        return [crm, other, duplicate]
    }()

    private func stored() throws -> TestLedger {
        let ledger = try TestLedger()
        try ledger.ledger.write { transaction in
            _ = try transaction.take(
                .sample("VA1", columns: [("Cu", "ME-ICP61", ["<5", "20"]), ("Fe2O3", "ME-ICP61", ["1.570", "2"])]),
                sha256: "a",
                judged: .sample(
                    .warn,
                    results: Self.results,
                    reassay: [
                        ReassaySample(position: 2, sample: "S2", analytes: ["Cu ME-ICP61", "Au"], because: ["S1 (x)"]),
                        ReassaySample(position: 3, sample: "S3", analytes: [], because: []),
                    ]
                )
            )
        }
        return ledger
    }

    @Test("come back from the packed form as they were judged, to the digit")
    func roundTrip() throws {
        let ledger = try stored()
        let record = try ledger.ledger.read { try $0.currentRecord(of: BatchKey(batch: "VA1", laboratory: "ALS")) }
        let judgement = try #require(record.judgements.first)
        #expect(judgement.results.map(\.result) == Self.results)
        #expect(judgement.results.map { $0.result.value?.description } == ["1.570", nil, nil])
        #expect(judgement.results.map(\.analyte) == ["Fe2O3", "Cu", "Cu"])
        #expect(judgement.results.map(\.position) == [1, 1, 2])
        #expect(judgement.reassay.map(\.analytes) == [["Cu ME-ICP61", "Au"], []])
        #expect(judgement.reassay.map(\.because) == [["S1 (x)"], []])
        #expect(judgement.findings.map(\.message) == ["Cu in S1 is too high."])
        #expect(judgement.certificate.sampleCount == 2)
    }

    @Test("are numbers in the view, and nothing where there is none")
    func view() throws {
        let ledger = try stored()
        let rows = try ledger.query(
            """
            SELECT position, sample, origin, kind, subtype, reference, analyte, digestion, unit, reported, value,
                expected, sd, bias_percent, difference_percent, lower_limit, upper_limit, tier, outcome, rule,
                typeof(z)
            FROM qc_results ORDER BY position, analyte DESC
            """
        )
        #expect(
            rows
                == [
                    [
                        "1", "S1", "client", "crm", "", "OREAS \"602\"", "Fe2O3", "four_acid", "ppm", "1.570", "1.57",
                        "1.48", "0.045", "6.08108108108108", nil, "1.39", "1.57", "decision", "pass", "crm_2sd", "real",
                    ],
                    [
                        "1", "S1", "client", "crm", "", "OREAS \"602\"", "Cu", "four_acid", "ppm", "<5", nil, "1.48",
                        "0.045", "6.08108108108108", nil, "1.39", "1.57", "decision", "not_evaluated", "crm_censored",
                        "null",
                    ],
                    [
                        "2", "S2", "laboratory", "duplicate", "pulp_duplicate", "S1", "Cu", "four_acid", "ppm", "20",
                        nil,
                        nil, nil, nil, nil, nil, nil, "support", "warn", "duplicate_pair_difference", "null",
                    ],
                ].map { row in row.map { $0 == "6.08108108108108" ? "6.081081081081081" : $0 } }
        )
    }

    @Test("of superseded verdicts leave the view, their findings stay")
    func supersededVerdict() throws {
        let ledger = try stored()
        try ledger.ledger.write { transaction in
            _ = try transaction.take(
                .sample("VA1"),
                sha256: "a",
                judged: .sample(.fail),
                state: .standards("B")
            )
        }
        #expect(try ledger.query("SELECT * FROM qc_results").isEmpty)
        let findings = try ledger.query(
            "SELECT f.outcome, v.current FROM findings f JOIN verdicts v USING (verdict_id) ORDER BY verdict_id"
        )
        #expect(findings == [["warn", "0"], ["fail", "1"]])
    }
}
