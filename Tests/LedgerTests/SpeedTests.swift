import Geochemistry
import Ledger
import QualityControl
import Testing

@Suite("Speed, printed and not judged")
struct SpeedTests {
    @Test("200 certificates of 100 samples and 50 columns")
    func certificates() throws {
        let ledger = try TestLedger()
        let columns = (0..<50).map { column in
            (
                analyte: "E\(column)", method: "ME-MS61",
                texts: (0..<100).map { "\(column).\($0)\($0 % 7 == 0 ? "5" : "")" }
            )
        }
        let clock = ContinuousClock()
        let writing = try clock.measure {
            for group in 0..<20 {
                try ledger.ledger.write { transaction in
                    for number in 0..<10 {
                        let batch = "VA\(group * 10 + number)"
                        try transaction.take(
                            .sample(batch, columns: columns),
                            sha256: batch,
                            judged: .sample(.fail, samples: 100, results: results(), segments: [.sample(batch)])
                        )
                    }
                }
            }
        }
        var count: [[String?]] = []
        let reading = try clock.measure { count = try ledger.query("SELECT count(*), sum(value) FROM determinations") }
        let judging = try clock.measure { _ = try ledger.query("SELECT count(*), sum(z) FROM qc_results") }
        var isIntact = false
        let auditing = try clock.measure { isIntact = try ledger.ledger.read { try $0.verifyAudit().isIntact } }
        #expect(isIntact)
        #expect(count.first?.first == "1000000")
        print(
            """
            ledger: 200 certificates (1,000,000 cells, 80,000 QC results) written in \(writing), \
            determinations read in \(reading), qc_results in \(judging), audit verified in \(auditing)
            """
        )
    }

    /// Eight QC samples in fifty columns.
    private func results() -> [QCResult] {
        (0..<400).map { index in
            var result = QCResult(
                sampleIndex: (index / 50) * 12,
                columnIndex: index % 50,
                origin: .client,
                kind: .crm,
                reference: "OREAS 602",
                reported: "12.5",
                tier: .support,
                outcome: .pass,
                rule: .crm2SD
            )
            result.value = ExactDecimal("12.5")
            result.expected = ExactDecimal("12.1")
            result.sd = ExactDecimal("0.4")
            result.z = 1
            result.biasPercent = 3.3057851239669422
            result.lowerLimit = ExactDecimal("11.3")
            result.upperLimit = ExactDecimal("12.9")
            return result
        }
    }
}
