import Geochemistry
import Ledger
import QualityControl

extension Judgement {
    /// A judgement with one finding, of a certificate of `samples` samples.
    static func sample(
        _ outcome: Outcome,
        message: String = "Cu in S1 is too high.",
        samples: Int = 2,
        results: [QCResult] = [],
        reassay: [ReassaySample] = [],
        tails: [SeriesTail] = []
    ) -> Judgement {
        var counts = Counts()
        counts.add(outcome)
        let finding = Finding(
            rule: RuleName.crm3SD.rawValue,
            outcome: outcome,
            sample: "S1",
            position: 1,
            reference: "OREAS 602",
            analyte: "Cu",
            method: "ME-ICP61",
            message: message
        )
        return Judgement(
            outcome: outcome,
            counts: counts,
            findings: outcome == .pass ? [] : [finding],
            results: results,
            reassay: reassay,
            roles: Array(repeating: .routine, count: samples),
            tails: tails
        )
    }
}

extension VerdictState {
    /// A state that differs from others in its standards only.
    static func standards(_ sha256: String) -> VerdictState {
        VerdictState(
            standardsSHA256: sha256,
            policy: "default",
            policySHA256: "policy",
            registerSHA256: "register",
            historySHA256: "history",
            engineVersion: "1"
        )
    }
}

extension SeriesTail {
    static func sample(_ batch: String, material: String = "OREAS 602", above analytes: [String] = []) -> SeriesTail {
        let key = SeriesKey(
            origin: .client,
            laboratory: "ALS",
            method: "ME-ICP61",
            material: MaterialName(material)
        )
        var tail = SeriesTail(key: key, batch: batch, sample: "S1", beyondWarning: [:])
        for analyte in analytes {
            tail.beyondWarning[.init(analyte: analyte, unit: "ppm")] = .init(side: .above, length: 2)
        }
        return tail
    }
}

extension LedgerTransaction {
    /// Stores and judges in one go.
    @discardableResult
    func take(
        _ certificate: Certificate,
        sha256: String,
        part: Int = 0,
        judged judgement: Judgement,
        state: VerdictState = .standards("A"),
        at: String = "2024-03-02T08:00:00Z"
    ) throws -> (certificate: InsertedCertificate, verdict: VerdictRecord) {
        let inserted = try insertCertificate(
            certificate,
            sha256: sha256,
            part: part,
            fileName: "\(certificate.batch).csv",
            ingestedAt: at
        )
        return (inserted, try insertVerdict(on: inserted.certificate.id, judgement, state: state, at: at))
    }
}
