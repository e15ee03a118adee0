import CertificateReading
import Geochemistry

/// Reads one `[[layout]]` of a laboratory's file.
struct LayoutReader {
    /// - Returns: nil where it lacks what no layout can do without; every problem is in the section's log.
    func read(_ section: TOMLSection) -> Layout? {
        let id = section.string("id")
        let shape = section.has("shape") ? section.word("shape", as: Layout.Shape.self) : .headerRows
        var layout = Layout(id: id ?? "", shape: shape ?? .headerRows)
        readConventions(section, into: &layout)
        layout.marks = section.sections("mark").compactMap(mark)
        layout.fields = section.sections("field").compactMap(field)
        layout.headerRows = section.sections("header").compactMap(headerRow)
        layout.columns = section.section("columns", .optional).map(columns) ?? [:]
        layout.qcRows = section.sections("qc").compactMap(qcRow)
        guard id != nil, shape != nil, isWhole(layout, section) else { return nil }
        return layout
    }

    private func readConventions(_ section: TOMLSection, into layout: inout Layout) {
        layout.isFixedWidth = section.has("delimiter") && section.string("delimiter") == "fixed"
        if !layout.isFixedWidth { layout.delimiter = delimiter(section) }
        if let decimal = section.word("decimal", as: DecimalConvention.self, .optional) { layout.decimal = decimal }
        if let dates = section.word("dates", as: DateOrder.self, .optional) { layout.dates = dates }
        if let declared = section.word("declared", as: DeclaredCount.self, .optional) { layout.declared = declared }
        if let blank = section.word("blank_row", as: Layout.BlankRow.self, .optional) { layout.blankRow = blank }
        layout.negativeMeansBelow = section.bool("negative_means_below", .optional) ?? false
        layout.repeats = section.bool("repeats", .optional) ?? false
        layout.continues = section.bool("continues", .optional) ?? false
        layout.sheets = (section.strings("sheets", .optional) ?? []).map(CellPattern.init)
        layout.records = section.section("records", .optional).flatMap(records)
        layout.headerWithin = section.integer("header_within", in: 1...500, .optional) ?? layout.headerWithin
        layout.sentinels = labels("sentinels", section)
        layout.skipped = labels("skipped", section)
        layout.directory = section.section("directory", .optional).flatMap(directory)
        layout.isHeadless = section.bool("headless", .optional) ?? false
    }

    private func delimiter(_ section: TOMLSection) -> UInt8? {
        guard let text = section.string("delimiter", .optional) else { return nil }
        if text == "tab" { return UInt8(ascii: "\t") }
        let bytes = Array(text.utf8)
        guard bytes.count == 1, let byte = bytes.first, ",;|".utf8.contains(byte) else {
            section.complain(.delimiter(text), at: "delimiter")
            return nil
        }
        return byte
    }

    private func records(_ section: TOMLSection) -> RecordColumn? {
        let column = section.integer("column", in: 1...200)
        let data = labels("data", section)
        guard let column else { return nil }
        guard !data.isEmpty else {
            section.complain(.missingKey("data", in: section.name, wanted: "texts"), at: "column")
            return nil
        }
        return RecordColumn(column: column, data: data)
    }

    private func directory(_ section: TOMLSection) -> ColumnDirectory? {
        let sheets = (section.strings("sheets") ?? []).map(CellPattern.init)
        let columns = section.section("columns").map(columns) ?? [:]
        let missing = ColumnDirectory.required.filter { columns[$0]?.isEmpty ?? true }
        guard missing.isEmpty else {
            section.complain(.columnsMissing(missing.map(\.rawValue), layout: section.name), at: "columns")
            return nil
        }
        return sheets.isEmpty ? nil : ColumnDirectory(sheets: sheets, columns: columns)
    }

    /// What a layout of its shape must have.
    private func isWhole(_ layout: Layout, _ section: TOMLSection) -> Bool {
        switch layout.shape {
        case .headerRows:
            if layout.marks.isEmpty { section.complain(.layoutWithoutMark(layout.id), at: "id") }
            // A row of analytes with an empty lead cell is placed by another row's label, or beside the heading of the
            // sample numbers.
            let hasLabels = layout.headerRows.contains { $0.offset == 0 && !$0.labels.isEmpty && $0.isRequired }
            let isPlaced = hasLabels || !(layout.columns[.sample] ?? []).isEmpty
            let analytes = layout.headerRows.filter { $0.role == .analyte && (isPlaced || !$0.labels.isEmpty) }
            if analytes.count != 1 { section.complain(.analyteRows(layout.id, count: analytes.count), at: "id") }
            let namesWorkOrder = layout.fields.contains { $0.holds.contains(.workOrder) }
            if !namesWorkOrder { section.complain(.noWorkOrder(layout.id), at: "id") }
            return !layout.marks.isEmpty && analytes.count == 1 && namesWorkOrder
        case .wide, .long:
            let required: [ColumnRole] = layout.shape == .wide ? [.sample] : [.sample, .analyte, .unit, .result]
            let missing = required.filter {
                (layout.columns[$0]?.isEmpty ?? true) && !($0 == .unit && layout.directory != nil)
            }
            if !missing.isEmpty {
                section.complain(.columnsMissing(missing.map(\.rawValue), layout: layout.id), at: "columns")
            }
            return missing.isEmpty
        }
    }

    // MARK: Parts

    private func mark(_ section: TOMLSection) -> RecognitionMark? {
        let text = section.string("text")
        let others = section.strings("or", .optional) ?? []
        let within = section.integer("within", in: 1...200)
        let column = section.integer("column", in: 1...200, .optional)
        let isAbsent = section.bool("absent", .optional) ?? false
        guard let text, let within else { return nil }
        if ([text] + others).contains(where: { $0.allSatisfy { $0 == "*" } }) {
            section.complain(.emptyPattern("text"), at: "text")
            return nil
        }
        return RecognitionMark(text, or: others, within: within, column: column, isAbsent: isAbsent)
    }

    private func field(_ section: TOMLSection) -> MetadataField? {
        let holds = words("holds", as: MetadataField.Item.self, section)
        let labels = labels("labels", section)
        let pattern = section.string("pattern", .optional)
        let column = section.integer("column", in: 1...200, .optional)
        let within = section.integer("within", in: 1...200, .optional)
        let separator = section.string("separator", .optional) ?? ""
        let isAlone = section.bool("alone", .optional) ?? false
        let isFileName = section.bool("file_name", .optional) ?? false
        let endings = section.strings("endings", .optional) ?? []
        guard !holds.isEmpty else { return nil }
        guard [!labels.isEmpty, pattern != nil, isFileName].count(where: \.self) == 1 else {
            section.complain(.fieldWithoutPlace, at: "holds")
            return nil
        }
        guard holds.count == 1 || !separator.isEmpty else {
            section.complain(.missingKey("separator", in: section.name, wanted: "a text"), at: "holds")
            return nil
        }
        return MetadataField(
            holds: holds,
            labels: labels,
            pattern: pattern.map(CellPattern.init),
            column: column,
            within: within ?? 10,
            separator: separator,
            isAlone: isAlone,
            isFileName: isFileName,
            endings: endings.map(CellPattern.init)
        )
    }

    private func headerRow(_ section: TOMLSection) -> HeaderRow? {
        let role = section.word("role", as: HeaderRow.Role.self)
        let labels = labels("labels", section)
        let offset = section.has("offset") ? signed("offset", section) : nil
        let isRequired = section.bool("required", .optional) ?? true
        let fills = section.bool("fills", .optional) ?? false
        let mayBeList = section.bool("may_be_list", .optional) ?? false
        guard let role else { return nil }
        guard !labels.isEmpty || offset != nil else {
            section.complain(.headerRowWithoutPlace, at: "role")
            return nil
        }
        return HeaderRow(
            role,
            labels: labels,
            offset: offset ?? 0,
            isRequired: isRequired,
            fills: fills,
            mayBeList: mayBeList
        )
    }

    private func signed(_ key: String, _ section: TOMLSection) -> Int? {
        section.integer(key, in: -10...10)
    }

    private func columns(_ section: TOMLSection) -> [ColumnRole: [Label]] {
        var columns: [ColumnRole: [Label]] = [:]
        for role in ColumnRole.allCases {
            let labels = labels(role.rawValue, section)
            if !labels.isEmpty { columns[role] = labels }
        }
        return columns
    }

    private func qcRow(_ section: TOMLSection) -> QCRowRule? {
        let means = section.word("means", as: QCRowRule.Meaning.self)
        let rule = QCRowRule(
            means ?? .other,
            types: section.strings("types", .optional) ?? [],
            names: section.strings("names", .optional) ?? [],
            prefixes: section.strings("prefixes", .optional) ?? [],
            suffixes: section.strings("suffixes", .optional) ?? [],
            stripped: section.strings("stripped", .optional) ?? [],
            sections: labels("sections", section),
            sampleTypes: section.word("sample_types", as: QCRowRule.Meaning.self, .optional)
        )
        guard means != nil else { return nil }
        let texts = rule.types + rule.names + rule.prefixes + rule.suffixes + rule.sections.map(\.text)
        guard !texts.isEmpty, texts.allSatisfy({ !$0.trimmedOfBlanks.isEmpty }) else {
            section.complain(.emptyQCRule, at: "means")
            return nil
        }
        return rule
    }

    private func labels(_ key: String, _ section: TOMLSection) -> [Label] {
        (section.strings(key, .optional) ?? []).map(Label.init)
    }

    private func words<Word: RawRepresentable & CaseIterable>(
        _ key: String,
        as type: Word.Type,
        _ section: TOMLSection
    ) -> [Word] where Word.RawValue == String {
        (section.strings(key) ?? []).compactMap { text in
            let word = Word(rawValue: text)
            if word == nil {
                section.complain(.unknownWord(text, for: key, among: Word.allCases.map(\.rawValue)), at: key)
            }
            return word
        }
    }
}
