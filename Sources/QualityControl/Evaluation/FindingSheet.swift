import Geochemistry

/// Findings as they are made, put in order at the end.
struct FindingSheet {
    private struct Line {
        let finding: Finding
        let column: Int
        let number: Int
        var isProposal = false

        /// The order in which people should read: what failed, what could not be checked, what may lie behind it, what
        /// warns.
        var rank: Int {
            switch finding.outcome {
            case .fail: 0
            case .notEvaluated: 1
            case .warn: isProposal ? 2 : 3
            case .pass: 4
            }
        }
    }

    private var lines: [Line] = []

    /// - Parameter column: index into the certificate's columns; -1 for what concerns a sample or the batch.
    mutating func add(_ finding: Finding, column: Int = -1) {
        lines.append(Line(finding: finding, column: column, number: lines.count))
    }

    /// A proposal of what lies behind failures; see ``Diagnosis``.
    mutating func add(proposal finding: Finding) {
        lines.append(Line(finding: finding, column: -1, number: lines.count, isProposal: true))
    }

    /// Whether anything of the client's is open: then the batch warns already, whatever else is said.
    var hasOpenOfClient: Bool { lines.contains(where: \.finding.isOpenOfClient) }

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

    /// Worst first, proposals before warnings, then in laboratory order, then by column, then as they were made.
    var sorted: [Finding] {
        lines.sorted {
            ($0.rank, $0.finding.position, $0.column, $0.number)
                < ($1.rank, $1.finding.position, $1.column, $1.number)
        }.map(\.finding)
    }
}

extension Finding {
    var isOpenOfClient: Bool { origin == .client && outcome != .pass }
}
