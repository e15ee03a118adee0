import Geochemistry

/// The header of a register: its row, and which column stands where.
struct RegisterHeader {
    let row: Int
    private let places: [RegisterColumn: Int]

    /// In how many rows from the top it is looked for; companies put a title and a date above.
    private static let rowsSeen = 10

    /// The column's place in the sheet; nil where the register has no such column.
    subscript(_ column: RegisterColumn) -> Int? { places[column] }

    /// Finds the header; nil where the sheet is not a register, and above all where it is a certificate, whose
    /// table may also begin with `Sample;Type`.
    static func find(in sheet: Sheet) -> RegisterHeader? {
        for row in 0..<min(rowsSeen, sheet.rowCount) {
            let keys = (0..<sheet.cellCount(row: row)).map { HeaderKey.key(of: sheet.text(row: row, column: $0)) }
            guard let header = RegisterHeader(row: row, keys) else {
                if keys.contains(where: certificateLabels.contains) || namesResults(row, of: sheet) { return nil }
                continue
            }
            let isCertificate =
                namesResults(row, of: sheet) || hasUnits(below: row, of: sheet)
                || hasUnnamedColumns(below: row, of: sheet)
            return isCertificate ? nil : header
        }
        return nil
    }

    private init?(row: Int, _ keys: [String]) {
        var best: [RegisterColumn: (place: Int, rank: Int)] = [:]
        for (place, key) in keys.enumerated() {
            guard let known = RegisterColumn.byKey[key] else { continue }
            if let other = best[known.column], other.rank <= known.rank { continue }
            best[known.column] = (place, known.rank)
        }
        guard best[.sample] != nil, best[.type] != nil else { return nil }
        self.row = row
        places = best.mapValues(\.place)
    }

    // MARK: - Certificates

    /// Headings of results: an analyte with its unit (`Cu_ppm`, `Au (g/t)`) or method (`IC587_Ag`), or an element
    /// symbol; of the symbols with one letter, which may be codes of anything, two.
    private static func namesResults(_ row: Int, of sheet: Sheet) -> Bool {
        var letters = 0
        for column in 0..<sheet.cellCount(row: row) {
            let text = sheet.text(row: row, column: column)
            let words = text.split { " _()[],;\u{A0}".contains($0) }
            guard let first = words.first, let last = words.last else { continue }
            if endsInUnit(text, words) { return true }
            let isBehindMethod = words.count == 2 && first.contains(where: \.isNumber)
            if words.count == 1 || isBehindMethod, elementSymbols.contains(String(last)) {
                if last.count == 2 { return true }
                letters += 1
            }
        }
        return letters >= 2
    }

    private static func endsInUnit(_ text: String, _ words: [Substring]) -> Bool {
        guard let first = words.first, let last = words.last, words.count > 1 || text.contains("/") else {
            return false
        }
        let unit = Unit(printed: String(last))
        // A register may state a core recovery in percent.
        if unit == .percent { return isElementOrOxide(first) }
        return unit.isMassFraction
    }

    private static func isElementOrOxide(_ word: Substring) -> Bool {
        guard word.utf8.count <= 5, let last = word.last else { return false }
        let symbol = word.prefix(1).uppercased() + word.dropFirst().lowercased()
        return elementSymbols.contains(symbol) || last == "O" || (last.isNumber && word.contains("O"))
    }

    /// Some certificates have their units below `Sample`, `Type`.
    private static func hasUnits(below row: Int, of sheet: Sheet) -> Bool {
        (row + 1...row + 3).contains { row in
            (0..<sheet.cellCount(row: row)).contains {
                Unit(printed: sheet.text(row: row, column: $0)).isMassFraction
            }
        }
    }

    /// A table of results goes on to the right of `Sample;Type`, under headings that stand in other rows.
    private static func hasUnnamedColumns(below header: Int, of sheet: Sheet) -> Bool {
        (header + 1...header + rowsSeen).contains { row in
            let unnamed = (0..<sheet.cellCount(row: row)).count { column in
                sheet.text(row: header, column: column).isEmpty && !sheet.text(row: row, column: column).isEmpty
            }
            return unnamed >= 2
        }
    }

    /// Of a row of methods, analytes, units or limits.
    private static let certificateLabels: Set<String> = [
        "analyte", "analytesymbol", "analyto", "analito", "element", "elemento", "elementos", "unit", "units",
        "unitsymbol", "unidad", "unidades", "unidade", "unite", "unites", "mdl", "lor", "detectionlimit", "detlim",
        "limitedetec", "mindetection", "analysismethod", "method", "metodo", "methode",
    ]

    private static let elementSymbols: Set<String> = [
        "Ag", "Al", "As", "Au", "Ba", "Be", "Bi", "Ca", "Cd", "Ce", "Co", "Cr", "Cs", "Cu", "Dy", "Er", "Eu", "Fe",
        "Ga", "Gd", "Ge", "Hf", "Hg", "In", "K", "La", "Li", "Lu", "Mg", "Mn", "Mo", "Na", "Nb", "Nd", "Ni", "P", "Pb",
        "Pd", "Pr", "Pt", "Rb", "Re", "S", "Sb", "Sc", "Se", "Si", "Sm", "Sn", "Sr", "Ta", "Tb", "Te", "Th", "Ti", "Tl",
        "Tm", "U", "V", "W", "Y", "Yb", "Zn", "Zr",
    ]
}
