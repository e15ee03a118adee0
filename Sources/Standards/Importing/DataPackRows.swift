import CertificateReading
import Geochemistry

/// The rows of a workbook's tables on their way to certified values.
struct DataPackRows {
    let analytes: AnalyteTable
    let options: ImportOptions
    let gates: PerformanceGates
    private let chosen: [String: DigestionClass]
    private(set) var headings: [Heading] = []
    private(set) var candidates: [Candidate] = []
    private(set) var left: [LeftRow] = []

    struct Heading {
        let text: String
        /// nil where its rows are left.
        let meaning: MethodHeading?
        var taken = 0
        var left = 0
    }

    /// A value that may be taken for one digestion.
    struct Candidate {
        let heading: Int
        let value: CertifiedValue
        /// As the source has it, for the case that it is left after all.
        let row: LeftRow
        let rank: Int
    }

    /// What came of all rows.
    struct Resolved {
        let values: [CertifiedValue]
        let left: [LeftRow]
        let headings: [ImportedHeading]
        /// Why headings are read as they are; in the order of headings that have values.
        let notes: [String]
    }

    init(analytes: AnalyteTable, options: ImportOptions, gates: PerformanceGates) {
        self.analytes = analytes
        self.options = options
        self.gates = gates
        chosen = Dictionary(
            options.headings.map { (MethodHeading.key($0), $1) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    // MARK: Certified values

    mutating func read(_ table: DataPackTable) {
        var heading: Int?
        for row in table.rows {
            switch table.row(row, analytes: analytes, chosen: Set(chosen.keys)) {
            case .blank: continue
            case .heading(let text, let stray):
                heading = self.heading(text)
                if !stray.isEmpty {
                    leave(.strayNumber, table, row, Constituent(text), under: heading, counts: false)
                }
            case .constituent(let constituent):
                take(constituent, table, row, under: heading)
            }
        }
    }

    private mutating func heading(_ text: String) -> Int {
        let key = MethodHeading.key(text)
        if let known = headings.firstIndex(where: { MethodHeading.key($0.text) == key && $0.text == text }) {
            return known
        }
        let meaning = chosen[key].map(MethodHeading.init(chosen:)) ?? MethodHeading(text)
        headings.append(Heading(text: text, meaning: meaning))
        return headings.count - 1
    }

    private mutating func take(_ constituent: Constituent, _ table: DataPackTable, _ row: Int, under heading: Int?) {
        let (figure, _) = table.sheet.figure(row: row, column: table.value, options.figures)
        let unit = Unit(printed: constituent.unit)
        func reason() -> LeftRow.Reason? {
            guard let heading, headings[heading].meaning != nil else { return .unknownHeading }
            if unit == .none { return .noUnit }
            if !unit.isMassFraction { return .notAMassFraction }
            return Self.reason(against: figure, unit: unit)
        }
        if let reason = reason() { return leave(reason, table, row, constituent, under: heading) }
        guard case .number(let value) = figure, let heading, let meaning = headings[heading].meaning else { return }
        let analyte: Analyte
        switch constituent.meaning(in: analytes) {
        case .analyte(let known): analyte = known
        case .part: return leave(.partOfElement, table, row, constituent, under: heading)
        case .several: return leave(.severalAnalytes, table, row, constituent, under: heading)
        case .unknown: return leave(.unknownAnalyte, table, row, constituent, under: heading)
        }
        let spread: (sd: ExactDecimal?, kind: String)
        switch self.spread(table, row, analyte: analyte, value: value, unit: unit, heading: headings[heading].text) {
        case .success(let found): spread = found
        case .failure(let refusal): return leave(refusal.reason, table, row, constituent, under: heading)
        }
        var digestions = meaning.digestions
        // Thermogravimetry measures other losses, too; a loss on ignition is one under whatever heading it stands.
        if analyte.symbol == "LOI" {
            digestions = [.lossOnIgnition]
        } else if digestions == [.lossOnIgnition] {
            return leave(.notLossOnIgnition, table, row, constituent, under: heading)
        }
        for digestion in digestions {
            let certified = CertifiedValue(
                analyte: analyte,
                digestion: digestion,
                unit: unit,
                value: value,
                sd: spread.sd,
                kind: spread.sd == nil ? .indicative : .certified,
                sdKind: spread.sd == nil ? "" : spread.kind,
                method: headings[heading].text,
                place: table.place(row)
            )
            let source = leftRow(.noValue, table, row, constituent, under: heading)
            candidates.append(Candidate(heading: heading, value: certified, row: source, rank: meaning.rank))
        }
    }

    private struct SpreadRefusal: Error { let reason: LeftRow.Reason }

    /// The SD of a row, from its table or from the gates, and its kind.
    private func spread(
        _ table: DataPackTable,
        _ row: Int,
        analyte: Analyte,
        value: ExactDecimal,
        unit: Unit,
        heading: String
    ) -> Result<(sd: ExactDecimal?, kind: String), SpreadRefusal> {
        let own = table.sheet.figure(row: row, column: table.sd, options.figures).figure
        let others = table.kind == .gates ? [] : gates[heading, analyte, unit]
        var sd: ExactDecimal?
        switch own {
        case .number(let number):
            if number.isNegative { return .failure(SpreadRefusal(reason: .negativeSD)) }
            if number.isZero { return .failure(SpreadRefusal(reason: .zeroSD)) }
            sd = number
        case .empty, .word, .below, .approximate: break
        case .above, .spreadsheetError, .notANumber: return .failure(SpreadRefusal(reason: .sdNotANumber))
        }
        if table.kind == .gates { return .success((sd, PerformanceGates.sdKind(table.title))) }
        guard let first = others.first else { return .success((sd, PerformanceGates.sdKind(table.title))) }
        let agreeing = others.first { $0.value == value && (sd == nil || $0.sd == sd) }
        guard let gate = agreeing else {
            let said = first.sd.map { "\($0)" } ?? "none"
            let reason = LeftRow.Reason.gatesContradict(place: first.place, value: "\(first.value)", sd: said)
            return .failure(SpreadRefusal(reason: reason))
        }
        if sd == nil, table.sd == nil, let found = gate.sd, found > 0 { sd = found }
        return .success((sd, gate.sdKind))
    }

    /// Why a value cannot be certified; nil for a sound number.
    private static func reason(against figure: PrintedFigure, unit: Unit) -> LeftRow.Reason? {
        guard case .number(let value) = figure else { return figure.reasonToLeave }
        if value.isNegative { return .negativeValue }
        if value.isZero { return .zeroValue }
        return MaterialReader.isMoreThanAll(value, unit) ? .moreThanAll : nil
    }

    // MARK: Rows that are left

    private mutating func leave(
        _ reason: LeftRow.Reason,
        _ table: DataPackTable,
        _ row: Int,
        _ constituent: Constituent,
        under heading: Int?,
        counts: Bool = true
    ) {
        left.append(leftRow(reason, table, row, constituent, under: heading))
        if counts, let heading { headings[heading].left += 1 }
    }

    private func leftRow(
        _ reason: LeftRow.Reason,
        _ table: DataPackTable,
        _ row: Int,
        _ constituent: Constituent,
        under heading: Int?
    ) -> LeftRow {
        LeftRow(
            heading: heading.map { headings[$0].text } ?? "",
            constituent: constituent.name,
            unit: constituent.unit,
            value: table.value.map { table.sheet.text(row: row, column: $0) } ?? "",
            sd: table.sd.map { table.sheet.text(row: row, column: $0) } ?? "",
            place: table.place(row),
            reason: reason
        )
    }

    /// Indicative values stand three to a row: constituent, unit, value.
    mutating func readIndicative(_ table: DataPackTable) {
        let sheet = table.sheet
        var heading = ""
        for row in table.rows {
            let cells = (table.constituent..<max(table.constituent, sheet.cellCount(row: row)))
                .map { sheet.text(row: row, column: $0) }
            guard let first = cells.first, !first.isEmpty else { continue }
            if cells.dropFirst().allSatisfy(\.isEmpty) {
                heading = first
                continue
            }
            for start in stride(from: 0, to: cells.count - 2, by: 3) where !cells[start].isEmpty {
                left.append(
                    LeftRow(
                        heading: heading,
                        constituent: cells[start],
                        unit: cells[start + 1],
                        value: cells[start + 2],
                        sd: "",
                        place: table.place(row),
                        reason: .indicative
                    )
                )
            }
        }
    }
}
