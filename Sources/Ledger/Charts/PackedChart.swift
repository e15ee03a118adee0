import Geochemistry
import QualityControl

/// Neighbouring insertions of one layout.
struct PackedChart {
    let layout: ChartLayout
    private(set) var rows: [ChartRow]

    /// The insertions of reference materials among the QC samples of a certificate, that have a certified value.
    static func pack(_ runs: [PackedResults.Run], of certificate: Certificate) -> [PackedChart] {
        var charts: [PackedChart] = []
        for run in runs where run.row.kind == .crm {
            let results = run.results.filter { $0.expected != nil }
            let columns = results.compactMap { result in
                result.expected.map { column(certificate.columns[result.columnIndex], $0, result.sd) }
            }
            add(
                ChartRow(
                    position: run.row.position,
                    sample: certificate.samples[run.row.position - 1].name,
                    results.map { ($0.value, $0.outcome) }
                ),
                ChartLayout(
                    origin: run.row.origin,
                    laboratory: certificate.laboratory,
                    material: run.row.reference,
                    columns: columns
                ),
                to: &charts
            )
        }
        return charts
    }

    /// Adds an insertion to those of the same layout before it; one without a certified value is in no chart.
    static func add(_ row: ChartRow, _ layout: ChartLayout, to charts: inout [PackedChart]) {
        if layout.columns.isEmpty { return }
        if let last = charts.indices.last, charts[last].layout == layout {
            charts[last].rows.append(row)
        } else {
            charts.append(PackedChart(layout: layout, rows: [row]))
        }
    }

    private static func column(
        _ column: ResultColumn,
        _ certified: ExactDecimal,
        _ sd: ExactDecimal?
    ) -> ChartLayout.Column {
        ChartLayout.Column(
            analyte: column.analyte?.symbol ?? column.analyteText,
            unit: column.unitText,
            method: column.method,
            digestion: column.digestion.rawValue,
            certified: certified.description,
            sd: sd?.description
        )
    }
}
