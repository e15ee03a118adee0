import Geochemistry
import QualityControl

/// Figures of pairs as JSON shows them: not rounded, and absent where they cannot be had.
enum PairFigures {
    struct Precision: Encodable {
        let cvavgPercent: Double
        let meanRpdPercent: Double
        let medianRpdPercent: Double
        let meanHardPercent: Double
        let meanCvPercent: Double
        let pooledSd: Double
        let pooledRsdPercent: Double?
        let meanOriginal: Double
        let meanDuplicate: Double
        let biasOfMeansPercent: Double?

        init(_ precision: PairPrecision) {
            cvavgPercent = precision.rmsCVPercent
            meanRpdPercent = precision.meanRPDPercent
            medianRpdPercent = precision.medianRPDPercent
            meanHardPercent = precision.meanHARDPercent
            meanCvPercent = precision.meanCVPercent
            pooledSd = precision.pooledSD
            pooledRsdPercent = precision.pooledRSDPercent
            meanOriginal = precision.meanOriginal
            meanDuplicate = precision.meanDuplicate
            biasOfMeansPercent = precision.biasOfMeansPercent
        }
    }

    struct Bias: Encodable {
        let originalAbove: Int
        let duplicateAbove: Int
        let signP: Double
        let signedRankW: Double
        let signedRankP: Double
        let t: Double?
        let tP: Double?
        let medianRatio: Double?

        init(_ bias: PairBias) {
            originalAbove = bias.sign.positive
            duplicateAbove = bias.sign.negative
            signP = bias.sign.p
            signedRankW = bias.signedRank.wPlus
            signedRankP = bias.signedRank.p
            t = bias.t?.t
            tP = bias.t?.p
            medianRatio = bias.medianRatio
        }
    }

    struct Axis: Encodable {
        let slope: Double
        let slopeStandardError: Double
        let intercept: Double
        let interceptStandardError: Double
        let correlation: Double
        let biasPercent: Double

        init(_ axis: ReducedMajorAxis) {
            slope = axis.slope
            slopeStandardError = axis.slopeStandardError
            intercept = axis.intercept
            interceptStandardError = axis.interceptStandardError
            correlation = axis.correlation
            biasPercent = axis.biasPercent
        }
    }

    struct Chart: Encodable {
        let targetRsdPercent: Double
        let percentile: Double
        let limitFactor: Double
        let outside: Int
        let count: Int
        let p: Double

        init(_ chart: ThompsonHowarthChart) {
            targetRsdPercent = chart.targetRSDPercent
            percentile = chart.percentile
            limitFactor = chart.limitFactor
            outside = chart.outside
            count = chart.count
            p = chart.probability
        }
    }

    struct Regression: Encodable {
        let groups: Int
        let intercept: Double
        let slope: Double

        init(_ regression: ThompsonHowarthRegression) {
            groups = regression.groups
            intercept = regression.intercept
            slope = regression.slope
        }
    }

    struct Variance: Encodable {
        let between: Double
        let within: Double
        let withinPercent: Double?
        let f: Double?

        init(_ variance: PairVariance) {
            between = variance.between
            within = variance.within
            withinPercent = variance.withinPercent
            f = variance.f
        }
    }

    struct Limit: Encodable {
        let percent: String
        let hyperbolicDetectionLimits: String?

        init(_ limit: DuplicateRules.Limit) {
            percent = limit.percent.description
            hyperbolicDetectionLimits = limit.hyperbolicDetectionLimits?.description
        }
    }

    struct Grade: Encodable {
        let lowest: Double
        let highest: Double
        let count: Int
        let meanOriginal: Double
        let meanDuplicate: Double
        let biasPercent: Double?
        let medianRatio: Double?

        init(_ grade: GradeClass) {
            lowest = grade.lowest
            highest = grade.highest
            count = grade.count
            meanOriginal = grade.meanOriginal
            meanDuplicate = grade.meanDuplicate
            biasPercent = grade.biasPercent
            medianRatio = grade.medianRatio
        }
    }
}
