import Geochemistry
import Intake
import Standards

/// `cupel standards import`: a file of certified values becomes a file of Standards/materials.
struct StandardsImport {
    let root: Root
    let file: String
    let options: ImportOptions
    let to: String?
    let isDry: Bool
    let replaces: Bool
    let json: Bool

    func perform() throws {
        let sealed = try NamedFile(file).seal(limit: root.limits)
        let shelf = try ImportShelf(root)
        let found = try MaterialImport.read(
            sealed.content,
            source: ImportSource(name: sealed.name.display, sha256: sealed.sha256),
            options: options,
            analytes: shelf.shelf.analytes,
            limits: root.limits
        )
        let plans = try ImportPlan.plans(for: found, shelf: shelf, to: to)
        let blocked = isDry || replaces ? [] : plans.filter(\.overwrites)
        var reports: [ImportReport] = []
        for plan in plans {
            let isWritten = blocked.isEmpty && !isDry ? try plan.write() : false
            reports.append(ImportReport(plan, of: found, isDry: isDry, isWritten: isWritten))
        }
        if json {
            Terminal.print(try JSONText.bytes(ImportDocument(found, reports, isDry: isDry), snakeCase: true))
        } else {
            for report in reports { Terminal.print(report.text) }
            if reports.contains(where: \.isWritten) {
                Terminal.print(
                    "Verdicts can change with it; see which: cupel revalidate \(root.option) --all --dry-run"
                )
            }
        }
        if !blocked.isEmpty {
            throw CommandFailure(
                ExitStatus.cannotCreate,
                "\(blocked.map(\.target.path).joined(separator: ", ")): there already, and not the same; nothing was "
                    + "written. --replace writes it, with the changes above"
            )
        }
    }

    /// `3-Acid Digestion (no HF)=weak_leach`
    static func headings(_ texts: [String]) throws -> [String: DigestionClass] {
        var headings: [String: DigestionClass] = [:]
        for text in texts {
            let words = DigestionClass.allCases.filter { $0 != .none && $0 != .unknown }
            guard let sign = text.lastIndex(of: "="), sign != text.startIndex,
                let digestion = words.first(where: { $0.rawValue == text[text.index(after: sign)...] })
            else {
                throw CommandFailure(
                    ExitStatus.usage,
                    "--method wants HEADING=DIGESTION, such as 'Acid Digest=four_acid', and has '\(text)'; "
                        + "the digestions are \(words.map(\.rawValue).joined(separator: ", "))"
                )
            }
            headings[String(text[..<sign])] = digestion
        }
        return headings
    }
}
