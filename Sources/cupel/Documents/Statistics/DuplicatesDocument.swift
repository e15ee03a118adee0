import Geochemistry
import Ledger
import QualityControl

/// What `cupel statistics duplicates --json` prints.
struct DuplicatesDocument: Encodable {
    let selection: SelectionDocument
    /// What became of results below a limit.
    let censoring: String
    let sets: [Entry]

    init(_ sets: [DuplicateSet], selection: ResultSelection, policy: CensoringPolicy) {
        self.selection = SelectionDocument(selection)
        censoring = policy.rawValue
        self.sets = sets.map(Entry.init)
    }

    struct Entry: Encodable {
        let laboratory: String
        let origin: String
        let kind: String
        let method: String
        let analyte: String
        let unit: String
        let pairs: Int
        let censored: Int
        let overRange: Int
        let withoutOriginal: Int
        let withoutResult: Int
        let originalElsewhere: Int
        let used: Int
        let limits: [PairFigures.Limit]
        let judged: Int
        let within: Int
        let withinPercent: Double?
        let precision: PairFigures.Precision?
        let thompsonHowarth: [PairFigures.Chart]
        let thompsonHowarthRegression: PairFigures.Regression?
        let bias: PairFigures.Bias?
        let reducedMajorAxis: PairFigures.Axis?
        let variance: PairFigures.Variance?

        init(_ set: DuplicateSet) {
            let summary = set.summary
            laboratory = set.key.laboratory
            origin = set.key.origin.rawValue
            kind = set.key.kind.rawValue
            method = set.key.method
            analyte = set.key.analyte.symbol
            unit = set.key.unit.symbol
            pairs = set.pairs.count
            censored = summary.counted.censored
            overRange = summary.counted.overRange
            withoutOriginal = set.withoutOriginal
            withoutResult = set.withoutResult
            originalElsewhere = set.originalElsewhere
            used = summary.counted.pairs.count
            limits = set.limits.map(PairFigures.Limit.init)
            judged = summary.share.judged
            within = summary.share.within
            withinPercent = summary.share.percent
            precision = summary.precision.map(PairFigures.Precision.init)
            thompsonHowarth = summary.charts.map(PairFigures.Chart.init)
            thompsonHowarthRegression = summary.regression.map(PairFigures.Regression.init)
            bias = summary.counted.pairs.isEmpty ? nil : PairFigures.Bias(summary.bias)
            reducedMajorAxis = summary.axis.map(PairFigures.Axis.init)
            variance = summary.variance.map(PairFigures.Variance.init)
        }
    }
}
