public import Geochemistry
public import QualityControl

/// The results of a judgement in the form in which they are stored: made by any thread before the verdict's turn to be
/// written comes.
public struct PackedJudgement: Sendable {
    let results: [PackedResults]
    /// The insertions of reference materials that have a certified value, for control charts.
    let chart: [PackedChart]

    public init(_ results: [QCResult], of certificate: Certificate) {
        let runs = PackedResults.runs(of: results)
        self.results = runs.map(PackedResults.init)
        chart = PackedChart.pack(runs.filter { $0.row.kind == .crm }, of: certificate)
    }
}
