import Geochemistry
import Standards

/// What an import says to a person.
struct ImportReport {
    let plan: ImportPlan
    let found: MaterialImport
    let isDry: Bool
    let isWritten: Bool

    init(_ plan: ImportPlan, of found: MaterialImport, isDry: Bool, isWritten: Bool) {
        self.plan = plan
        self.found = found
        self.isDry = isDry
        self.isWritten = isWritten
    }

    var text: String {
        let imported = plan.imported
        let material = imported.material
        var parts = ["\(material.name.printed): \(material.values.count) certified values from \(found.source.name)"]
        parts.append(imported.headings.isEmpty ? digestions : headings)
        if !imported.left.isEmpty { parts.append(left) }
        if case .replaces(let changes) = plan.state { parts.append(Self.text(of: changes)) }
        for warning in plan.file.warnings { parts.append("\(warning)") }
        parts.append(outcome)
        return parts.joined(separator: "\n")
    }

    private var headings: String {
        var table = TextTable(["  METHOD HEADING", "DIGESTION", "TAKEN", "LEFT"])
        for heading in plan.imported.headings {
            let digestions = heading.digestions.map(\.rawValue).joined(separator: " and ")
            table.add([
                "  " + heading.text, digestions.isEmpty ? "-" : digestions, "\(heading.taken)", "\(heading.left)",
            ])
        }
        return table.text
    }

    private var digestions: String {
        var table = TextTable(["  DIGESTION", "TAKEN", "ANALYTES"])
        var order: [String] = []
        var analytes: [String: [String]] = [:]
        for value in plan.imported.material.values {
            let digestion = value.digestion.rawValue
            if analytes[digestion] == nil { order.append(digestion) }
            analytes[digestion, default: []].append(value.analyte.symbol)
        }
        for digestion in order {
            let symbols = analytes[digestion] ?? []
            table.add(["  " + digestion, "\(symbols.count)", symbols.joined(separator: " ")])
        }
        return table.text
    }

    /// A block for each reason, a line for each heading.
    private var left: String {
        var reasons: [String] = []
        var headings: [String: [String]] = [:]
        var rows: [[String]: [String]] = [:]
        for row in plan.imported.left {
            let reason = row.reason.words
            if headings[reason] == nil { reasons.append(reason) }
            if rows[[reason, row.heading]] == nil { headings[reason, default: []].append(row.heading) }
            let value = row.value.isEmpty ? "" : " \(row.value)"
            rows[[reason, row.heading], default: []].append(row.constituent + value)
        }
        return reasons.map { reason in
            let lines = (headings[reason] ?? []).map { heading in
                "    \(heading.isEmpty ? "" : heading + ": ")"
                    + (rows[[reason, heading]] ?? []).joined(separator: "; ")
            }
            return "  left: \(reason)\n" + lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func text(of changes: [MaterialChange]) -> String {
        guard !changes.isEmpty else { return "  no value changes, only the comments" }
        let mark: [MaterialChange.Kind: String] = [.added: "+", .removed: "-", .changed: "~"]
        let lines = changes.map { change in
            "  \(mark[change.kind] ?? " ") \(change.analyte) by \(change.digestion.rawValue): \(change.text)"
                + (change.isRounding ? " (rounding)" : "")
        }
        let rounded = changes.count { $0.isRounding }
        return (lines + ["  \(changes.count) values change, \(rounded) of them in their rounding only"])
            .joined(separator: "\n")
    }

    private var outcome: String {
        let path = plan.target.path
        return switch plan.state {
        case .unchanged: "\(path) says so already; nothing to write"
        case .new: isWritten ? "written: \(path)" : "would be written: \(path)"
        case .replaces: isWritten ? "replaced: \(path)" : "would be replaced, with --replace: \(path)"
        }
    }
}
