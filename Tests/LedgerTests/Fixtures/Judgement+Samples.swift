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
        segments: [SeriesSegment] = []
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
            segments: segments
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

extension SeriesSegment {
    /// One insertion, with these analytes 2.5 SD above the certified value.
    static func sample(_ batch: String, material: String = "OREAS 602", above analytes: [String] = []) -> Self {
        SeriesSegment(
            key: SeriesKey(
                origin: .client,
                laboratory: "ALS",
                method: "ME-ICP61",
                material: MaterialName(material)
            ),
            batch: batch,
            columns: analytes.map {
                Column(SeriesColumn(analyte: $0, unit: "ppm"), tier: .decision, certified: "1000", sd: "100")
            },
            insertions: [Insertion(sample: "S1", position: 1)],
            scores: analytes.map { _ in StandardScore(steps: 5_000_000_000) }
        )
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
            PackedCertificate(certificate),
            sha256: sha256,
            part: part,
            fileName: "\(certificate.batch).csv",
            ingestedAt: at
        )
        return (
            inserted,
            try insertVerdict(on: inserted.certificate.id, judgement, of: certificate, state: state, at: at)
        )
    }

    /// A verdict whose judgement has no results.
    func insertVerdict(
        on certificateID: Int64,
        _ judgement: Judgement,
        state: VerdictState,
        at: String
    ) throws -> VerdictRecord {
        try insertVerdict(on: certificateID, judgement, of: .sample(""), state: state, at: at)
    }
}
