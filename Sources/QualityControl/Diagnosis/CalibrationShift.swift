import Geochemistry

/// One element failing in many reference materials, all on one side: the calibration of that element, and nothing that
/// happened to a single sample.
///
/// Source: the pattern words of quality control (one standard in many elements is a mix-up or a weighing, one element in
/// many standards a calibration). At least two insertions, and two thirds of those that were judged.
struct CalibrationShift {
    struct Column {
        /// Place in the sheet's columns.
        let place: Int
        /// Rows that fail, in laboratory order.
        let rows: [Int]
        /// Insertions with a judged result.
        let judged: Int
        /// Result over certified value, least and most.
        let least: Double
        let most: Double
    }

    /// Columns of one method.
    let columns: [Column]

    static func proposals(
        on desk: inout DiagnosisSheet,
        slips: [UnitSlip],
        except explained: Set<Int>
    ) -> [CalibrationShift] {
        guard desk.failedMaterials.count >= 2 else { return [] }
        let slipped = Set(slips.filter { $0.original == nil }.flatMap(\.places))
        var elements: [Int: [(row: Int, element: Likeness.Element)]] = [:]
        for row in desk.materialRows where !explained.contains(row) {
            guard let material = desk.material(of: row) else { continue }
            for element in desk.likeness(of: row, to: material).elements where !slipped.contains(element.place) {
                elements[element.place, default: []].append((row, element))
            }
        }
        var byMethod: [Int: [Column]] = [:]
        for (place, found) in elements.sorted(by: { $0.key < $1.key }) {
            let beyond = found.filter { $0.element.isBeyond && $0.element.ratio != nil }
            let ratios = beyond.compactMap(\.element.ratio)
            guard beyond.count >= 2, beyond.count * 3 >= found.count * 2, let least = ratios.min(),
                let most = ratios.max(), most < 1 || least > 1
            else { continue }
            byMethod[desk.sheet.columns[place].methodNumber, default: []].append(
                Column(place: place, rows: beyond.map(\.row), judged: found.count, least: least, most: most)
            )
        }
        return byMethod.sorted { $0.key < $1.key }.map { CalibrationShift(columns: $0.value) }
    }

    func finding(on desk: DiagnosisSheet) -> Finding {
        let only = columns.count == 1 ? columns.first.map { desk.sheet.columns[$0.place] } : nil
        let method = columns.first.map { desk.sheet.columns[$0.place].method } ?? ""
        var finding = desk.proposal(
            .calibrationShift,
            row: nil,
            column: only,
            message: QualityWords.calibrationShift(self, on: desk)
        )
        finding.method = method
        return finding
    }
}
