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
            guard let header = RegisterHeader(row: row, of: sheet) else {
                if hasCertificateLabel(row, of: sheet) || namesResults(row, of: sheet) { return nil }
                continue
            }
            // Some certificates have the analytes and units below `Sample`, `Type`.
            let isCertificate = (row...row + 3).contains { namesResults($0, of: sheet) }
            return isCertificate || hasUnnamedColumns(below: header, of: sheet) ? nil : header
        }
        return nil
    }

    private init?(row: Int, of sheet: Sheet) {
        var best: [RegisterColumn: (place: Int, rank: Int)] = [:]
        for place in 0..<sheet.cellCount(row: row) {
            guard let known = RegisterColumn.byKey[HeaderKey.key(of: sheet.text(row: row, column: place))] else {
                continue
            }
            if let other = best[known.column], other.rank <= known.rank { continue }
            best[known.column] = (place, known.rank)
        }
        guard best[.sample] != nil, best[.type] != nil else { return nil }
        self.row = row
        places = best.mapValues(\.place)
    }

    // MARK: - Certificates

    /// A row of methods, analytes, units or limits.
    private static func hasCertificateLabel(_ row: Int, of sheet: Sheet) -> Bool {
        (0..<sheet.cellCount(row: row)).contains { column in
            certificateLabels.contains(HeaderKey.key(of: sheet.text(row: row, column: column)))
        }
    }

    /// Cells that name a unit, with or without an analyte (`Cu_ppm`, `Au (g/t)`, `ppb`), or two element symbols.
    private static func namesResults(_ row: Int, of sheet: Sheet) -> Bool {
        var symbols = 0
        for column in 0..<sheet.cellCount(row: row) {
            let text = sheet.text(row: row, column: column)
            if endsInMassFraction(text) { return true }
            if elementSymbols.contains(text) { symbols += 1 }
        }
        return symbols >= 2
    }

    private static func endsInMassFraction(_ text: String) -> Bool {
        let words = text.split { " _()[],;\u{A0}".contains($0) }
        guard let last = words.last, let first = words.first else { return false }
        let unit = Unit(printed: String(last))
        // A register may state a core recovery in percent.
        if unit == .percent { return words.count > 1 && isElementOrOxide(first) }
        return unit.isMassFraction || Unit(printed: String(text.dropFirst(first.count + 1))).isMassFraction
    }

    private static func isElementOrOxide(_ word: Substring) -> Bool {
        guard word.utf8.count <= 5, let last = word.last else { return false }
        let symbol = word.prefix(1).uppercased() + word.dropFirst().lowercased()
        return elementSymbols.contains(symbol) || last == "O" || (last.isNumber && word.contains("O"))
    }

    /// A table of results goes on to the right of `Sample;Type` under headings that stand in other rows.
    private static func hasUnnamedColumns(below header: RegisterHeader, of sheet: Sheet) -> Bool {
        for row in header.row + 1..<min(header.row + 1 + rowsSeen, max(header.row + 1, sheet.rowCount)) {
            let unnamed = (0..<sheet.cellCount(row: row)).count { column in
                sheet.text(row: header.row, column: column).isEmpty && !sheet.text(row: row, column: column).isEmpty
            }
            if unnamed >= 2 { return true }
        }
        return false
    }

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
