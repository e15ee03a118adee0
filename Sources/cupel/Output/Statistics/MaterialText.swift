import Geochemistry
import Ledger
import QualityControl

/// Two tables of reference materials, one for each chart.
struct MaterialText {
    private let histories: [MaterialHistory]

    init(_ histories: [MaterialHistory]) { self.histories = histories }

    var text: String {
        guard !histories.isEmpty else { return StatisticsWords.noSamples }
        var text = "ACCURACY: against the certified value and the certificate's SD\n" + accuracy
        let stable = histories.filter { $0.stability != nil }
        text += "\n\nSTABILITY: against the median and robust SD of the series itself; it hides no bias\n"
        text += stable.isEmpty ? "no series has enough results for limits of its own" : stability(stable)
        let few = histories.count - stable.count
        if few > 0, !stable.isEmpty { text += "\n\(few) more series have too few results for limits of their own" }
        return text
    }

    private var accuracy: String {
        var table = TextTable(
            Self.names + [
                "N", "FROM", "TO", "CERTIFIED", "SD", "MEAN", "BIAS %", "P", "LATEST", "BIAS %", "P", "> 2 SD",
                "CHANCE",
                "> 3 SD", "RUNS",
            ]
        )
        for history in histories {
            let found = history.accuracy
            let runs = found.runs.map { "\($0.rule.rawValue) \($0.hits)" }.joined(separator: ", ")
            table.add(
                names(history) + [
                    "\(history.numbers)", history.period?.from.description ?? Figure.none,
                    history.period?.to.description ?? Figure.none, history.key.certified.description,
                    history.key.sd?.description ?? Figure.none, Figure.significant(found.bias?.mean, digits: 4),
                    Figure.text(found.bias?.percent, decimals: 2), Figure.probability(found.bias?.p),
                    found.latest.map { "\($0.count)" } ?? Figure.none,
                    Figure.text(found.latest?.percent, decimals: 2), Figure.probability(found.latest?.p),
                    found.beyondTwo.map(String.init) ?? Figure.none, Figure.text(found.expectedBeyondTwo),
                    found.beyondThree.map(String.init) ?? Figure.none, runs.isEmpty ? Figure.none : runs,
                ]
            )
        }
        return table.text
    }

    private func stability(_ histories: [MaterialHistory]) -> String {
        var table = TextTable(
            Self.names + [
                "N", "MEDIAN", "OWN SD", "OWN RSD %", "CERTIFICATE RSD %", "BEYOND", "CUSUM", "EWMA", "SLOPE", "P",
            ]
        )
        for history in histories {
            guard let found = history.stability else { continue }
            table.add(
                names(history) + [
                    "\(found.centre.count)", Figure.significant(found.centre.median, digits: 4),
                    Figure.significant(found.centre.spread), Figure.text(found.relativeSD, decimals: 2),
                    Figure.text(history.certifiedRelativeSD, decimals: 2),
                    "\(found.beyond) (> \(StatisticsWords.number(found.limit)) SD)", Self.side(found.cusum),
                    Self.side(found.ewma), Figure.significant(found.trend?.senSlope),
                    Figure.probability(found.trend?.p),
                ]
            )
        }
        return table.text
    }

    private static let names = ["MATERIAL", "ANALYTE", "UNIT", "METHOD", "LABORATORY", "QC"]

    private func names(_ history: MaterialHistory) -> [String] {
        let key = history.key
        return [key.material, key.analyte, key.unit, key.method, key.laboratory, key.origin.rawValue]
    }

    private static func side(_ side: Side?) -> String {
        switch side {
        case .above: "up"
        case .below: "down"
        case nil: Figure.none
        }
    }
}
