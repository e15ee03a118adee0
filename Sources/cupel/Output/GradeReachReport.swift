import Geochemistry
import Ledger
import QualityControl

/// Grades of samples against certified values.
struct GradeReachReport: StatisticsReport {
    let reaches: [GradeReach]
    let rules: GradeCoverageRules

    var document: [Column] { reaches.map { Column($0, isShort: isShort($0)) } }

    private func isShort(_ reach: GradeReach) -> Bool {
        reach.above >= rules.samples && Double(reach.above) * 100 > rules.percent.approximate * Double(reach.samples)
    }

    struct Column: Encodable {
        let laboratory: String
        let method: String
        let analyte: String
        let unit: String
        let samples: Int
        let median: Double
        let highest: Double
        let lowestCertified: Double
        let highestCertified: Double
        let above: Int
        let short: Bool

        init(_ reach: GradeReach, isShort: Bool) {
            laboratory = reach.laboratory
            method = reach.method
            analyte = reach.analyte
            unit = reach.unit
            samples = reach.samples
            median = reach.median
            highest = reach.highest
            lowestCertified = reach.lowestCertified
            highestCertified = reach.highestCertified
            above = reach.above
            short = isShort
        }
    }

    var text: String {
        guard !reaches.isEmpty else { return StatisticsWords.noSamples }
        var table = TextTable([
            "LABORATORY", "ANALYTE", "METHOD", "UNIT", "SAMPLES", "MEDIAN", "HIGHEST", "CERTIFIED",
            "ABOVE \(rules.factor) x", "SHORT",
        ])
        for reach in reaches {
            table.add([
                reach.laboratory, reach.analyte, reach.method, reach.unit, "\(reach.samples)",
                StatisticsWords.number(reach.median), StatisticsWords.number(reach.highest),
                StatisticsWords.number(reach.lowestCertified) + " to " + StatisticsWords.number(reach.highestCertified),
                "\(reach.above)", isShort(reach) ? "yes" : "",
            ])
        }
        return table.text
    }
}
