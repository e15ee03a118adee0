import Geochemistry
import Ledger
import QualityControl

/// A series with both of its charts.
struct MaterialHistory {
    let series: MaterialSeries
    let accuracy: MaterialAccuracy
    /// nil for fewer results than own limits want.
    let stability: MaterialStability?

    init(_ series: MaterialSeries, rules: SeriesRules) {
        self.series = series
        accuracy = MaterialAccuracy(series.points, certified: series.key.certified, sd: series.key.sd, rules: rules)
        stability = MaterialStability(series.points, rules: rules)
    }

    var key: MaterialSeries.Key { series.key }

    /// The certificate's SD in percent of its value.
    var certifiedRelativeSD: Double? {
        guard let sd = key.sd?.approximate, key.certified > 0 else { return nil }
        return 100 * sd / key.certified.approximate
    }

    /// The first and the last day of report that is known.
    var period: (from: CalendarDate, to: CalendarDate)? {
        let days = series.points.compactMap(\.reported)
        guard let from = days.min(), let to = days.max() else { return nil }
        return (from, to)
    }

    var numbers: Int { series.points.count { $0.value != nil } }
}
