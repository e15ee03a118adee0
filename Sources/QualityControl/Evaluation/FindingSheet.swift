import Geochemistry

/// Findings as they are made, put in order at the end.
struct FindingSheet {
    private struct Line {
        let finding: Finding
        let column: Int
        let number: Int
    }

    private var lines: [Line] = []

    /// - Parameter column: index into the certificate's columns; -1 for what concerns a sample or the batch.
    mutating func add(_ finding: Finding, column: Int = -1) {
        lines.append(Line(finding: finding, column: column, number: lines.count))
    }

    mutating func add(_ result: QCResult, of row: SampleRow, column: JudgedColumn, message: String) {
        add(
            Finding(
                rule: result.rule.rawValue,
                outcome: result.outcome,
                origin: result.origin,
                sample: row.name,
                position: row.position,
                reference: result.reference,
                analyte: column.analyte.symbol,
                method: column.method,
                message: message
            ),
            column: column.index
        )
    }

    /// Takes back what was said of a result.
    mutating func withdraw(_ result: QCResult, of row: SampleRow) {
        lines.removeAll { line in
            line.column == result.columnIndex && line.finding.position == row.position
                && line.finding.rule == result.rule.rawValue
        }
    }

    /// Worst first, then in laboratory order, then by column, then as they were made.
    var sorted: [Finding] {
        lines.sorted {
            ($0.finding.outcome.rank, $0.finding.position, $0.column, $0.number)
                < ($1.finding.outcome.rank, $1.finding.position, $1.column, $1.number)
        }.map(\.finding)
    }
}

extension Outcome {
    /// The order in which people should read: what failed, what could not be checked, what warns.
    fileprivate var rank: Int {
        switch self {
        case .fail: 0
        case .notEvaluated: 1
        case .warn: 2
        case .pass: 3
        }
    }
}
