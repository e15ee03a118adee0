import Geochemistry

/// Reads analytes.csv.
struct AnalyteTableReader {
    static let columns = StandardsTable.Columns(
        required: ["symbol", "name", "kind", "element", "factor"],
        optional: ["aliases"]
    )

    let file: String
    let log: ProblemLog

    func read(_ bytes: [UInt8]) -> AnalyteTable {
        guard let table = StandardsTable(file: file, bytes: bytes, columns: Self.columns, log: log) else {
            return AnalyteTable([])
        }
        var entries: [AnalyteEntry] = []
        var lines: [Int] = []
        for row in table.rows {
            guard let entry = entry(table, row) else { continue }
            entries.append(entry)
            lines.append(row.line)
        }
        checkSpellings(entries, lines)
        checkElements(entries, lines)
        return AnalyteTable(entries)
    }

    private func entry(_ table: StandardsTable, _ row: StandardsTable.Row) -> AnalyteEntry? {
        let symbol = table.text(row, "symbol")
        guard !symbol.isEmpty else {
            log.add(.emptyCell("symbol"), file: file, line: row.line)
            return nil
        }
        let word = table.text(row, "kind")
        guard let kind = AnalyteEntry.Kind(rawValue: word) else {
            let known = AnalyteEntry.Kind.allCases.map(\.rawValue)
            log.add(.unknownWord(word, for: "kind", among: known), file: file, line: row.line)
            return nil
        }
        let element = table.text(row, "element")
        let factor = table.text(row, "factor")
        if kind != .oxide {
            if !element.isEmpty { log.add(.onlyOxides("element", symbol: symbol), file: file, line: row.line) }
            if !factor.isEmpty { log.add(.onlyOxides("factor", symbol: symbol), file: file, line: row.line) }
        } else if element.isEmpty || factor.isEmpty {
            log.add(.oxideWithout(element.isEmpty ? "element" : "factor", symbol: symbol), file: file, line: row.line)
            return nil
        }
        return AnalyteEntry(
            analyte: Analyte(symbol),
            name: table.text(row, "name"),
            kind: kind,
            element: kind == .oxide ? Analyte(element) : nil,
            factor: kind == .oxide ? number(factor, symbol: symbol, element: element, line: row.line) : nil,
            aliases: table.text(row, "aliases").split(separator: ";").map { String($0).trimmedOfBlanks }
                .filter { !$0.isEmpty }
        )
    }

    /// The factor, checked against atomic weights where the symbol is a formula of the element and oxygen.
    private func number(_ text: String, symbol: String, element: String, line: Int) -> ExactDecimal? {
        guard let factor = ExactDecimal(text) else {
            log.add(.notANumber(text, column: "factor"), file: file, line: line)
            return nil
        }
        guard factor > 0 else {
            log.add(.notPositive("factor", text), file: file, line: line)
            return nil
        }
        if let computed = AtomicWeights.oxideFactor(symbol, of: element),
            abs(factor.approximate / computed - 1) > 0.001
        {
            let shown = String((computed * 1e6).rounded() / 1e6)
            log.add(.factorFarOff(symbol, factor: factor, computed: shown), file: file, line: line)
        }
        return factor
    }

    private func checkSpellings(_ entries: [AnalyteEntry], _ lines: [Int]) {
        var owners: [String: Int] = [:]
        for (index, entry) in entries.enumerated() {
            let key = entry.analyte.symbol.lowercased()
            if let owner = owners[key] {
                log.add(.symbolTwice(entry.analyte.symbol, line: lines[owner]), file: file, line: lines[index])
            } else {
                owners[key] = index
            }
        }
        for (index, entry) in entries.enumerated() {
            for alias in entry.aliases {
                let key = alias.lowercased()
                if let owner = owners[key] {
                    let meaning = entries[owner].analyte.symbol
                    log.add(.aliasTwice(alias, owner: meaning, line: lines[owner]), file: file, line: lines[index])
                } else {
                    owners[key] = index
                }
            }
        }
    }

    private func checkElements(_ entries: [AnalyteEntry], _ lines: [Int]) {
        let elements = Set(entries.filter { $0.kind == .element }.map(\.analyte))
        for (index, entry) in entries.enumerated() {
            guard let element = entry.element, !elements.contains(element) else { continue }
            let complaint = Complaint.unknownElement(element.symbol, symbol: entry.analyte.symbol)
            log.add(complaint, file: file, line: lines[index])
        }
    }
}
