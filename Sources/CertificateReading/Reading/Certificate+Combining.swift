import Geochemistry

extension Certificate {
    /// Takes in another table of this certificate.
    ///
    /// A row of the same name, type and sort is the same row, and its results go on there; where both tables have
    /// another text for one cell, it is a row of its own. Columns are the same where method, analyte and unit are; or
    /// where they stand in the same place, and method and analyte are two spellings of one (`1F` and `1F30`).
    mutating func combine(with other: Certificate) {
        takeMetadata(of: other)
        let columnsOfOther = columns(for: other)
        let rowsOfOther = rows(for: other, columns: columnsOfOther)

        var targets: [Int] = []
        for (row, target) in zip(other.samples, rowsOfOther) {
            targets.append(target ?? samples.count)
            guard target == nil else { continue }
            samples.append(row)
            samples[samples.count - 1].position = samples.count
        }
        var sources = [Int?](repeating: nil, count: columns.count)
        for (source, target) in columnsOfOther.enumerated() {
            if let target { sources[target] = source }
        }
        for index in columns.indices {
            columns[index].extend(
                to: samples.count,
                with: sources[index].map { other.columns[$0] },
                of: other.samples,
                at: targets,
                in: samples
            )
        }
        for (source, target) in columnsOfOther.enumerated() where target == nil {
            var column = other.columns[source]
            column.texts = PackedTexts()
            column.storedTexts = [:]
            column.places = [:]
            column.extend(to: samples.count, with: other.columns[source], of: other.samples, at: targets, in: samples)
            columns.append(column)
        }
        remarks += other.remarks.filter { !remarks.contains($0) }
    }

    private mutating func takeMetadata(of other: Certificate) {
        if batch.isEmpty { batch = other.batch }
        if client.isEmpty { client = other.client }
        if project.isEmpty { project = other.project }
        if dispatch.isEmpty { dispatch = other.dispatch }
        received = received ?? other.received
        reported = reported ?? other.reported
        declaredSamples = declaredSamples ?? other.declaredSamples
        if status == .unstated || other.status == .preliminary { status = other.status }
    }

    // MARK: Columns

    private struct ColumnKey: Hashable {
        let method: String
        let analyte: String
        let unit: String
        /// Which of the columns with these names it is: 0 for the first.
        let occurrence: Int
    }

    private static func keys(of columns: [ResultColumn]) -> [ColumnKey] {
        var seen: [ColumnKey: Int] = [:]
        return columns.map { column in
            let first = ColumnKey(
                method: Label.key(of: column.method),
                analyte: Label.key(of: column.analyteText),
                unit: Label.key(of: column.unitText),
                occurrence: 0
            )
            let count = seen[first, default: 0]
            seen[first] = count + 1
            return ColumnKey(method: first.method, analyte: first.analyte, unit: first.unit, occurrence: count)
        }
    }

    /// The column of this certificate for each of the other's; nil for a new one.
    private func columns(for other: Certificate) -> [Int?] {
        var free: [ColumnKey: Int] = [:]
        for (index, key) in Self.keys(of: columns).enumerated() { free[key] = index }
        var taken: Set<Int> = []
        var targets: [Int?] = Self.keys(of: other.columns).map { key in
            let target = free[key]
            if let target { taken.insert(target) }
            return target
        }
        for index in targets.indices where targets[index] == nil {
            let wanted = other.columns[index]
            targets[index] = columns.indices.first {
                !taken.contains($0) && columns[$0].isAnotherSpelling(of: wanted)
            }
            if let target = targets[index] { taken.insert(target) }
        }
        return targets
    }

    // MARK: Rows

    private struct RowKey: Hashable {
        let name: String
        let type: String
        let origin: SampleRow.Origin
        let occurrence: Int
    }

    private static func keys(of samples: [SampleRow]) -> [RowKey] {
        var seen: [RowKey: Int] = [:]
        return samples.map { row in
            let first = RowKey(name: row.name, type: row.type, origin: row.origin, occurrence: 0)
            let count = seen[first, default: 0]
            seen[first] = count + 1
            return RowKey(name: row.name, type: row.type, origin: row.origin, occurrence: count)
        }
    }

    /// The row of this certificate for each of the other's; nil for a new one.
    private func rows(for other: Certificate, columns targets: [Int?]) -> [Int?] {
        var known: [RowKey: Int] = [:]
        for (index, key) in Self.keys(of: samples).enumerated() { known[key] = index }
        return Self.keys(of: other.samples).enumerated().map { index, key in
            guard let row = known[key] else { return nil }
            for (source, target) in targets.enumerated() {
                guard let target else { continue }
                let mine = columns[target].texts.trimmed(at: row)
                let its = other.columns[source].texts.trimmed(at: index)
                if !mine.isEmpty, !its.isEmpty, mine != its { return nil }
            }
            return row
        }
    }
}

extension ResultColumn {
    /// Whether two columns in the same place of two sheets are one, though a laboratory spells them differently.
    fileprivate func isAnotherSpelling(of other: ResultColumn) -> Bool {
        guard sheetColumn == other.sheetColumn, Label.key(of: unitText) == Label.key(of: other.unitText) else {
            return false
        }
        let isSameAnalyte =
            analyte != nil
            ? analyte == other.analyte : Self.letters(of: analyteText) == Self.letters(of: other.analyteText)
        let (one, two) = (Label.key(of: method), Label.key(of: other.method))
        return isSameAnalyte && (one.hasPrefix(two) || two.hasPrefix(one))
    }

    private static func letters(of text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Grows to the certificate's samples, and takes over the cells of another table's column.
    ///
    /// - Parameters:
    ///   - rows: the other table's rows.
    ///   - targets: for each of them, the sample that it is now.
    fileprivate mutating func extend(
        to count: Int,
        with other: ResultColumn?,
        of rows: [SampleRow],
        at targets: [Int],
        in samples: [SampleRow]
    ) {
        var sources = [Int?](repeating: nil, count: count)
        if let other {
            for (source, target) in targets.enumerated() where !other.texts.trimmed(at: source).isEmpty {
                sources[target] = source
            }
            if detectionLimit == nil { detectionLimit = other.detectionLimit }
            if upperLimit == nil { upperLimit = other.upperLimit }
        }
        let nothing: [UInt8] = []
        var combined = PackedTexts()
        combined.reserve(texts: count, bytes: texts.bytes.count + (other?.texts.bytes.count ?? 0))
        for index in 0..<count {
            let isFilled = index < texts.count && !texts.trimmed(at: index).isEmpty
            if !isFilled, let other, let source = sources[index] {
                combined.append(other.texts.bytes.span.extracting(other.texts.range(at: source)))
                storedTexts[index] = other.storedTexts[source]
                let place = other.places[source] ?? rows[source].cellPlace
                if other.sheetColumn != sheetColumn { otherColumns[place.sheet] = other.sheetColumn }
                if place != samples[index].cellPlace { places[index] = place }
            } else if index < texts.count {
                combined.append(texts.bytes.span.extracting(texts.range(at: index)))
            } else {
                combined.append(nothing.span)
            }
        }
        texts = combined
    }
}

extension SampleRow {
    fileprivate var cellPlace: CellPlace { CellPlace(sheet: sheet, line: sheetRow) }
}

extension PackedTexts {
    /// The bytes of a text without blanks around it.
    fileprivate func trimmed(at index: Int) -> ArraySlice<UInt8> {
        let range = range(at: index)
        let trimmed = bytes.span.extracting(range).trimmedOfBlanks
        return bytes[(range.lowerBound + trimmed.lowerBound)..<(range.lowerBound + trimmed.upperBound)]
    }
}
