import Geochemistry

extension DocumentExplanation {
    /// The explanation for a person: what every layout saw, which was chosen, what was read where.
    public var text: String {
        if let kept { return "\(member): \(kept.words), kept beside the certificates" }
        var lines = sheets.isEmpty ? ["\(member): not a table"] : []
        for sheet in sheets { lines += sheet.lines(of: member) }
        if !hiddenSheets.isEmpty { lines.append(Explanation.hidden(hiddenSheets)) }
        for certificate in certificates { lines += certificate.lines }
        if let refusal { lines.append("REFUSED: \(refusal.message)") }
        return lines.joined(separator: "\n")
    }
}

extension SheetExplanation {
    fileprivate func lines(of member: String) -> [String] {
        let name = title.isEmpty ? member : "\(member), sheet '\(title)'"
        var lines = ["\(name): \(rows) rows, \(Explanation.name(ofDelimiter: delimiter))"]
        lines += views.sorted { ($1.percent, $0.layout) < ($0.percent, $1.layout) }.map(line)
        let marks = views.first { $0.fits && isChosen($0) }?.marks ?? 0
        lines.append("  => " + Explanation.choice(choice, marks: marks))
        guard let finds else { return lines }
        for field in finds.fields {
            let source = field.source.isEmpty ? "" : " by \(Explanation.shown(field.source))"
            lines.append(
                "     \(field.item.rawValue): \(Explanation.shown(field.value.text)), line \(field.value.line), column "
                    + "\(field.value.column)\(source)"
            )
        }
        for row in finds.header {
            let label = row.label.isEmpty ? "" : ", labelled \(Explanation.shown(row.label))"
            lines.append("     \(Explanation.name(of: row.role)): line \(row.line)\(label)")
        }
        if let column = finds.sampleColumn {
            let type = finds.typeColumn.map { ", types in column \($0)" } ?? ""
            lines.append("     sample numbers: column \(column)\(type)")
        }
        if let first = finds.firstResult, let last = finds.lastResult {
            lines.append("     results: columns \(first) to \(last)")
        }
        return lines
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
}

extension CertificateExplanation {
    fileprivate var lines: [String] {
        var lines = ["  \(batch) (\(laboratory)), read by '\(layout)'"]
        lines.append("     columns: \(columns), \(determinations) of them determinations")
        if let first = firstLine, let last = lastLine {
            let declared = declaredSamples.map { ", \($0) declared" } ?? ""
            lines.append("     samples: lines \(first) to \(last), \(clientSamples) of the client\(declared)")
        }
        if !qcRows.isEmpty {
            let counts = qcRows.map { "\($0.count) \($0.kind)" }.joined(separator: ", ")
            lines.append("     rows of the laboratory: \(counts)")
        }
        lines.append("     decimal sign: \(decimals.value); \(decimals.because)")
        lines.append("     order of dates: \(dates.value); \(dates.because)")
        return lines + remarks.map { "     remark: \($0.message)" }
    }
}
