import Geochemistry
import QualityControl
import Testing

@Suite("The laboratory's own reference materials")
struct LaboratoryQCTests {
    /// Client and laboratory insert OREAS 620: 1735 ± 48 ppm Cu.
    private func judged(
        client: [String],
        laboratory: [String],
        _ change: (inout Batch) -> Void = { _ in }
    ) -> Judgement {
        var batch = Batch()
        batch.policy.laboratory.comparison = .init(results: 3, biasSD: 3, outcome: .pass)
        batch.policy.crm.consecutive = 0
        batch.policy.laboratory.crm.consecutive = 0
        for (index, text) in client.enumerated() { batch.crm("C\(index)", text) }
        for text in laboratory { batch.laboratory("OREAS 620 Meas", .laboratoryCRM(material: "OREAS 620"), text) }
        change(&batch)
        return batch.judgement
    }

    private func disagreements(_ judgement: Judgement) -> [QCOrigin] {
        judgement.findings(.laboratoryQCDisagrees).map(\.origin)
    }

    @Test("Yours fail and theirs pass, or the other way round; where both or none fail, they agree")
    func failures() {
        #expect(disagreements(judged(client: ["1900"], laboratory: ["1740"])) == [.client])
        #expect(disagreements(judged(client: ["1740"], laboratory: ["1900"])) == [.laboratory])
        #expect(disagreements(judged(client: ["1900"], laboratory: ["1900"])) == [])
        #expect(disagreements(judged(client: ["1740"], laboratory: ["1740"])) == [])
    }

    @Test("Warnings and missing results are no disagreement")
    func noDisagreement() {
        #expect(disagreements(judged(client: ["1850"], laboratory: ["1740"])) == [])
        #expect(disagreements(judged(client: ["1900"], laboratory: [])) == [])
        #expect(disagreements(judged(client: [], laboratory: ["1900"])) == [])
        #expect(disagreements(judged(client: ["NSS"], laboratory: ["1900"])) == [])
        #expect(
            disagreements(
                judged(client: ["1900"], laboratory: ["1740"]) {
                    $0.policy.laboratory.comparison = nil
                }
            ) == []
        )
        #expect(disagreements(judged(client: ["1900"], laboratory: ["1740"]) { $0.policy.tiers.decision = [] }) == [])
    }

    /// Of four results a mean of exactly 1.5 SD is 3 SD / √4.
    @Test(
        "A mean beyond 3 SD / √n is a bias though no result fails: below, on, on, above",
        arguments: [("1806", false), ("1807", false), ("1807.0", false), ("1807.1", true)]
    )
    func bias(_ last: String, _ isBiased: Bool) {
        let judgement = judged(client: ["1807", "1807", "1807", last], laboratory: ["1735"])
        #expect(disagreements(judgement) == (isBiased ? [.client] : []))
    }

    @Test("Fewer results than the policy asks for have no bias")
    func fewResults() {
        #expect(disagreements(judged(client: ["1830", "1830"], laboratory: ["1735"])) == [])
        #expect(disagreements(judged(client: ["1830", "1830", "1830"], laboratory: ["1735"])) == [.client])
    }

    @Test("It changes no outcome unless the policy says so")
    func outcomes() throws {
        let judgement = judged(client: ["1740"], laboratory: ["1900"])
        #expect(judgement.findings(.laboratoryQCDisagrees).map(\.outcome) == [.pass])
        #expect(judgement.outcome == .warn, "by the laboratory's failure alone")
        func change(_ batch: inout Batch) {
            batch.policy.laboratory.worstOutcome = .pass
        }
        #expect(judged(client: ["1740"], laboratory: ["1900"], change).outcome == .pass)
        #expect(
            judged(client: ["1740"], laboratory: ["1900"]) {
                change(&$0)
                $0.policy.laboratory.comparison?.outcome = .warn
            }.outcome == .warn
        )
    }

    @Test("The words show both sides, with counts, mean z and recovery")
    func disagreementWords() {
        #expect(
            judged(client: ["1895", "1735"], laboratory: ["1740", "1730"]).findings(.laboratoryQCDisagrees).map(
                \.message
            )
                == [
                    "Cu by ME-ICP61: your reference materials fail or are biased (1 of 2 failed, mean z 1.67, mean recovery "
                        + "104.6 %), and the laboratory's own pass (0 of 2 failed, mean z 0.00, mean recovery 100.0 %): the "
                        + "laboratory could not see it. Look for a swap or a wrong material first, then ask for a repeat with "
                        + "your materials in it"
                ]
        )
        #expect(
            judged(client: ["1735"], laboratory: ["1895"]).findings(.laboratoryQCDisagrees).map(\.message) == [
                "Cu by ME-ICP61: the laboratory's own reference materials fail or are biased (1 of 1 failed, mean z 3.33, "
                    + "mean recovery 109.2 %), and yours pass (0 of 1 failed, mean z 0.00, mean recovery 100.0 %): ask the "
                    + "laboratory why it released the run"
            ]
        )
    }

    // MARK: Recovery

    /// A laboratory's `Meas` row beside its own `Cert` row, by a digestion for which the Standards have nothing.
    private func recovered(_ measured: String, _ certified: String = "100") -> Judgement {
        var batch = Batch()
        batch.policy.laboratory.recovery = .init(lowest: 80, highest: 120, outcome: .pass)
        batch.laboratory("STSD Meas", .laboratoryCRM(material: "STSD"), measured)
        batch.laboratory("STSD Cert", .laboratoryCertified(material: "STSD"), certified)
        return batch.judgement
    }

    @Test(
        "A recovery of 80 to 120 % is inside: below, on, on, above, at both ends",
        arguments: [
            ("79.9", 1), ("80", 0), ("80.0", 0), ("80.1", 0), ("119.9", 0), ("120", 0), ("120.0", 0), ("120.1", 1),
        ]
    )
    func recovery(_ measured: String, _ findings: Int) {
        #expect(recovered(measured).findings(.laboratoryRecovery).count == findings)
    }

    @Test("Certified values below ten detection limits are counted apart, censored ones not at all")
    func gate() {
        #expect(recovered("5", "9.9").findings(.laboratoryRecovery).isEmpty)
        #expect(recovered("5", "10").findings(.laboratoryRecovery).count == 1)
        #expect(recovered("<1", "100").findings(.laboratoryRecovery).isEmpty)
        #expect(recovered("1000", "<100").findings(.laboratoryRecovery).isEmpty)
    }

    @Test("A censored measurement that is consistent with the printed value is no failure, and one that is not fails")
    func censoredPairs() throws {
        #expect(recovered("<100", "100").results.map(\.outcome) == [.notEvaluated])
        #expect(recovered("<90", "100").results.map(\.outcome) == [.notEvaluated])
        #expect(recovered("<89", "100").results.map(\.outcome) == [.fail])
        #expect(recovered(">111", "100").results.map(\.outcome) == [.fail])
        #expect(recovered("<1", "<1").results.map(\.rule) == [.crmUnknownMaterial])
        #expect(recovered("<100", "100").results.map(\.rule) == [.crmCensored])
    }

    @Test("The words name the worst, and count those without the gate")
    func recoveryWords() {
        let judgement = recovered("133")
        #expect(
            judgement.findings(.laboratoryRecovery).map(\.message) == [
                "1 of 1 results of the laboratory's reference materials lie outside a recovery of 80 to 120 % (1 of 1, "
                    + "counting certified values below 10 detection limits): Cu by ME-ICP61 133 % of STSD"
            ]
        )
        #expect(judgement.findings(.laboratoryRecovery).map(\.outcome) == [.pass])
        #expect(judgement.findings(.laboratoryRecovery).map(\.origin) == [.laboratory])
    }
}
