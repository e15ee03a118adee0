import Geochemistry
import QualityControl

/// The latest and the weakest stretch of samples for each kind of QC sample, in each sequence of a laboratory and a
/// project.
struct InsertionWindowReport: StatisticsReport {
    private struct Line {
        let laboratory: String
        let project: String
        let stretch: String
        let rate: InsertionRate
        let first: InsertedSample
        let last: InsertedSample
    }

    private let lines: [Line]

    /// - Parameters:
    ///   - samples: in the order of reports.
    ///   - length: instead of the policies'.
    init(_ samples: [InsertedSample], policies: InsertionPolicies, length: Int?) {
        var order: [[String]] = []
        var sequences: [[String]: [InsertedSample]] = [:]
        for sample in samples {
            let key = [sample.laboratory, sample.project]
            if sequences[key] == nil { order.append(key) }
            sequences[key, default: []].append(sample)
        }
        lines = order.flatMap { key in
            let sequence = sequences[key] ?? []
            guard let rates = policies.rules(for: key.last).rates else { return [Line]() }
            return Self.lines(of: sequence, rates: rates, length: length ?? rates.window)
        }
    }

    private static func lines(of sequence: [InsertedSample], rates: InsertionRates, length: Int) -> [Line] {
        let types = sequence.map(\.type)
        return QCKind.allCases.flatMap { kind in
            let stretches = [
                ("latest", InsertionWindow.latest(types, length: length)),
                ("weakest", InsertionWindow.weakest(kind, in: types, length: length)),
            ]
            return stretches.compactMap { name, window -> Line? in
                guard let window, let rate = window.tally.rate(of: kind, rates: rates),
                    let first = sequence.dropFirst(window.start).first,
                    let last = sequence.prefix(window.end).last
                else { return nil }
                return Line(
                    laboratory: first.laboratory,
                    project: first.project,
                    stretch: name,
                    rate: rate,
                    first: first,
                    last: last
                )
            }
        }
    }

    var document: [Stretch] {
        lines.map {
            Stretch(
                laboratory: $0.laboratory,
                project: $0.project,
                stretch: $0.stretch,
                samples: $0.rate.samples,
                rate: InsertionReport.Rate($0.rate),
                first: Place($0.first),
                last: Place($0.last)
            )
        }
    }

    struct Stretch: Encodable {
        let laboratory: String
        let project: String
        let stretch: String
        let samples: Int
        let rate: InsertionReport.Rate
        let first: Place
        let last: Place
    }

    struct Place: Encodable {
        let batch: String
        let sample: String

        init(_ sample: InsertedSample) {
            batch = sample.batch
            self.sample = sample.sample
        }
    }

    var text: String {
        guard !lines.isEmpty else { return StatisticsWords.noSamples }
        var table = TextTable([
            "LABORATORY", "PROJECT", "KIND", "STRETCH", "SAMPLES", "INSERTED", "FROM", "TO", "SHORT",
        ])
        for line in lines {
            table.add([
                line.laboratory, line.project.isEmpty ? StatisticsWords.unnamed : line.project,
                line.rate.kind.rawValue, line.stretch, "\(line.rate.samples)",
                "\(line.rate.inserted)" + (line.rate.reached.map { " (\($0) %)" } ?? ""),
                "\(line.first.sample) of \(line.first.batch)", "\(line.last.sample) of \(line.last.batch)",
                StatisticsWords.short([line.rate]),
            ])
        }
        return table.text
    }
}
