import Geochemistry
import Ledger
import QualityControl

/// Check assays of one laboratory against another, by method, analyte and unit, as `cupel statistics checks` shows them.
struct CheckSet {
    struct Key: Hashable {
        let laboratory: String
        let method: String
        let digestion: DigestionClass
        let analyte: Analyte
        /// The figures are in it.
        let unit: Unit
        let checkLaboratory: String
        let checkMethod: String
        let checkDigestion: DigestionClass

        /// nil without an original, which a check always has.
        init?(_ pair: StoredPair) {
            guard let original = pair.original else { return nil }
            laboratory = original.certificate.laboratory
            method = original.column.method
            digestion = original.column.digestion
            analyte = original.column.analyte
            unit = original.column.unit
            checkLaboratory = pair.duplicate.certificate.laboratory
            checkMethod = pair.duplicate.column.method
            checkDigestion = pair.duplicate.column.digestion
        }

        fileprivate var place: [String] {
            [laboratory, checkLaboratory, analyte.symbol, method, checkMethod, unit.symbol]
        }
    }

    let key: Key
    let pairs: [StoredPair]
    let limited: [LimitedPair]
    let summary: CheckSummary
    /// Batches of the second laboratory that the pairs are of.
    let batches: Int
    /// Those among them in which a reference material of the client was judged by this method.
    let controlledBatches: Int

    init(
        _ key: Key,
        _ pairs: [StoredPair],
        standards: PairStandards,
        options: CheckOptions,
        controlled: [Int64: Set<ControlledColumn>]
    ) {
        self.key = key
        self.pairs = pairs
        limited = pairs.compactMap { pair in
            pair.reported.map { LimitedPair($0, limit: standards.limit(of: pair, $0)) }
        }
        summary = CheckSummary(
            limited,
            policy: options.policy,
            outlierPercent: options.outlierPercent,
            outlierDetectionLimits: options.outlierDetectionLimits
        )
        let columns = Dictionary(grouping: pairs, by: \.duplicate.certificate.id)
        batches = columns.count
        controlledBatches =
            columns.filter { id, pairs in
                pairs.contains { pair in
                    let column = pair.duplicate.column
                    return controlled[id]?.contains(
                        ControlledColumn(method: column.method, analyte: column.analyte.symbol)
                    ) == true
                }
            }.count
    }

    /// Pairs of which one has no result.
    var withoutResult: Int { pairs.count - limited.count }

    static func sets(
        of pairs: [StoredPair],
        standards: PairStandards,
        options: CheckOptions,
        controlled: [Int64: Set<ControlledColumn>]
    ) -> [CheckSet] {
        var sets: [Key: [StoredPair]] = [:]
        for pair in pairs { if let key = Key(pair) { sets[key, default: []].append(pair) } }
        return sets.sorted { $0.key.place.lexicographicallyPrecedes($1.key.place) }.map {
            CheckSet($0.key, $0.value, standards: standards, options: options, controlled: controlled)
        }
    }
}

/// How check assays are counted.
struct CheckOptions {
    let policy: CensoringPolicy
    let outlierPercent: ExactDecimal
    let outlierDetectionLimits: ExactDecimal
}
