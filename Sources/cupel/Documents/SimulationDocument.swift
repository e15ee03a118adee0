import QualityControl

/// What a simulation found, as a table and as JSON.
struct SimulationDocument: Encodable {
    struct Alarms: Encodable {
        let decision: Int
        let support: Int
        let laboratory: String
        let failed: Double
        let warnedOrFailed: Double

        init(_ setting: SimulationSetting, _ laboratory: SimulatedLaboratory, _ rates: AlarmRates) {
            decision = setting.decision
            support = setting.support
            self.laboratory = laboratory.name
            failed = rates.failureRate
            warnedOrFailed = rates.warningRate
        }
    }

    struct Detection: Encodable {
        let decision: Int
        let support: Int
        let laboratory: String
        let medianResults: Int?
        let within5: Double
        let patience: Int

        init(_ setting: SimulationSetting, _ laboratory: SimulatedLaboratory, _ delays: DetectionDelays) {
            decision = setting.decision
            support = setting.support
            self.laboratory = laboratory.name
            medianResults = delays.median
            within5 = delays.share(within: 5)
            patience = delays.patience
        }
    }

    struct Alternative: Encodable {
        let decision: Int
        let support: Int
        let limits: String
        /// In the order of ``SimulationPlan/inControl``.
        let failed: [Double]
        /// In the order of ``SimulationPlan/disturbed``.
        let within5: [Double]

        init(_ setting: SimulationSetting, _ name: String, alarms: [AlarmRates], detections: [DetectionDelays]) {
            decision = setting.decision
            support = setting.support
            limits = name
            failed = alarms.map(\.failureRate)
            within5 = detections.map { $0.share(within: 5) }
        }
    }

    let policy: String
    let seed: UInt64
    let batches: Int
    let alarms: [Alarms]
    let detections: [Detection]
    var frontier: [Alternative] = []

    var text: String {
        var parts = [
            "Policy '\(policy)', seed \(seed): \(batches) batches of each good laboratory, \(max(1, batches / 5)) trials of "
                + "each bad one; three insertions a batch.",
            alarmTable, detectionTable,
        ]
        if !frontier.isEmpty { parts.append(frontierTable) }
        return parts.joined(separator: "\n\n")
    }

    private var alarmTable: String {
        var table = TextTable(["DECISION", "SUPPORT", "GOOD LABORATORY", "BATCHES FAILED", "WARNED OR FAILED"])
        for row in alarms {
            table.add([
                "\(row.decision)", "\(row.support)", row.laboratory, Self.percent(row.failed),
                Self.percent(row.warnedOrFailed),
            ])
        }
        return table.text
    }

    private var detectionTable: String {
        var table = TextTable(["DECISION", "SUPPORT", "BAD LABORATORY", "FOUND WITHIN 5 RESULTS", "MEDIAN"])
        for row in detections {
            table.add([
                "\(row.decision)", "\(row.support)", row.laboratory, Self.percent(row.within5),
                row.medianResults.map { "\($0)" } ?? "over \(row.patience)",
            ])
        }
        return table.text
    }

    private var frontierTable: String {
        var table = TextTable([
            "DECISION", "FAILING LIMITS", "GOOD FAILED, SD 1", "GOOD FAILED, SD 0.7", "2 SD FOUND WITHIN 5, SD 0.7",
            "SD 1",
        ])
        for row in frontier {
            table.add(
                ["\(row.decision)", row.limits] + (row.failed + row.within5).map(Self.percent)
            )
        }
        return table.text
    }

    /// To one decimal.
    private static func percent(_ part: Double) -> String {
        let tenths = Int((part * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
