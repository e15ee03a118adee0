import Geochemistry

/// One reference material failing in many elements that no other explanation covers.
///
/// Where all results of one digestion are off by one common factor, the digested mass or the volume was wrong: each
/// result divided by the factor lies within 3 SD. Where they are off by unlike factors, the material is not what it is
/// said to be, or was contaminated.
struct RowPattern {
    enum Cause {
        /// The factor with the least and the most of single ratios, and how many elements of the digestion agree.
        case weighing(common: Double, least: Double, most: Double, agreeing: Int, digestion: DigestionClass)
        case mixUp(least: Double, most: Double)
    }

    let row: Int
    let claimed: Likeness
    let cause: Cause
    /// How many elements fail, and of how many; of the digestion for a weighing.
    let failing: Int
    let judged: Int

    static func proposals(
        on desk: DiagnosisSheet,
        shifts: [CalibrationShift],
        slips: [UnitSlip],
        except explained: Set<Int>
    ) -> [RowPattern] {
        struct Cell: Hashable {
            let row: Int
            let place: Int
        }
        var settled = Set(
            shifts.flatMap { $0.columns.flatMap { column in column.rows.map { Cell(row: $0, place: column.place) } } }
        )
        settled.formUnion(slips.flatMap { $0.results.map { Cell(row: $0.row, place: $0.place) } })
        return desk.failedMaterials.filter { !explained.contains($0.row) }.flatMap { failed -> [RowPattern] in
            let open = failed.claimed.elements.filter { !settled.contains(Cell(row: failed.row, place: $0.place)) }
            let weighings = weighings(failed, open, on: desk)
            return weighings.isEmpty ? mixUp(failed, open).map { [$0] } ?? [] : weighings
        }
    }

    private static func weighings(
        _ failed: DiagnosisSheet.FailedMaterial,
        _ open: [Likeness.Element],
        on desk: DiagnosisSheet
    ) -> [RowPattern] {
        let byDigestion = Dictionary(grouping: open) { desk.sheet.columns[$0.place].digestion }
        return DigestionClass.allCases.compactMap { digestion in
            guard let elements = byDigestion[digestion] else { return nil }
            let failing = elements.count { $0.isBeyond }
            let ratios = elements.compactMap(\.ratio)
            let common = Likeness.median(of: ratios)
            guard failing >= Likeness.enoughElements, ratios.count == elements.count, common > 0,
                let least = ratios.min(), let most = ratios.max()
            else { return nil }
            let agreeing = elements.count { element in
                guard let ratio = element.ratio else { return false }
                return abs(ratio / common - 1) <= 3 * element.relativeSD
            }
            let oneSide = elements.count { (($0.ratio ?? 1) < 1) == (common < 1) }
            guard agreeing * 10 >= elements.count * 9, oneSide * 10 >= elements.count * 9 else { return nil }
            return RowPattern(
                row: failed.row,
                claimed: failed.claimed,
                cause: .weighing(common: common, least: least, most: most, agreeing: agreeing, digestion: digestion),
                failing: failing,
                judged: elements.count
            )
        }
    }

    private static func mixUp(
        _ failed: DiagnosisSheet.FailedMaterial,
        _ open: [Likeness.Element]
    ) -> RowPattern? {
        let beyond = open.filter(\.isBeyond)
        let ratios = beyond.compactMap(\.ratio)
        guard beyond.count >= Likeness.enoughElements, beyond.count * 2 >= failed.claimed.count,
            let least = ratios.min(), let most = ratios.max()
        else { return nil }
        return RowPattern(
            row: failed.row,
            claimed: failed.claimed,
            cause: .mixUp(least: least, most: most),
            failing: beyond.count,
            judged: failed.claimed.count
        )
    }

    func finding(on desk: DiagnosisSheet) -> Finding {
        let rule: RuleName =
            switch cause {
            case .weighing: .crmWeighing
            case .mixUp: .crmMixUp
            }
        return desk.proposal(
            rule,
            row: row,
            reference: claimed.material.printed,
            message: QualityWords.rowPattern(self, on: desk)
        )
    }
}
