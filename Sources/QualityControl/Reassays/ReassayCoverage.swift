import Geochemistry

/// A certificate held against the re-assay list of a failed batch: what of it was determined again, and how the second
/// results compare with the first.
///
/// A determination is covered by a result of the same sample and analyte by the same method, or after the same
/// digestion. `<x` and `>x` are results; "not enough sample" is none. Nothing is averaged and nothing replaced: both
/// results stay where they are.
public struct ReassayCoverage: Sendable, Hashable {
    public let tally: ReassayTally
    /// What is still to be repeated, in laboratory order: the samples with the analytes that lack.
    public let missing: [ReassaySample]
    /// One for each analyte and method that the list names, in its order, where anything of it was determined again.
    public let comparisons: [ReassayComparison]

    public init(of list: [ListedDetermination], by results: [ReassayResult]) {
        let bySample = Dictionary(grouping: results.filter(\.isResult)) { SampleKey($0.sample) }
        var missing: [ReassaySample] = []
        var samples = 0
        var last: (position: Int, sample: String)?
        var columns: [String] = []
        var pairs: [String: [ReassayComparison.Pair]] = [:]
        for determination in list {
            if last?.position != determination.position || last?.sample != determination.sample { samples += 1 }
            last = (determination.position, determination.sample)
            if let pair = Self.pair(determination, among: bySample[SampleKey(determination.sample)] ?? []) {
                if pairs[determination.words] == nil { columns.append(determination.words) }
                pairs[determination.words, default: []].append(pair)
            } else if let sample = missing.last, sample.position == determination.position,
                sample.sample == determination.sample
            {
                missing[missing.count - 1].analytes.append(determination.words)
            } else {
                missing.append(
                    ReassaySample(
                        position: determination.position,
                        sample: determination.sample,
                        analytes: [determination.words],
                        because: []
                    )
                )
            }
        }
        tally = ReassayTally(
            samplesListed: samples,
            samplesCovered: samples - missing.count,
            determinationsListed: list.count,
            determinationsCovered: list.count - missing.reduce(0) { $0 + $1.analytes.count }
        )
        self.missing = missing
        comparisons = columns.map { ReassayComparison(determination: $0, pairs: pairs[$0] ?? []) }
    }

    /// The result that repeats a determination: one by the same method before one by another, a number before what is
    /// censored, and then the first.
    private static func pair(
        _ determination: ListedDetermination,
        among results: [ReassayResult]
    ) -> ReassayComparison.Pair? {
        var best: (rank: Int, pair: ReassayComparison.Pair)?
        for first in determination.first {
            for second in results where second.repeats(first) {
                let rank =
                    (second.hasMethod(of: first) ? 0 : 4) + (second.value == nil ? 2 : 0) + (first.value == nil ? 1 : 0)
                guard rank < best?.rank ?? .max else { continue }
                best = (rank, ReassayComparison.Pair(first: first, second: second))
            }
        }
        return best?.pair
    }

    /// What several certificates together leave to be repeated.
    public static func missing(afterAll coverages: [ReassayCoverage]) -> [ReassaySample] {
        guard let first = coverages.first else { return [] }
        return coverages.dropFirst().reduce(first.missing) { rest, coverage in
            rest.compactMap { sample in
                var sample = sample
                let other = coverage.missing.first { $0.position == sample.position && $0.sample == sample.sample }
                sample.analytes = sample.analytes.filter { other?.analytes.contains($0) ?? false }
                return sample.analytes.isEmpty ? nil : sample
            }
        }
    }
}
