import Geochemistry

/// Which materials of the library a row may be: one pass over its columns, counting for each material the elements
/// that lie near its certified value and those that lie far from it.
///
/// A sieve with wide meshes, in Double: what it lets through is compared exactly by ``Likeness``.
enum LibraryScan {
    /// What one material has been seen to be, so far.
    private struct Tally {
        var elements = 0
        var within1 = 0
        var within2 = 0
        var beyond = 0
        /// The last column that counted, because a material may have several values for one.
        var column = -1
        var rank = Int.max
        var distance = 0.0
    }

    /// The materials that the row is worth comparing with, in the order of the library.
    static func candidates(for row: Int, in sheet: BatchSheet) -> [MaterialName] {
        let library = sheet.materials
        var tallies = [Tally](repeating: Tally(), count: library.materials.count)
        for (place, column) in sheet.columns.enumerated() where column.tier != .information {
            guard let cell = sheet.cell(sample: row, column: column), let bounds = Bounds(cell, column) else {
                continue
            }
            tally(bounds, column: column, place: place, sheet: sheet, into: &tallies)
        }
        return tallies.indices.filter { mayBe(tallies[$0]) }.map { library.materials[$0].name }
    }

    /// What a cell says of the true value.
    private struct Bounds {
        var lowest: Double
        var highest: Double

        init?(_ cell: ReportedValue, _ column: JudgedColumn) {
            switch cell {
            case .number(let value): (lowest, highest) = (value.approximate, value.approximate)
            case .below(let limit?): (lowest, highest) = (-.infinity, limit.approximate)
            case .above(let limit): (lowest, highest) = (limit.approximate, .infinity)
            case .below(nil), .noResult, .unreadable: return nil
            }
        }

        /// From the nearest value that it allows.
        func distance(to center: Double) -> Double { max(lowest - center, center - highest, 0) }

        var isNumber: Bool { lowest == highest }
    }

    private static func tally(
        _ bounds: Bounds,
        column: JudgedColumn,
        place: Int,
        sheet: BatchSheet,
        into tallies: inout [Tally]
    ) {
        let library = sheet.materials
        let rules = sheet.policy.crm
        let gate = (column.detectionLimit?.approximate ?? 0) * rules.detectionLimitGate.approximate
        let unusable = rules.unusableRSDPercent.approximate / 100
        let percent = rules.failPercent.approximate / 100 / max(rules.failSD.approximate, 1)
        let failSD = rules.failSD.approximate
        var scales: [Scale] = []
        for entry in library.index.entries(of: column.element, after: column.digestion) {
            guard entry.kind != .indicative else { continue }
            if !scales.contains(where: { $0.source == entry.source }) {
                scales.append(Scale(entry.source, column: column, library: library))
            }
            guard let scale = scales.first(where: { $0.source == entry.source }), let factor = scale.factor else {
                continue
            }
            let center = entry.value * factor
            let sd = (entry.sd ?? entry.value * percent) * factor
            // The meshes are a little wider than the rules, for what rounding does.
            guard center >= gate * 0.999, sd > 0, sd <= center * unusable * 1.001 else { continue }
            let distance = bounds.distance(to: center) / sd
            // Censored and consistent proves nothing; the window may reach to the other side of the limit.
            if !bounds.isNumber, distance <= failSD { continue }
            let rank = scale.rank + (entry.kind == .certified ? 0 : 4)
            add(distance, rank: rank, place: place, failSD: failSD, to: &tallies[entry.material])
        }
    }

    /// How values of one source become those of a column; few sources stand in a column.
    private struct Scale {
        let source: Int
        /// nil where they do not convert.
        let factor: Double?
        /// Which value of a material counts, as ``MaterialLibrary/match(_:analyte:digestion:unit:)`` has it.
        let rank: Int

        init(_ number: Int, column: JudgedColumn, library: MaterialLibrary) {
            source = number
            let printed = library.index.sources[number]
            let conversion = Conversion(
                from: (printed.analyte, printed.unit),
                to: (column.analyte, column.unit),
                analytes: library.analytes
            )
            factor = conversion.flatMap { $0.ratio.numerator.approximateRatio(to: $0.ratio.denominator) }
            rank = (printed.analyte == column.analyte ? 0 : 2) + (printed.unit == column.unit ? 0 : 1)
        }
    }

    private static func add(_ distance: Double, rank: Int, place: Int, failSD: Double, to tally: inout Tally) {
        if tally.column == place {
            guard rank < tally.rank else { return }
            count(tally.distance, -1, failSD: failSD, in: &tally)
        }
        tally.column = place
        tally.rank = rank
        tally.distance = distance
        count(distance, 1, failSD: failSD, in: &tally)
    }

    private static func count(_ distance: Double, _ step: Int, failSD: Double, in tally: inout Tally) {
        tally.elements += step
        if distance < 1.001 { tally.within1 += step }
        if distance < 2.001 { tally.within2 += step }
        if distance > failSD * 1.001 { tally.beyond += step }
    }

    /// The limits of ``Likeness/isAlike``, never stricter.
    private static func mayBe(_ tally: Tally) -> Bool {
        guard tally.elements >= Likeness.enoughElements else { return tally.elements > 0 && tally.beyond == 0 }
        return tally.within1 * 2 >= tally.elements && tally.beyond * 5 <= tally.elements
            || tally.beyond == 0 && tally.within2 * 2 >= tally.elements
    }
}
