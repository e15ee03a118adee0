import Geochemistry

/// Findings on results that are over the range of their method: one for each column, and none for what is charted only.
enum OverLimitFindings {
    static func findings(of sheet: BatchSheet) -> [Finding] { unresolved(in: sheet) + contradicted(in: sheet) }

    /// Samples whose content nobody knows. Reference materials and blanks among them are judged by their own rules.
    private static func unresolved(in sheet: BatchSheet) -> [Finding] {
        let open = sheet.overLimits.open.filter { cell in
            switch sheet.roles[cell.sampleIndex].kind {
            case .routine, .check, .fieldDuplicate, .coarseDuplicate, .pulpDuplicate: true
            default: false
            }
        }
        let byColumn = Dictionary(grouping: open, by: \.columnIndex)
        return columns(of: sheet).compactMap { index in
            guard let cells = byColumn[index], let first = cells.first else { return nil }
            let column = sheet.certificate.columns[index]
            return finding(
                .overLimitUnresolved,
                column,
                samples: cells.map { sheet.certificate.samples[$0.sampleIndex] },
                message: QualityWords.overLimitUnresolved(
                    column,
                    reported: first.reported,
                    samples: cells.map { sheet.certificate.samples[$0.sampleIndex].name }
                )
            )
        }
    }

    private static func contradicted(in sheet: BatchSheet) -> [Finding] {
        struct Pair: Hashable {
            let column: Int
            let other: Int
        }
        let ofClient = sheet.overLimits.contradictions.filter {
            sheet.certificate.samples[$0.sampleIndex].origin.isClient
        }
        let byPair = Dictionary(grouping: ofClient) { Pair(column: $0.columnIndex, other: $0.otherColumnIndex) }
        let all = columns(of: sheet)
        return all.flatMap { index in
            all.compactMap { other -> Finding? in
                guard let cells = byPair[Pair(column: index, other: other)] else { return nil }
                return finding(
                    .overLimitContradicted,
                    sheet.certificate.columns[index],
                    samples: cells.map { sheet.certificate.samples[$0.sampleIndex] },
                    message: QualityWords.overLimitContradicted(
                        sheet.certificate.columns[index],
                        sheet.certificate.columns[other],
                        samples: cells.map {
                            (sheet.certificate.samples[$0.sampleIndex].name, $0.reported, $0.otherReported)
                        }
                    )
                )
            }
        }
    }

    private static func columns(of sheet: BatchSheet) -> [Int] {
        sheet.columns.filter { $0.tier != .information }.map(\.index)
    }

    /// It names the sample where it concerns one only.
    private static func finding(
        _ rule: RuleName,
        _ column: ResultColumn,
        samples: [SampleRow],
        message: String
    ) -> Finding {
        let only = samples.count == 1 ? samples.first : nil
        return Finding(
            rule: rule.rawValue,
            outcome: .warn,
            sample: only?.name ?? "",
            position: only?.position ?? 0,
            analyte: column.analyte?.symbol ?? column.analyteText,
            method: column.method,
            message: message
        )
    }
}
