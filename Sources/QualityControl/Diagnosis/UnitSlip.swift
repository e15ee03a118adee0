import Geochemistry

/// Failed results that are right but for a factor: a wrong unit, a dilution that was not entered, an oxide reported as
/// its element.
///
/// The result times the factor must lie inside the failure window of the certified value, by exact comparison. Factors
/// of oxides lie near 1, where a plain bias lies too: there every reference material of the column must agree, and each
/// be more than 6 SD off, or three results agree.
struct UnitSlip {
    struct Result {
        let row: Int
        /// Place in the sheet's columns.
        let place: Int
        /// Result over expected value, or the second half of a pair over the first.
        let ratio: Double
        let distance: Double
    }

    let factor: SlipFactor
    /// Rows and columns that show the same factor; in laboratory order, then by column.
    let results: [Result]
    /// How many reference materials of the client have a judged result in these columns.
    let judgedRows: Int
    /// For pairs: the row of the original.
    var original: Int?

    var rows: [Int] { Set(results.map(\.row)).sorted() }
    var places: [Int] { Set(results.map(\.place)).sorted() }

    static func proposals(on desk: inout DiagnosisSheet, except explained: Set<Int>) -> [UnitSlip] {
        var found: [SlipFactor: [Result]] = [:]
        var forms: [SlipFactor: [Result]] = [:]
        for row in candidates(on: desk) where !explained.contains(row) {
            guard let material = desk.material(of: row) else { continue }
            let windows = desk.windows(of: material)
            for element in desk.likeness(of: row, to: material).elements where element.isBeyond {
                guard let window = windows[element.place], let ratio = element.ratio,
                    case .number(let value)? = desk.sheet.cell(sample: row, column: desk.sheet.columns[element.place])
                else { continue }
                let result = Result(row: row, place: element.place, ratio: ratio, distance: element.distance)
                if let factor = SlipFactor.power(of: value, window: window) {
                    found[factor, default: []].append(result)
                } else if let factor = SlipFactor.form(
                    of: value,
                    window: window,
                    column: desk.sheet.columns[element.place],
                    materials: desk.sheet.materials
                ) {
                    forms[factor, default: []].append(result)
                }
            }
        }
        let sure = sureForms(forms, on: &desk)
        for (factor, results) in sure { found[factor] = results }
        return grouped(credible(found, on: desk), on: &desk) + DuplicateSlip.proposals(on: desk)
    }

    /// Of a row that fails in many elements one ratio is near some factor by chance: a slip must explain half of what
    /// fails there, or show in two rows of its column.
    private static func credible(
        _ found: [SlipFactor: [Result]],
        on desk: DiagnosisSheet
    ) -> [SlipFactor: [Result]] {
        let failing = Dictionary(
            desk.failedMaterials.map { ($0.row, $0.claimed.beyond) },
            uniquingKeysWith: { first, _ in first }
        )
        var slips: [Int: Int] = [:]
        for result in found.values.joined() { slips[result.row, default: 0] += 1 }
        return found.mapValues { results in
            results.filter { result in
                (slips[result.row] ?? 0) * 2 >= (failing[result.row] ?? 0)
                    || results.count { $0.place == result.place } >= 2
            }
        }
    }

    /// Failed materials, and blanks with a certified background that failed.
    private static func candidates(on desk: DiagnosisSheet) -> [Int] {
        (desk.failedMaterials.map(\.row) + desk.failedBlanks).sorted()
    }

    /// Forms of which the columns agree in all their reference materials.
    private static func sureForms(
        _ forms: [SlipFactor: [Result]],
        on desk: inout DiagnosisSheet
    ) -> [SlipFactor: [Result]] {
        var sure: [SlipFactor: [Result]] = [:]
        // Several oxides in one row are one slip: the whole package was reported as elements.
        let whole = Dictionary(grouping: forms.values.joined(), by: \.row).filter { $0.value.count >= 3 }
        for (factor, results) in forms {
            for (place, group) in Dictionary(grouping: results, by: \.place) {
                let judged = judgedRows(of: [place], on: &desk)
                let agree = judged.allSatisfy { row in group.contains { $0.row == row } }
                let isFar = group.allSatisfy { $0.distance > 6 }
                guard agree, isFar || group.count >= 3 || group.allSatisfy({ whole[$0.row] != nil }) else { continue }
                sure[factor, default: []] += group
            }
        }
        return sure
    }

    /// Reference materials of the client with a judged result in one of these columns.
    private static func judgedRows(of places: [Int], on desk: inout DiagnosisSheet) -> [Int] {
        var rows: [Int] = []
        for row in desk.materialRows {
            guard let material = desk.material(of: row) else { continue }
            if desk.likeness(of: row, to: material).elements.contains(where: { places.contains($0.place) }) {
                rows.append(row)
            }
        }
        return rows
    }

    /// One proposal for the columns that the same rows show the same factor in.
    private static func grouped(
        _ found: [SlipFactor: [Result]],
        on desk: inout DiagnosisSheet
    ) -> [UnitSlip] {
        struct Key: Hashable {
            let factor: SlipFactor
            let rows: [Int]
        }
        var groups: [Key: [Result]] = [:]
        for (factor, results) in found {
            for (place, group) in Dictionary(grouping: results, by: \.place) {
                // A form names its element, so that every oxide of a package has a factor of its own.
                let key = Key(factor: factor, rows: group.map(\.row).sorted())
                groups[key, default: []] += results.filter { $0.place == place }
            }
        }
        var slips: [UnitSlip] = []
        for (key, results) in groups {
            let ordered = results.sorted { ($0.row, $0.place) < ($1.row, $1.place) }
            let judged = judgedRows(of: ordered.map(\.place), on: &desk)
            slips.append(UnitSlip(factor: key.factor, results: ordered, judgedRows: judged.count))
        }
        return slips.sorted { ($0.rows.first ?? 0, $0.places.first ?? 0) < ($1.rows.first ?? 0, $1.places.first ?? 0) }
    }

    /// Rows of which slips explain most of what failed.
    static func explainedRows(_ slips: [UnitSlip], on desk: DiagnosisSheet) -> [Int] {
        var counts: [Int: Int] = [:]
        for result in slips.filter({ $0.original == nil }).flatMap(\.results) { counts[result.row, default: 0] += 1 }
        return desk.failedMaterials.filter { (counts[$0.row] ?? 0) * 2 > $0.claimed.beyond }.map(\.row)
    }

    func finding(on desk: DiagnosisSheet) -> Finding {
        let row = rows.count == 1 ? rows.first : nil
        return desk.proposal(
            .unitSlip,
            row: row,
            reference: row.map { desk.material(of: $0)?.printed ?? desk.role($0).reference } ?? "",
            column: places.count == 1 ? places.first.map { desk.sheet.columns[$0] } : nil,
            message: QualityWords.unitSlip(self, on: desk)
        )
    }
}
