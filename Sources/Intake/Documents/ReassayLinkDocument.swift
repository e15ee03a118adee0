import Ledger
import QualityControl

/// A row of the view `reassays`, with its evidence: what is still missing, and how the second results compare with the
/// first.
public struct ReassayLinkDocument: Sendable, Equatable, Encodable {
    /// A sample that was not repeated, or not in all analytes.
    public struct Missing: Sendable, Equatable, Encodable {
        public var position: Int
        public var sample: String
        public var analytes: [String]
    }

    /// See `ReassayComparison`; percent and ratio are for people, to the digits that they are worth.
    public struct Comparison: Sendable, Equatable, Encodable {
        public var determination: String
        public var pairs: Int
        public var leftOut: Int
        public var medianRatio: Double?
        public var largestDifferencePercent: Double?
        public var largestDifferenceSample: String?

        enum CodingKeys: String, CodingKey {
            case determination, pairs
            case leftOut = "left_out"
            case medianRatio = "median_ratio"
            case largestDifferencePercent = "largest_difference_percent"
            case largestDifferenceSample = "largest_difference_sample"
        }

        public func encode(to encoder: any Encoder) throws {
            var keys = encoder.container(keyedBy: CodingKeys.self)
            try keys.encode(determination, forKey: .determination)
            try keys.encode(pairs, forKey: .pairs)
            try keys.encode(leftOut, forKey: .leftOut)
            try keys.encode(medianRatio, forKey: .medianRatio)
            try keys.encode(largestDifferencePercent, forKey: .largestDifferencePercent)
            try keys.encode(largestDifferenceSample, forKey: .largestDifferenceSample)
        }
    }

    public var failedBatch: String
    public var failedLaboratory: String
    public var reassayBatch: String
    public var samplesListed: Int
    public var samplesCovered: Int
    public var determinationsListed: Int
    public var determinationsCovered: Int
    public var reassayOutcome: String
    public var answered: Bool
    public var missing: [Missing]
    public var comparisons: [Comparison]

    enum CodingKeys: String, CodingKey {
        case answered, missing, comparisons
        case failedBatch = "failed_batch"
        case failedLaboratory = "failed_laboratory"
        case reassayBatch = "reassay_batch"
        case samplesListed = "samples_listed"
        case samplesCovered = "samples_covered"
        case determinationsListed = "determinations_listed"
        case determinationsCovered = "determinations_covered"
        case reassayOutcome = "reassay_outcome"
    }

    init(_ record: ReassayRecord) {
        let link = record.link
        failedBatch = link.failed.batch
        failedLaboratory = link.failed.laboratory
        reassayBatch = link.reassay.batch
        samplesListed = link.answer.tally.samplesListed
        samplesCovered = link.answer.tally.samplesCovered
        determinationsListed = link.answer.tally.determinationsListed
        determinationsCovered = link.answer.tally.determinationsCovered
        reassayOutcome = link.outcome.rawValue
        answered = link.answer.isAnswered
        missing = record.coverage.missing.map { sample in
            Missing(position: sample.position, sample: sample.sample, analytes: sample.analytes)
        }
        comparisons = record.coverage.comparisons.map { comparison in
            Comparison(
                determination: comparison.determination,
                pairs: comparison.pairs,
                leftOut: comparison.leftOut,
                medianRatio: comparison.medianRatio.map { Self.rounded($0, 10_000) },
                largestDifferencePercent: comparison.largest.map { Self.rounded($0.percent, 100) },
                largestDifferenceSample: comparison.largest?.sample
            )
        }
    }

    private static func rounded(_ number: Double, _ parts: Double) -> Double { (number * parts).rounded() / parts }
}
