import Geochemistry

/// A failed pair whose halves differ by a factor of ten and nothing else: a dilution that was not entered for one.
///
/// Grades of neighbouring splits differ tenfold by nature too, a nugget in one of them. So the rest of the difference
/// must be within the limit of pulps, and two elements must show the same factor, or the pair be of one powder.
enum DuplicateSlip {
    static func proposals(on desk: DiagnosisSheet) -> [UnitSlip] {
        let percent = desk.sheet.policy.duplicate.pulp.percent
        let parentage = Parentage(desk.sheet.certificate.samples, roles: desk.sheet.roles)
        let places = Dictionary(
            desk.sheet.columns.enumerated().map { ($0.element.index, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        var slips: [UnitSlip] = []
        let failed = desk.sheet.results.filter {
            $0.origin == .client && $0.kind == .duplicate && ($0.outcome == .fail || $0.outcome == .warn)
        }
        for (row, results) in Dictionary(grouping: failed, by: \.sampleIndex).sorted(by: { $0.key < $1.key }) {
            guard let parent = parentage.parent(of: row, role: desk.role(row)) else { continue }
            var found: [SlipFactor: [UnitSlip.Result]] = [:]
            for result in results {
                guard let first = result.expected, let second = result.value, let place = places[result.columnIndex],
                    let factor = SlipFactor.power(from: first, to: second, percent: percent),
                    let ratio = second.approximateRatio(to: first)
                else { continue }
                found[factor, default: []].append(
                    UnitSlip.Result(row: row, place: place, ratio: ratio, distance: .infinity)
                )
            }
            let isPowder = desk.role(row).kind == .pulpDuplicate
            for (factor, results) in found.sorted(by: { ($0.value.first?.place ?? 0) < ($1.value.first?.place ?? 0) })
            where isPowder || results.count >= 2 {
                slips.append(UnitSlip(factor: factor, results: results, judgedRows: 0, original: parent))
            }
        }
        return slips
    }
}
