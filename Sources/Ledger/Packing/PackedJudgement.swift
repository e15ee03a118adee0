import Geochemistry
import QualityControl

/// The results of a judgement in the form in which they are stored.
struct PackedJudgement {
    let results: [PackedResults]
    /// The insertions of reference materials that have a certified value, for control charts.
    let chart: [PackedChart]

    init(_ results: [QCResult], of certificate: Certificate) {
        let runs = PackedResults.runs(of: results)
        self.results = runs.map(PackedResults.init)
        chart = PackedChart.pack(runs.filter { $0.row.kind == .crm }, of: certificate)
    }
}
