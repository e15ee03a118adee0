import Geochemistry

/// The ordinary samples before a blank, as what may have been carried over into it.
///
/// In laboratory order, which is the order of a certificate's rows; how a laboratory has crushed them it does not print.
enum BlankSources {
    /// - Parameter count: how many of them, at most.
    /// - Returns: the nearest first.
    static func sources(
        before index: Int,
        count: Int,
        column: JudgedColumn,
        in sheet: BatchSheet
    ) -> [CarryOver.Source] {
        let rows = sheet.roles[..<index].indices.reversed().lazy.filter { sheet.roles[$0].kind.isOrdinary }
        return rows.prefix(count).enumerated().map { place, row in
            let bounds = bounds(of: row, column: column, in: sheet)
            return CarryOver.Source(
                sample: sheet.certificate.samples[row].name,
                reported: sheet.texts(column)[row].trimmedOfBlanks,
                distance: place + 1,
                least: bounds.least,
                most: bounds.most
            )
        }
    }

    private static func bounds(
        of row: Int,
        column: JudgedColumn,
        in sheet: BatchSheet
    ) -> (least: ExactDecimal, most: ExactDecimal?) {
        switch sheet.cell(sample: row, column: column) {
        case .number(let value): return (value, value)
        case .below(let limit): return (0, limit ?? column.detectionLimit)
        case .above(let limit):
            let resolved = sheet.overLimits.resolution(sample: row, column: column.index)?.value
            return (resolved ?? limit, resolved)
        case .noResult, .unreadable, nil: return (0, nil)
        }
    }
}
