import Geochemistry

/// What the file of an imported workbook says above its values: where they come from, what the SD is, what is not here
/// and why. Nothing but what follows from the content, so that the same workbook gives the same file.
struct DataPackComments {
    let source: ImportSource
    let material: ReferenceMaterial
    let rows: DataPackRows.Resolved
    let figures: ImportOptions.Figures
    /// The names of the sheets that the values stand in.
    let sheets: [String]
    let hidden: [String]

    var lines: [String] {
        let name = material.name.printed
        let issuer = material.supplier == "OREAS" ? ", issued by Ore Research & Exploration (OREAS)" : ""
        let tables = Self.quoted(sheets)
        return [
            "\(name)\(issuer). Facts from the issuer's DataPack workbook; certificate: \(material.certificate).",
            "Taken by 'cupel standards import' from '\(source.name)', sheet \(tables), SHA-256 \(source.sha256).",
            sdLine,
            figures == .stored
                ? "Numbers are those that the workbook stores, to \(PrintedFigure.digits) significant digits; "
                    + "a certificate prints them rounded."
                : "Numbers are rounded as the cells of the workbook show them.",
        ] + rows.notes + withoutSD + notHere
            + (hidden.isEmpty ? [] : ["Not read: hidden sheets of the workbook (\(Self.quoted(hidden)))."])
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "'\($0)'" }.joined(separator: ", ")
    }

    private var sdLine: String {
        let kinds = Set(material.values.filter { $0.sd != nil }.map(\.sdKind))
        switch kinds {
        case ["pooled"]: return "sd is ONE standard deviation, of the results of all laboratories pooled."
        case ["within-laboratory"]: return "sd is ONE standard deviation, that of single laboratories."
        case [""], []: return "sd is ONE standard deviation; the workbook does not name its kind."
        default: return "sd is ONE standard deviation; sd_kind says of what, where the workbook says it."
        }
    }

    private var withoutSD: [String] {
        let values = material.values.filter { $0.sd == nil }
        guard !values.isEmpty else { return [] }
        let names = values.map { "\($0.analyte) (\($0.digestion.rawValue))" }.joined(separator: ", ")
        return ["Without SD in the workbook, so indicative: \(names)."]
    }

    /// A line for each reason and heading; indicative values only in their number.
    private var notHere: [String] {
        var order: [[String]] = []
        var names: [[String]: [String]] = [:]
        for row in rows.left where row.reason != .indicative {
            let key = [row.heading, row.reason.words]
            if names[key] == nil { order.append(key) }
            let value = row.reason == .below || row.reason == .approximate ? " (\(row.value) \(row.unit))" : ""
            names[key, default: []].append(row.constituent + value)
        }
        var lines = order.map { key in
            let by = key[0].isEmpty ? "" : " by '\(key[0])'"
            return "Not here: \((names[key] ?? []).joined(separator: ", "))\(by): \(key[1])."
        }
        let indicative = rows.left.count { $0.reason == .indicative }
        if indicative > 0 {
            lines.append(
                "Not here: \(indicative) values that the issuer calls indicative: without an SD they never judge anything."
            )
        }
        return lines
    }
}
