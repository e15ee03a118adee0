import Geochemistry
import Ledger
import QualityControl

/// A ledger that certificates with duplicates and check samples are put into.
struct PairFixture {
    let ledger: TestLedger

    init() throws { ledger = try TestLedger() }

    /// One column of Cu by four acids in ppm, detection limit 0.5, unless `change` makes it another.
    func take(
        _ batch: String,
        laboratory: String = "ALS",
        reported: String = "2024-03-01",
        _ rows: [(sample: String, role: SampleRole, text: String)],
        change: (inout Certificate) -> Void = { _ in }
    ) throws {
        var certificate = Certificate.sample(
            batch,
            laboratory: laboratory,
            reported: reported,
            columns: [("Cu", "ME-ICP61", rows.map(\.text))],
            samples: rows.map(\.sample)
        )
        for (index, row) in rows.enumerated() {
            switch row.role.kind {
            case .laboratoryDuplicate: certificate.samples[index].origin = .laboratoryDuplicate(of: row.role.reference)
            case .laboratoryOriginal: certificate.samples[index].origin = .laboratoryOriginal(of: row.role.reference)
            default: break
            }
        }
        change(&certificate)
        var judgement = Judgement.sample(.pass, samples: rows.count)
        judgement.roles = rows.map(\.role)
        try ledger.ledger.write {
            _ = try $0.take(certificate, sha256: "\(laboratory)-\(batch)-\(reported)", judged: judgement)
        }
    }

    /// `original / duplicate`, a line a pair.
    func duplicates(
        _ selection: ResultSelection = ResultSelection(),
        published: ExactDecimal? = nil
    ) throws -> [String] {
        try ledger.ledger.read { try $0.duplicatePairs(selection) { _, _ in published } }.map(Self.line)
    }

    func checks(_ selection: ResultSelection = ResultSelection(), analytes: AnalyteTable) throws -> [String] {
        try ledger.ledger.read { try $0.checkPairs(selection, analytes: analytes) { _, _ in nil } }.map(Self.line)
    }

    private static func line(_ pair: StoredPair) -> String {
        func words(_ half: PairDifference.Half) -> String {
            switch half {
            case .number(let value): "\(value)"
            case .below(let limit): "<\(limit)"
            case .above(let limit): ">\(limit)"
            }
        }
        let batches = "\(pair.original?.certificate.batch ?? "?")/\(pair.duplicate.certificate.batch)"
        guard let reported = pair.reported else { return "\(batches) \(pair.kind.rawValue): nothing" }
        let limit = reported.detectionLimit.map { " (\($0))" } ?? ""
        return "\(batches) \(pair.kind.rawValue): \(words(reported.original)) / \(words(reported.duplicate))\(limit)"
    }
}
