import Geochemistry

/// What stands above a table of results, as texts, with the lines where it stands.
struct Metadata {
    struct Value {
        var text: String
        var line: Int
    }

    private(set) var values: [MetadataField.Item: Value] = [:]

    subscript(_ item: MetadataField.Item) -> String { values[item]?.text ?? "" }

    mutating func set(_ item: MetadataField.Item, _ text: String, line: Int) {
        values[item] = Value(text: text, line: line)
    }

    /// - Parameter rows: the rows of the certificate above its table.
    static func read(_ layout: Layout, in sheet: Sheet, rows: Range<Int>) -> Metadata {
        var metadata = Metadata()
        let labels = layout.fields.flatMap(\.labels)
        let labelled = LabelledText(labels: labels)
        for field in layout.fields {
            for row in rows where !field.isFileName {
                let found =
                    field.pattern == nil
                    ? value(of: field, labelled, in: sheet, row: row)
                    : row < rows.lowerBound + field.within ? cell(of: field, in: sheet, row: row) : nil
                // A label without a value may stand in a title: `TEST REPORT`.
                guard let found, !found.isEmpty else { continue }
                metadata.keep(found, for: field, line: sheet.line(row: row))
                break
            }
        }
        return metadata
    }

    /// The value behind a label: in its own cell, else in the next filled one of the row, up to another label.
    private static func value(
        of field: MetadataField,
        _ labelled: LabelledText,
        in sheet: Sheet,
        row: Int
    ) -> String? {
        let filled = sheet.filledColumns(row: row)
        for (index, column) in filled.enumerated() {
            guard let value = labelled.value(of: field.labels, in: sheet.text(row: row, column: column)) else {
                continue
            }
            let rest = filled[(index + 1)...].map { sheet.text(row: row, column: $0) }
            if field.isAlone {
                let values = Set(rest)
                return value.isEmpty && values.count == 1 ? values.first ?? "" : values.isEmpty ? value : ""
            }
            if !value.isEmpty { return value.closed(with: rest) }
            // A colon may have a cell of its own, or begin the value's.
            guard let next = rest.first(where: { $0 != ":" }), !labelled.isLabel(next) else { return "" }
            let text = next.first == ":" ? String(next.dropFirst()).trimmedOfBlanks : next
            return text.withoutQuotes
        }
        return nil
    }

    private static func cell(of field: MetadataField, in sheet: Sheet, row: Int) -> String? {
        if let column = field.column {
            let text = sheet.text(row: row, column: column - 1)
            return field.pattern?.matches(text) == true ? text : nil
        }
        for column in sheet.filledColumns(row: row) {
            let text = sheet.text(row: row, column: column)
            if field.pattern?.matches(text) == true { return text }
        }
        return nil
    }

    /// Keeps what a value says of each item; an item that an earlier field has filled stays.
    private mutating func keep(_ text: String, for field: MetadataField, line: Int) {
        var rest = text
        for (index, item) in field.holds.enumerated() {
            var value = rest
            if index + 1 < field.holds.count, !field.separator.isEmpty,
                let separator = Self.firstRange(of: field.separator, in: rest)
            {
                value = String(rest[..<separator.lowerBound])
                rest = String(rest[separator.upperBound...])
            } else {
                rest = ""
            }
            value = Self.cut(field.endings, from: value.trimmedOfBlanks)
            if values[item]?.text.isEmpty ?? true { values[item] = Value(text: value, line: line) }
        }
    }

    private static func firstRange(of text: String, in whole: String) -> Range<String.Index>? {
        var index = whole.startIndex
        while index < whole.endIndex {
            if whole[index...].hasPrefix(text),
                let end = whole.index(index, offsetBy: text.count, limitedBy: whole.endIndex)
            {
                return index..<end
            }
            index = whole.index(after: index)
        }
        return nil
    }

    private static func cut(_ endings: [CellPattern], from text: String) -> String {
        guard !endings.isEmpty else { return text }
        // The first place counts, so that the longest ending is cut; nothing is cut that would leave nothing.
        for index in text.indices.dropFirst() where endings.contains(where: { $0.matches(String(text[index...])) }) {
            return String(text[..<index]).trimmedOfBlanks
        }
        return text
    }
}

extension String {
    /// A text in quotes that a spreadsheet has divided at its commas, put together again.
    fileprivate func closed(with cells: [String]) -> String {
        guard first == "\"", !dropFirst().contains("\""),
            let end = cells.firstIndex(where: { $0.hasSuffix("\"") })
        else { return self }
        return ([self] + cells[...end]).joined(separator: ", ").withoutQuotes
    }

    /// Without one pair of quote marks around it, and trimmed: `" "` is nothing.
    var withoutQuotes: String {
        let text = trimmedOfBlanks
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return text }
        return String(text.dropFirst().dropLast()).trimmedOfBlanks
    }
}
