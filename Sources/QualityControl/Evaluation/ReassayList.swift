import Geochemistry

/// The ordinary samples that the failed QC of the client speaks against.
///
/// The laboratory's own QC rows stand behind the samples in most certificates, so nobody can say which samples lie
/// between them; their failures name no sample.
struct ReassayList {
    private let sheet: BatchSheet
    private var columns: [Int: Set<Int>] = [:]
    private var because: [Int: Set<Int>] = [:]

    static func samples(of sheet: BatchSheet) -> [ReassaySample] {
        var list = ReassayList(sheet: sheet)
        list.collect()
        return list.ordered
    }

    private init(sheet: BatchSheet) { self.sheet = sheet }

    private mutating func collect() {
        let client = (sheet.results + sheet.compositeFailures).filter { $0.origin == .client }
        let failed = Set(client.lazy.filter { $0.outcome == .fail }.map { Sort($0) })
        guard !failed.isEmpty else { return }
        let byColumn = Dictionary(grouping: client, by: \.columnIndex)
        for column in sheet.columns {
            let bySort = Dictionary(grouping: byColumn[column.index] ?? [], by: Sort.init)
            for (sort, results) in bySort
            where failed.contains(sort) && results.contains(where: { $0.outcome == .fail }) {
                let marks = marks(of: results)
                for stretch in ReassayWindow.stretches(of: marks, window: sheet.policy.reassay.window) {
                    for row in stretch.rows where isWorthwhile(row, column: column) {
                        columns[row, default: []].insert(column.index)
                        because[row, default: []].formUnion(stretch.because)
                    }
                }
            }
        }
    }

    /// QC samples that answer for one another: a field duplicate that agrees is no proof that the laboratory repeats
    /// its own powder.
    private struct Sort: Hashable {
        let kind: QCKind
        let subtype: String

        init(_ result: QCResult) {
            kind = result.kind
            // A blank that nobody calls coarse or pulp is judged as coarse.
            subtype = result.kind == .blank && result.subtype.isEmpty ? BlankKind.coarse.rawValue : result.subtype
        }
    }

    private func marks(of results: [QCResult]) -> [ReassayWindow.Mark] {
        var marks = sheet.roles.map { $0.kind.isOrdinary ? ReassayWindow.Mark.ordinary : .other }
        for result in results {
            switch result.outcome {
            case .fail: marks[result.sampleIndex] = .failing
            case .pass: marks[result.sampleIndex] = .passing
            // A warning does not fail, and is no proof that all is well either: of two warnings in a row, the second
            // fails, and the first must not end its window.
            case .warn, .notEvaluated: marks[result.sampleIndex] = .other
            }
        }
        return marks
    }

    /// Whether the sample was determined in this column at all, and reaches the grade that the policy asks for. Where
    /// the grade cannot be told, the sample is named.
    private func isWorthwhile(_ row: Int, column: JudgedColumn) -> Bool {
        guard let cell = sheet.cell(sample: row, column: column) else { return false }
        let element = sheet.materials.analytes.element(of: column.analyte)
        guard let grade = sheet.policy.reassay.significantGrades[element],
            let conversion = Conversion(
                from: (element, grade.unit),
                to: (column.analyte, column.unit),
                analytes: sheet.materials.analytes
            ),
            let threshold = try? grade.value * conversion.ratio.numerator
        else { return true }
        func reaches(_ value: ExactDecimal) -> Bool {
            (try? value * conversion.ratio.denominator).map { $0 >= threshold } ?? true
        }
        switch cell {
        case .number(let value): return reaches(value)
        // Something below a limit that is itself below the grade does not reach it.
        case .below(let limit): return (limit ?? column.detectionLimit).map(reaches) ?? true
        case .above, .noResult, .unreadable: return true
        }
    }

    private var ordered: [ReassaySample] {
        columns.keys.sorted().map { row in
            let sample = sheet.certificate.samples[row]
            return ReassaySample(
                position: sample.position,
                sample: sample.name,
                analytes: (columns[row] ?? []).sorted().map { ReassaySample.words(sheet.certificate.columns[$0]) },
                because: (because[row] ?? []).sorted().map { index in
                    QualityWords.sample(sheet.certificate.samples[index].name, reference: sheet.roles[index].reference)
                }
            )
        }
    }
}
