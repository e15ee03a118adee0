import Geochemistry
import QualityControl

/// What the insertions of a reference material have in common in a control chart: laboratory, material, and the columns
/// that have a certified value. Certificates of the same method with the same Standards share it.
struct ChartLayout: Equatable {
    /// All as ``LedgerReader/materialSeries(_:material:)`` tells series apart; decimals as they were judged.
    struct Column: Equatable {
        let analyte: String
        let unit: String
        let method: String
        let digestion: String
        let certified: String
        let sd: String?
    }

    let origin: QCOrigin
    let laboratory: String
    let material: String
    let columns: [Column]

    /// Equal layouts have the same, others another.
    var digest: String {
        var digest = Digest("cupel-chart-1")
        for word in [origin.rawValue, laboratory, material] { digest.add(word) }
        for column in columns {
            let words = [column.analyte, column.unit, column.method, column.digestion, column.certified]
            for word in words { digest.add(word) }
            // No decimal is empty.
            digest.add(column.sd ?? "")
        }
        return digest.hexadecimal
    }
}
