import Geochemistry

extension SheetExplanation {
    /// The explanation for a person: what every layout saw, which was chosen, what was read where.
    public var text: String {
        var lines = ["\(member)\(sheet.isEmpty ? "" : ", sheet '\(sheet)'"): \(kind)"]
        lines += views.sorted { ($1.percent, $0.layout) < ($0.percent, $1.layout) }.map(line)
        let marks = views.first { $0.fits && isChosen($0) }?.marks ?? 0
        lines.append("  => " + Explanation.choice(choice, marks: marks))
        for reading in readings { lines += self.lines(of: reading) }
        if let refusal { lines.append("  REFUSED: \(refusal.message)") }
        return lines.joined(separator: "\n")
    }

    private var kind: String {
        if case .unreadable = choice { return "not read" }
        return "\(rows) rows, \(Explanation.name(ofDelimiter: delimiter))"
    }

    private func isChosen(_ view: LayoutView) -> Bool {
        if case .chosen(let layout, _, _) = choice { layout == view.layout } else { false }
    }

    private func line(of view: LayoutView) -> String {
        guard let stop = view.stop else {
            return "  fits  \(view.layout) (\(view.laboratory), \(view.marks) marks)"
        }
        let percent = String(repeating: " ", count: max(0, 3 - "\(view.percent)".count)) + "\(view.percent)"
        var line = "  \(percent)%  \(view.layout) (\(view.laboratory)): \(stop.reason)"
        if !stop.found.isEmpty {
            let found = stop.found.map { "\(Explanation.shown($0.text)) on line \($0.line), column \($0.column)" }
            line += "; there stand \(found.joined(separator: ", "))"
        }
        return line
    }

    private func lines(of reading: Reading) -> [String] {
        var lines = ["  \(reading.batch) (\(reading.laboratory))"]
        for field in reading.fields {
            let source = field.source.isEmpty ? "" : " by \(Explanation.shown(field.source))"
            lines.append(
                "    \(field.item.rawValue): \(Explanation.shown(field.value.text)), line \(field.value.line), column "
                    + "\(field.value.column)\(source)"
            )
        }
        for row in reading.header {
            let label = row.label.isEmpty ? "" : ", labelled \(Explanation.shown(row.label))"
            lines.append("    \(Explanation.name(of: row.role)): line \(row.line)\(label)")
        }
        if let column = reading.sampleColumn {
            let type = reading.typeColumn.map { ", types in column \($0)" } ?? ""
            lines.append("    sample numbers: column \(column)\(type)")
        }
        lines.append("    result columns: \(reading.columns), \(reading.determinations) of them determinations")
        if let first = reading.firstLine, let last = reading.lastLine {
            let declared = reading.declaredSamples.map { ", \($0) declared" } ?? ""
            lines.append("    samples: lines \(first) to \(last), \(reading.clientSamples) of the client\(declared)")
        }
        if !reading.qcRows.isEmpty {
            let counts = reading.qcRows.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
            lines.append("    rows of the laboratory: \(counts)")
        }
        lines.append("    decimal sign: \(reading.decimals.value); \(reading.decimals.because)")
        lines.append("    order of dates: \(reading.dates.value); \(reading.dates.because)")
        lines += reading.remarks.map { "    remark: \($0.message)" }
        return lines
    }
}
