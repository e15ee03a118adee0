import Geochemistry

/// What plain tables, wide and long, have in common: which rows make a certificate, and what it is called.
///
/// A plain table has no work order of its own. Where a column names it, each work order is one certificate; otherwise
/// the batch is the file's name without its endings, so that a corrected file under the same name is a revision. The
/// laboratory is what a column says, else `unknown`; method codes then mean what all laboratories' tables agree on.
struct PlainTable {
    /// Rows of one certificate.
    struct Part {
        var laboratory: String
        var workOrder: String
        var rows: [Int]
    }

    let sheet: Sheet
    let layout: Layout
    let columns: [ColumnRole: Int]
    /// The first row of the file that holds anything; metadata may stand between it and the header.
    let start: Int
    let header: Int
    let width: Int
    /// Names the laboratory where no column does.
    let fallback: Laboratory
    let methods: MethodLookup
    var directory: DirectoryTable?

    func text(_ role: ColumnRole, _ row: Int) -> String {
        columns[role].map { sheet.text(row: row, column: $0) } ?? ""
    }

    /// The rows of results by laboratory and work order, in the order of the file.
    func parts() throws(ReadingRefusal) -> [Part] {
        struct Key: Hashable {
            let laboratory: String
            let workOrder: String
        }
        var parts: [Part] = []
        var indexes: [Key: Int] = [:]
        for row in (header + 1)..<max(header + 1, sheet.rowCount) where !sheet.isBlank(row: row) {
            if layout.skipped.name(text(.sample, row)) || layout.skipped.name(text(.workOrder, row)) { continue }
            for column in width..<max(width, sheet.cellCount(row: row)) where !sheet.isBlank(row: row, column: column) {
                throw .rowTooLong(
                    at: place(row: row, column: column),
                    columns: width,
                    headerLine: sheet.line(row: header)
                )
            }
            let workOrder = text(.workOrder, row)
            var laboratory = text(.laboratory, row)
            if laboratory.isEmpty, let directory { laboratory = directory.laboratory(workOrder: workOrder) }
            let key = Key(laboratory: laboratory, workOrder: workOrder)
            if let index = indexes[key] {
                parts[index].rows.append(row)
            } else {
                indexes[key] = parts.count
                parts.append(Part(laboratory: laboratory, workOrder: workOrder, rows: [row]))
            }
        }
        guard !parts.isEmpty else { throw .noSamples(at: place(row: header)) }
        try RowWidths(sheet: sheet, width: width, headerRow: header).check(parts.flatMap(\.rows).sorted())
        return parts
    }

    /// The laboratory that a part names, else the layout's; nil for one without a file.
    func laboratory(of part: Part) -> Laboratory? {
        part.laboratory.isEmpty ? fallback : methods.laboratory(named: part.laboratory)
    }

    /// The certificate of a part, without samples and columns.
    func certificate(of part: Part, numbers: NumberEvidence, dates: DateEvidence) -> CertificatePart {
        let known = laboratory(of: part)
        let printed = part.laboratory.isEmpty ? fallback.name : part.laboratory
        var metadata = Metadata.read(layout, in: sheet, rows: start..<header)
        for (item, role) in Self.items {
            for row in part.rows where !text(role, row).isEmpty {
                metadata.set(item, text(role, row), line: sheet.line(row: row))
                break
            }
        }
        var batch = part.workOrder.isEmpty ? metadata[.workOrder] : part.workOrder
        if batch.isEmpty { batch = Self.baseName(of: sheet.name) }
        var certificate = Certificate(laboratory: known?.name ?? printed, batch: batch, format: layout.id)
        let signs = numbers.signs(by: layout.decimal)
        certificate.vocabulary = ResultVocabulary(
            decimalSign: signs.decimal,
            thousandsSign: signs.thousands,
            negativeMeansBelow: layout.negativeMeansBelow,
            tokens: (known ?? fallback).tokens
        )
        certificate.fill(from: metadata, dates: layout.dates, evidence: dates)
        return CertificatePart(
            certificate: certificate,
            layout: layout,
            declared: metadata[.declaredSamples],
            evidence: numbers,
            start: place(row: start),
            header: place(row: header)
        )
    }

    private static let items: [(MetadataField.Item, ColumnRole)] = [
        (.client, .client), (.project, .project), (.dispatch, .dispatch), (.status, .status),
        (.received, .received), (.reported, .reported),
    ]

    /// Of the results of the whole file, whichever certificate they belong to.
    func numberEvidence(results: [Int]) -> NumberEvidence {
        sheet.numberEvidence(rows: (header + 1)..<max(header + 1, sheet.rowCount), columns: results)
    }

    /// Of all dates above the table, and in columns that hold no results: a day beyond 12 may stand in another row, or
    /// in another certificate.
    func dateEvidence(results: [Int]) -> DateEvidence {
        var taken = Set(results)
        if let sample = columns[.sample] { taken.insert(sample) }
        var evidence = DateEvidence()
        evidence.add(labelled: sheet, rows: start..<header, columns: 0..<TableHeader.leadColumns)
        evidence.add(
            sheet,
            rows: (header + 1)..<max(header + 1, sheet.rowCount),
            columns: (0..<width).filter { !taken.contains($0) }
        )
        return evidence
    }

    func place(row: Int, column: Int? = nil) -> ReadingRefusal.Place {
        sheet.place(row: row, column: column)
    }

    /// `results/lot 3.csv.gz` is `lot 3`.
    static func baseName(of path: String) -> String {
        var name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? path[...]
        while let dot = name.lastIndex(of: "."), dot != name.startIndex,
            endings.contains(name[name.index(after: dot)...].lowercased())
        {
            name = name[..<dot]
        }
        return String(name)
    }

    private static let endings: Set<String> = [
        "csv", "txt", "tsv", "tab", "asc", "dat", "xlsx", "xlsm", "gz", "gzip", "zip", "7z", "tar", "tgz", "bz2", "xz",
        "zst",
    ]
}
