import Geochemistry
import Ledger
import QualityControl

/// `cupel statistics materials --json`: each series with both charts, and every point of them.
struct MaterialsDocument: Encodable {
    let selection: SelectionDocument
    let series: [Series]

    init(_ histories: [MaterialHistory], _ selection: ResultSelection) {
        self.selection = SelectionDocument(selection)
        series = histories.map(Series.init)
    }

    struct Series: Encodable {
        let material: String
        let analyte: String
        let unit: String
        let method: String
        let laboratory: String
        let origin: String
        let certified: String
        let sd: String?
        let accuracy: Accuracy
        let stability: Stability?
        let points: [Point]

        init(_ history: MaterialHistory) {
            let key = history.key
            material = key.material
            analyte = key.analyte
            unit = key.unit
            method = key.method
            laboratory = key.laboratory
            origin = key.origin.rawValue
            certified = key.certified.description
            sd = key.sd?.description
            accuracy = Accuracy(history.accuracy)
            stability = history.stability.map(Stability.init)
            points = history.series.points.enumerated().map { index, point in
                Point(
                    batch: point.batch,
                    sample: point.sample,
                    position: point.position,
                    reported: point.reported?.description,
                    value: point.value?.description,
                    outcome: point.outcome.rawValue,
                    z: history.accuracy.scores[index]?.value,
                    ownZ: history.stability?.distances[index]
                )
            }
        }
    }

    struct Accuracy: Encodable {
        let bias: BiasFigures?
        let latest: BiasFigures?
        let beyondTwoSd: Int?
        let expectedBeyondTwoSd: Double?
        let beyondThreeSd: Int?
        let runs: [String: Int]

        init(_ accuracy: MaterialAccuracy) {
            bias = accuracy.bias.map(BiasFigures.init)
            latest = accuracy.latest.map(BiasFigures.init)
            beyondTwoSd = accuracy.beyondTwo
            expectedBeyondTwoSd = accuracy.expectedBeyondTwo
            beyondThreeSd = accuracy.beyondThree
            runs = Dictionary(accuracy.runs.map { ($0.rule.rawValue, $0.hits) }, uniquingKeysWith: +)
        }
    }

    struct BiasFigures: Encodable {
        let count: Int
        let mean: Double
        let sd: Double
        let percent: Double?
        /// null where all results are the same wrong one.
        let t: Double?
        let p: Double

        init(_ bias: Bias) {
            count = bias.count
            mean = bias.mean
            sd = bias.sd
            percent = bias.percent
            t = bias.t.isFinite ? bias.t : nil
            p = bias.p
        }
    }

    struct Stability: Encodable {
        let count: Int
        let median: Double
        let robustSd: Double
        let robustRsdPercent: Double?
        let limitSd: Double
        let beyond: Int
        let cusum: String?
        let ewma: String?
        let senSlope: Double?
        let trendP: Double?

        init(_ stability: MaterialStability) {
            count = stability.centre.count
            median = stability.centre.median
            robustSd = stability.centre.spread
            robustRsdPercent = stability.relativeSD
            limitSd = stability.limit
            beyond = stability.beyond
            cusum = stability.cusum?.rawValue
            ewma = stability.ewma?.rawValue
            senSlope = stability.trend?.senSlope
            trendP = stability.trend?.p
        }
    }

    struct Point: Encodable {
        let batch: String
        let sample: String
        let position: Int
        let reported: String?
        let value: String?
        let outcome: String
        let z: Double?
        let ownZ: Double?
    }
}
