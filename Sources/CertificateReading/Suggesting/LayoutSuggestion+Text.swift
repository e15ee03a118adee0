import Geochemistry

extension LayoutSuggestion {
    /// The file as TOML, with what was taken for what in comments, and `# CHECK:` wherever it was guessed.
    public var text: String {
        var text = TOMLLines()
        text.comments(notes[.file] ?? [])
        text.blank()
        text.comments(notes[.name] ?? [])
        text.pair("name", .text(laboratory.name))
        if !laboratory.tokens.isEmpty {
            text.section("[tokens]")
            for (token, meaning) in laboratory.tokens.sorted(by: { $0.key < $1.key }) {
                text.comments(notes[.token(token)] ?? [])
                text.pair(TOMLLines.quoted(token), .text(meaning.rawValue))
            }
        }
        methods(into: &text)
        for layout in laboratory.layouts { self.layout(layout, into: &text) }
        return text.text
    }

    private func methods(into text: inout TOMLLines) {
        for entry in laboratory.methods.entries {
            text.section("[[method]]")
            text.comments(notes[.method(entry.code)] ?? [])
            text.pair("codes", .texts([entry.code]))
            text.pair("digestion", .text(entry.meaning.digestion.rawValue))
            text.pair("technique", .text(entry.meaning.technique.rawValue))
            text.pair("name", .text(entry.meaning.name))
        }
    }

    private func layout(_ layout: Layout, into text: inout TOMLLines) {
        text.section("[[layout]]")
        text.comments(notes[.layout] ?? [])
        text.pair("id", .text(layout.id))
        if layout.shape != .headerRows { text.pair("shape", .text(layout.shape.rawValue)) }
        text.comments(notes[.delimiter] ?? [])
        if let delimiter = layout.delimiter { text.pair("delimiter", .text(Self.spelled(delimiter))) }
        text.comments(notes[.decimal] ?? [])
        text.pair("decimal", .text(layout.decimal.rawValue))
        text.comments(notes[.dates] ?? [])
        text.pair("dates", .text(layout.dates.rawValue))
        if layout.shape == .headerRows {
            text.comments(notes[.declared] ?? [])
            text.pair("declared", .text(layout.declared.rawValue))
        }
        if layout.negativeMeansBelow {
            text.comments(notes[.negative] ?? [])
            text.pair("negative_means_below", .flag(true))
        }
        if layout.repeats {
            text.comments(notes[.repeats] ?? [])
            text.pair("repeats", .flag(true))
        }
        if layout.headerWithin != Layout(id: "", shape: .headerRows).headerWithin {
            text.pair("header_within", .number(layout.headerWithin))
        }
        if layout.blankRow == .ends {
            text.comments(notes[.blankRow] ?? [])
            text.pair("blank_row", .text(layout.blankRow.rawValue))
        }
        if !layout.sentinels.isEmpty {
            text.comments(notes[.sentinels] ?? [])
            text.pair("sentinels", .texts(layout.sentinels.map(\.text)))
        }
        parts(of: layout, into: &text)
    }

    private func parts(of layout: Layout, into text: inout TOMLLines) {
        text.blank()
        text.comments(notes[.marks] ?? [])
        for (index, mark) in layout.marks.enumerated() {
            text.section("[[layout.mark]]", isClose: index > 0 || notes[.marks] != nil)
            text.comments(notes[.mark(index)] ?? [])
            text.pair("text", .text(mark.pattern.text))
            text.pair("within", .number(mark.within))
            if let column = mark.column { text.pair("column", .number(column)) }
        }
        for (index, field) in layout.fields.enumerated() {
            text.section("[[layout.field]]", isClose: index > 0)
            text.comments(notes[.field(index)] ?? [])
            text.pair("holds", .texts(field.holds.map(\.rawValue)))
            if let pattern = field.pattern {
                text.pair("pattern", .text(pattern.text))
                text.pair("within", .number(field.within))
                if let column = field.column { text.pair("column", .number(column)) }
            } else {
                text.pair("labels", .texts(field.labels.map(\.text)))
            }
            if !field.separator.isEmpty { text.pair("separator", .text(field.separator)) }
            if !field.endings.isEmpty { text.pair("endings", .texts(field.endings.map(\.text))) }
        }
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
