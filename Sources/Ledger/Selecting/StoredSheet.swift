public import Geochemistry
import QualityControl

/// Some rows of a stored certificate, with the columns that a selection takes.
struct StoredSheet {
    struct Cell {
        let text: String
        let value: ReportedValue
    }

    let certificate: SelectedCertificate
    /// In the order of the certificate.
    var columns: [StoredColumn] = []
    /// By column, then by position.
    var cells: [Int: [Int: Cell]] = [:]

    /// nil where nothing is printed there.
    func determination(
        _ column: StoredColumn,
        position: Int,
        sample: String,
        published: PublishedDetectionLimit
    ) -> StoredDetermination? {
        guard let cell = cells[column.ordinal]?[position], cell.value != .noResult(.notRequested) else { return nil }
        let limit = column.detectionLimit(published: published(certificate.laboratory, column))
        return StoredDetermination(
            certificate: certificate,
            column: column,
            position: position,
            sample: sample,
            text: cell.text,
            half: Self.half(cell.value, limit),
            detectionLimit: limit
        )
    }

    /// nil for a result below a limit that neither the cell nor the column names.
    private static func half(_ value: ReportedValue, _ detectionLimit: ExactDecimal?) -> PairDifference.Half? {
        switch value {
        case .number(let number): .number(number)
        case .above(let limit): .above(limit)
        case .below(let limit): (limit ?? detectionLimit).map { .below($0) }
        case .noResult, .unreadable: nil
        }
    }
}

/// The detection limit that a laboratory publishes for a column, in the column's unit; the Standards know it.
public typealias PublishedDetectionLimit = (_ laboratory: String, _ column: StoredColumn) -> ExactDecimal?
