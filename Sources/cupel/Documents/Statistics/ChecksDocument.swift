import Geochemistry
import Ledger
import QualityControl

/// What `cupel statistics checks --json` prints. The original is the first laboratory's, the duplicate the second's.
struct ChecksDocument: Encodable {
    let selection: SelectionDocument
    /// What became of results below a limit.
    let censoring: String
    let outlierPercent: String
    let outlierDetectionLimits: String
    let sets: [Entry]

    init(_ sets: [CheckSet], selection: ResultSelection, options: CheckOptions) {
        self.selection = SelectionDocument(selection)
        censoring = options.policy.rawValue
        outlierPercent = options.outlierPercent.description
        outlierDetectionLimits = options.outlierDetectionLimits.description
        self.sets = sets.map(Entry.init)
    }

    struct Entry: Encodable {
        let laboratory: String
        let method: String
        let digestion: String
        let analyte: String
        let unit: String
        let checkLaboratory: String
        let checkMethod: String
        let checkDigestion: String
        let batches: Int
        let controlledBatches: Int
        let pairs: Int
        let censored: Int
        let overRange: Int
        let withoutResult: Int
        let outliers: Int
        let outliersKept: Bool
        let used: Int
        let judged: Int
        let within: Int
        let withinPercent: Double?
        let precision: PairFigures.Precision?
        let bias: PairFigures.Bias?
        let reducedMajorAxis: PairFigures.Axis?
        let reducedMajorAxisWithOutliers: PairFigures.Axis?
        let grades: [PairFigures.Grade]

        init(_ set: CheckSet) {
            let (key, summary) = (set.key, set.summary)
            laboratory = key.laboratory
            method = key.method
            digestion = key.digestion.rawValue
            analyte = key.analyte.symbol
            unit = key.unit.symbol
            checkLaboratory = key.checkLaboratory
            checkMethod = key.checkMethod
            checkDigestion = key.checkDigestion.rawValue
            batches = set.batches
            controlledBatches = set.controlledBatches
            pairs = set.pairs.count
            censored = summary.counted.censored
            overRange = summary.counted.overRange
            withoutResult = set.withoutResult
            outliers = summary.outliers
            outliersKept = summary.outliersAreKept
            used = summary.used.count
            judged = summary.share.judged
            within = summary.share.within
            withinPercent = summary.share.percent
            precision = summary.precision.map(PairFigures.Precision.init)
            bias = summary.used.isEmpty ? nil : PairFigures.Bias(summary.bias)
            reducedMajorAxis = summary.axis.map(PairFigures.Axis.init)
            reducedMajorAxisWithOutliers = summary.axisWithOutliers.map(PairFigures.Axis.init)
            grades = summary.classes.map(PairFigures.Grade.init)
        }
    }
}
