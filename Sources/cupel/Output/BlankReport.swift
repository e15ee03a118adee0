import Ledger
import QualityControl

/// Blanks, counted by laboratory, method, analyte, origin and kind.
struct BlankReport: StatisticsReport {
    private struct Key: Hashable, Comparable {
        let words: [String]

        init(_ record: BlankRecord) {
            words = [
                record.laboratory, record.method, record.analyte, record.unit, record.origin.rawValue, record.subtype,
            ]
        }

        static func < (left: Key, right: Key) -> Bool { left.words.lexicographicallyPrecedes(right.words) }
    }

    private let lines: [(words: [String], tally: BlankTally)]

    init(_ records: [BlankRecord]) {
        var tallies: [Key: BlankTally] = [:]
        for record in records { tallies[Key(record), default: BlankTally()].add(record.entry) }
        lines = tallies.filter { $0.value.results > 0 }.sorted { $0.key < $1.key }
            .map { (words: $0.key.words, tally: $0.value) }
    }

    var document: [Line] { lines.map { Line($0.words, $0.tally) } }

    struct Line: Encodable {
        let laboratory: String
        let method: String
        let analyte: String
        let unit: String
        let origin: String
        let subtype: String
        let results: Int
        let withDetectionLimit: Int
        let aboveDetectionLimit: Int
        let aboveThreeDetectionLimits: Int
        let aboveFiveDetectionLimits: Int
        let failed: Int
        let warned: Int
        let raisedDetectionLimit: Int
        let carryOver: Int
        let contamination: Int

        init(_ words: [String], _ tally: BlankTally) {
            laboratory = words[0]
            method = words[1]
            analyte = words[2]
            unit = words[3]
            origin = words[4]
            subtype = words[5]
            results = tally.results
            withDetectionLimit = tally.withLimit
            aboveDetectionLimit = tally.aboveLimit
            aboveThreeDetectionLimits = tally.aboveThree
            aboveFiveDetectionLimits = tally.aboveFive
            failed = tally.failures
            warned = tally.warnings
            raisedDetectionLimit = tally.raisedLimits
            carryOver = tally.carryOvers
            contamination = tally.contaminations
        }
    }

    var text: String {
        guard !lines.isEmpty else { return StatisticsWords.noSamples }
        var table = TextTable([
            "LABORATORY", "METHOD", "ANALYTE", "UNIT", "ORIGIN", "KIND", "N", "> DL", "> 3 DL", "> 5 DL", "FAILED",
            "WARNED", "RAISED", "CARRIED", "CONTAMINATED",
        ])
        for (words, tally) in lines {
            table.add(
                words.prefix(5) + [
                    words[5].isEmpty ? "blank" : words[5], "\(tally.results)",
                    StatisticsWords.percent(tally.percent(tally.aboveLimit)),
                    StatisticsWords.percent(tally.percent(tally.aboveThree)),
                    StatisticsWords.percent(tally.percent(tally.aboveFive)), "\(tally.failures)", "\(tally.warnings)",
                    "\(tally.raisedLimits)", "\(tally.carryOvers)", "\(tally.contaminations)",
                ]
            )
        }
        return table.text
    }
}
