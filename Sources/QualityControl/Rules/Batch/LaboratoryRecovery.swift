import Geochemistry

/// How much of the certified values the laboratory found in its own reference materials.
///
/// Recovery is 100 × measured / certified. A digestion that leaves part of an element in the rock recovers little of it
/// in every good batch, so this is a picture of the digestion before it is one of the laboratory. Certified values below
/// the policy's gate in detection limits are left out, because there the scatter alone makes such recoveries.
///
/// Source: 80 to 120 % in the d-benz scripts, with and without the gate of ten detection limits; of 499 results of an
/// aqua-regia batch 45 lie outside, 82 without the gate.
struct LaboratoryRecovery {
    struct Outlier {
        let result: QCResult
        let percent: ExactDecimal
    }

    /// Outside the window, in laboratory order, then by column.
    private(set) var outliers: [Outlier] = []
    /// Results with a number and a certified value above the gate.
    private(set) var evaluable = 0
    /// The same without the gate.
    private(set) var outliersUngated = 0
    private(set) var evaluableUngated = 0

    init(_ sheet: BatchSheet, rules: RecoveryRules) {
        let gates = Dictionary(
            sheet.columns.map { column in
                let multiple = sheet.policy.rules(for: sheet.subject(column)).laboratory.crm.detectionLimitGate
                return (column.index, column.detectionLimit.flatMap { try? $0 * multiple })
            },
            uniquingKeysWith: { first, _ in first }
        )
        for result in sheet.results where result.origin == .laboratory && result.kind == .crm {
            guard let value = result.value, let expected = result.expected, expected > 0,
                let hundredfold = try? value * 100, let low = try? expected * rules.lowest,
                let high = try? expected * rules.highest
            else { continue }
            let isOutside = hundredfold < low || hundredfold > high
            evaluableUngated += 1
            if isOutside { outliersUngated += 1 }
            if let gate = gates[result.columnIndex] ?? nil, expected < gate { continue }
            evaluable += 1
            if isOutside, let percent = hundredfold.divided(by: expected, scale: 0) {
                outliers.append(Outlier(result: result, percent: percent))
            }
        }
    }
}
