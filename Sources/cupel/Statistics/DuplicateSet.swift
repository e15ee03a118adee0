import Geochemistry
import Ledger
import QualityControl

/// The duplicates of one laboratory, kind, method, analyte and unit, as `cupel statistics duplicates` shows them.
struct DuplicateSet {
    struct Key: Hashable {
        let laboratory: String
        let kind: SampleRole.Kind
        let method: String
        let analyte: Analyte
        let unit: Unit

        init(_ pair: StoredPair) {
            laboratory = pair.duplicate.certificate.laboratory
            kind = pair.kind
            method = pair.duplicate.column.method
            analyte = pair.duplicate.column.analyte
            unit = pair.duplicate.column.unit
        }
    }

    let key: Key
    let pairs: [StoredPair]
    let limited: [LimitedPair]
    let targetRSDPercent: Double
    let summary: DuplicateSummary

    static let percentiles = [90.0, 99.0]

    /// - Parameter targetRSDPercent: nil takes a quarter of the pair limit, see ``targetRSDPercent(_:)``.
    init(
        _ key: Key,
        _ pairs: [StoredPair],
        standards: PairStandards,
        policy: CensoringPolicy,
        targetRSDPercent: Double?
    ) {
        self.key = key
        self.pairs = pairs
        limited = pairs.compactMap { pair in
            pair.reported.map { LimitedPair($0, limit: standards.limit(of: pair, $0)) }
        }
        self.targetRSDPercent = targetRSDPercent ?? Self.targetRSDPercent(limited)
        summary = DuplicateSummary(
            limited,
            policy: policy,
            targetRSDPercent: self.targetRSDPercent,
            percentiles: Self.percentiles
        )
    }

    /// A quarter of the smallest limit (RPD) of the set: a HARD of 10 % goes with a precision of 10 % at two SD.
    private static func targetRSDPercent(_ pairs: [LimitedPair]) -> Double {
        (pairs.map(\.limit.rule.percent).min()?.approximate ?? 20) / 4
    }

    /// Duplicates whose original the ledger does not have.
    var withoutOriginal: Int { pairs.filter { $0.original == nil }.count }

    /// Pairs of which one has no result: none left, not asked for, unreadable.
    var withoutResult: Int { pairs.count - withoutOriginal - limited.count }

    /// Pairs whose original stands in another certificate.
    var originalElsewhere: Int {
        pairs.filter {
            $0.original.map { $0.certificate.id } ?? $0.duplicate.certificate.id != $0.duplicate.certificate.id
        }
        .count
    }

    /// The limits of the policies that the pairs were held against; one as a rule.
    var limits: [DuplicateRules.Limit] {
        Set(limited.map(\.limit.rule)).sorted {
            ($0.percent, $0.hyperbolicDetectionLimits ?? 0) < ($1.percent, $1.hyperbolicDetectionLimits ?? 0)
        }
    }

    /// Of the client before the laboratory's, then in the order in which a sample is split.
    static func sets(
        of pairs: [StoredPair],
        standards: PairStandards,
        policy: CensoringPolicy,
        targetRSDPercent: Double?
    ) -> [DuplicateSet] {
        Dictionary(grouping: pairs, by: Key.init).sorted { $0.key.place < $1.key.place }.map {
            DuplicateSet(
                $0.key,
                $0.value,
                standards: standards,
                policy: policy,
                targetRSDPercent: targetRSDPercent
            )
        }
    }
}

extension DuplicateSet.Key {
    var origin: QCOrigin { kind == .laboratoryDuplicate ? .laboratory : .client }

    fileprivate var place: (String, Int, String, String, String) {
        let number =
            switch kind {
            case .fieldDuplicate: 0
            case .coarseDuplicate: 1
            case .pulpDuplicate: 2
            default: 3
            }
        return (laboratory, number, method, analyte.symbol, unit.symbol)
    }
}
