import Geochemistry

/// Reads the certificates of one sheet by the layout that fits it.
struct SheetReading {
    let fit: LayoutFit
    let headings: HeadingReader
    private var sheet: Sheet { fit.sheet }
    private var layout: Layout { fit.layout }

    func parts() throws(ReadingRefusal) -> [CertificatePart] {
        switch fit.header {
        case .rows(let header): try tables(from: header)
        case .wide(let header):
            try WideReading(
                table: plainTable(columns: header.columns, row: header.row, width: header.width),
                header: header
            ).read()
        case .long(let header):
            try LongReading(
                table: plainTable(columns: header.columns, row: header.row, width: header.width),
                analytes: headings.analytes
            ).read()
        }
    }

    private func plainTable(columns: [ColumnRole: Int], row: Int, width: Int) -> PlainTable {
        PlainTable(
            sheet: sheet,
            layout: layout,
            columns: columns,
            start: fit.start,
            header: row,
            width: width,
            fallback: fit.laboratory,
            methods: headings.methods,
            directory: headings.directories[layout.id]
        )
    }

    /// One certificate after the other where a layout lets several stand in a file, each with the blocks in which its
    /// table goes on.
    private func tables(from first: TableHeader) throws(ReadingRefusal) -> [CertificatePart] {
        var parts: [CertificatePart] = []
        var (fit, header) = (fit, first)
        while true {
            var (part, end) = try read(header, of: fit)
            if layout.continues { end = try readBlocks(into: &part, behind: header, of: fit, end: end) }
            if !layout.repeats, let remark = rowsBelow(end, of: header) { part.certificate.remarks.append(remark) }
            parts.append(part)
            guard layout.repeats, let start = sheet.firstFilledRow(from: end) else { return parts }
            do throws(LayoutFit.Miss) {
                let head = SheetHead(sheet, from: start)
                fit = try LayoutFit.fit(layout, of: fit.laboratory, to: head, headings: headings)
                guard case .rows(let next) = fit.header else { return parts }
                header = next
            } catch {
                throw .noLayout(
                    at: sheet.place(row: start),
                    closest: [.init(layout: layout.id, reason: error.reason)]
                )
            }
        }
    }

    /// Below the end of a table notes may stand; rows that look like results must be heard: several with a name and a
    /// number, or one with three.
    private func rowsBelow(_ end: Int, of header: TableHeader) -> Remark? {
        let vocabulary = ResultVocabulary()
        var first: Int?
        var count = 0
        var most = 0
        for row in end..<max(end, sheet.rowCount) where !sheet.isBlank(row: row, column: header.sampleColumn) {
            let numbers = (header.sampleColumn + 1..<max(header.sampleColumn + 1, sheet.cellCount(row: row))).count {
                sheet.withCell(row: row, column: $0) { vocabulary.limit(in: $0) != nil }
            }
            guard numbers > 0 else { continue }
            first = first ?? row
            count += 1
            most = max(most, numbers)
        }
        guard let first, count > 1 || most > 2 else { return nil }
        return .rowsNotRead(count, firstLine: sheet.line(row: first))
    }

    private func read(
        _ header: TableHeader,
        of fit: LayoutFit,
        isBlock: Bool = false
    ) throws(ReadingRefusal) -> (CertificatePart, end: Int) {
        let reading = HeaderRowsReading(fit: fit, header: header, headings: headings)
        // What stands above a block was read with the first.
        if isBlock { return try reading.read(metadata: 0..<0) }
        // Where records say what they are, none of the header's is mistaken for another.
        return try reading.read(metadata: fit.start..<(layout.records == nil ? header.firstRow : header.dataStart))
    }

    /// The blocks beside a table, then those below it: a certificate as it was printed on paper.
    ///
    /// - Returns: the row behind the last block.
    private func readBlocks(
        into part: inout CertificatePart,
        behind first: TableHeader,
        of fit: LayoutFit,
        end: Int
    ) throws(ReadingRefusal) -> Int {
        var (header, end) = (first, end)
        while true {
            var block = header
            while let beside = block.beside(layout, in: sheet) {
                part.combine(with: try read(beside, of: fit, isBlock: true).0)
                block = beside
            }
            guard let start = sheet.firstFilledRow(from: end),
                let below = try? TableHeader.locate(layout, in: sheet, from: start)
            else { return end }
            let (more, blockEnd) = try read(below, of: fit, isBlock: true)
            part.combine(with: more)
            (header, end) = (below, blockEnd)
        }
    }
}
