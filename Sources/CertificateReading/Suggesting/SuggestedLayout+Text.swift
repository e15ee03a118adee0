extension SuggestedLayout {
    func write(into text: inout TOMLLines) {
        text.section("[[layout]]")
        text.comments(notes[.whole] ?? [])
        text.pair("id", .text(layout.id))
        if layout.shape != .headerRows { text.pair("shape", .text(layout.shape.rawValue)) }
        if !layout.sheets.isEmpty {
            text.comments(notes[.sheets] ?? [])
            text.pair("sheets", .texts(layout.sheets.map(\.text)))
        }
        writeConventions(into: &text)
        if let records = layout.records {
            text.section("[layout.records]")
            text.comments(notes[.records] ?? [])
            text.pair("column", .number(records.column))
            text.pair("data", .texts(records.data.map(\.text)))
        }
        text.blank()
        text.comments(notes[.marks] ?? [])
        for (index, mark) in layout.marks.enumerated() {
            text.section("[[layout.mark]]", isClose: index > 0 || notes[.marks] != nil)
            text.comments(notes[.mark(index)] ?? [])
            text.pair("text", .text(mark.pattern.text))
            text.pair("within", .number(mark.within))
            if let column = mark.column { text.pair("column", .number(column)) }
        }
        writeFields(into: &text)
        writeTable(into: &text)
    }

    private func writeConventions(into text: inout TOMLLines) {
        let usual = Layout(id: "", shape: .headerRows)
        text.comments(notes[.delimiter] ?? [])
        if let delimiter = layout.delimiter { text.pair("delimiter", .text(Self.spelled(delimiter))) }
        text.comments(notes[.decimal] ?? [])
        text.pair("decimal", .text(layout.decimal.rawValue))
        text.comments(notes[.dates] ?? [])
        text.pair("dates", .text(layout.dates.rawValue))
        text.comments(notes[.declared] ?? [])
        text.pair("declared", .text(layout.declared.rawValue))
        for (part, key, isSet) in [
            (Part.negative, "negative_means_below", layout.negativeMeansBelow), (.repeats, "repeats", layout.repeats),
            (.continues, "continues", layout.continues), (.headless, "headless", layout.isHeadless),
        ] where isSet {
            text.comments(notes[part] ?? [])
            text.pair(key, .flag(true))
        }
        if layout.headerWithin != usual.headerWithin { text.pair("header_within", .number(layout.headerWithin)) }
        if layout.blankRow != usual.blankRow {
            text.comments(notes[.blankRow] ?? [])
            text.pair("blank_row", .text(layout.blankRow.rawValue))
        }
        if !layout.sentinels.isEmpty {
            text.comments(notes[.sentinels] ?? [])
            text.pair("sentinels", .texts(layout.sentinels.map(\.text)))
        }
    }

    private func writeFields(into text: inout TOMLLines) {
        for (index, field) in layout.fields.enumerated() {
            text.section("[[layout.field]]", isClose: index > 0)
            text.comments(notes[.field(index)] ?? [])
            text.pair("holds", .texts(field.holds.map(\.rawValue)))
            if field.isFileName {
                text.pair("file_name", .flag(true))
            } else if let pattern = field.pattern {
                text.pair("pattern", .text(pattern.text))
                text.pair("within", .number(field.within))
                if let column = field.column { text.pair("column", .number(column)) }
            } else {
                text.pair("labels", .texts(field.labels.map(\.text)))
            }
            if !field.separator.isEmpty { text.pair("separator", .text(field.separator)) }
            if !field.endings.isEmpty { text.pair("endings", .texts(field.endings.map(\.text))) }
        }
    }

    private func writeTable(into text: inout TOMLLines) {
        for (index, row) in layout.headerRows.enumerated() {
            text.section("[[layout.header]]", isClose: index > 0)
            text.comments(notes[.header(index)] ?? [])
            text.pair("role", .text(row.role.rawValue))
            if row.labels.isEmpty {
                text.pair("offset", .number(row.offset))
            } else {
                text.pair("labels", .texts(row.labels.map(\.text)))
            }
            if !row.isRequired { text.pair("required", .flag(false)) }
            if row.fills { text.pair("fills", .flag(true)) }
        }
        if !layout.columns.isEmpty {
            text.section("[layout.columns]")
            for role in ColumnRole.allCases {
                guard let labels = layout.columns[role], !labels.isEmpty else { continue }
                text.comments(notes[.column(role)] ?? [])
                text.pair(role.rawValue, .texts(labels.map(\.text)))
            }
        }
        for (index, rule) in layout.qcRows.enumerated() {
            text.section("[[layout.qc]]", isClose: index > 0)
            text.comments(notes[.qc(index)] ?? [])
            text.pair("means", .text(rule.means.rawValue))
            for (key, texts) in [
                ("types", rule.types), ("names", rule.names), ("prefixes", rule.prefixes), ("suffixes", rule.suffixes),
                ("stripped", rule.stripped), ("sections", rule.sections.map(\.text)),
            ] where !texts.isEmpty {
                text.pair(key, .texts(texts))
            }
        }
    }

    private static func spelled(_ delimiter: UInt8) -> String {
        delimiter == UInt8(ascii: "\t") ? "tab" : String(decoding: [delimiter], as: UTF8.self)
    }
}
