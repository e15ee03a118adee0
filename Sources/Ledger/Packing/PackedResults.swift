import QualityControl

/// The results of one QC sample under one verdict, packed into a JSON array of arrays, a result each:
///
/// `[column, reported, value, expected, sd, z, bias_percent, difference_percent, lower_limit, upper_limit, tier,
/// outcome, rule, note]`
///
/// `column` is the number of the certificate's column, from 0; every other element is text as judged, or null.
struct PackedResults {
    /// What the results of one row have in common.
    struct Row: Equatable {
        var position: Int
        var origin: QCOrigin
        var kind: QCKind
        var subtype: String
        var reference: String

        init(_ result: QCResult) {
            position = result.sampleIndex + 1
            origin = result.origin
            kind = result.kind
            subtype = result.subtype
            reference = result.reference
        }
    }

    /// Neighbours that belong to the same QC sample, in their order.
    struct Run {
        let row: Row
        let results: ArraySlice<QCResult>
    }

    let row: Row
    let results: String

    init(_ run: Run) {
        row = run.row
        results = Self.json(run.results)
    }

    static func runs(of results: [QCResult]) -> [Run] {
        var runs: [Run] = []
        var start = 0
        while start < results.count {
            let row = Row(results[start])
            var end = start + 1
            while end < results.count, Row(results[end]) == row { end += 1 }
            runs.append(Run(row: row, results: results[start..<end]))
            start = end
        }
        return runs
    }

    private static func json(_ results: ArraySlice<QCResult>) -> String {
        var json = PackedJSON(reserving: results.count * 128)
        json.array { json in
            for result in results {
                json.array { json in
                    json.number(result.columnIndex)
                    json.string(result.reported)
                    json.decimal(result.value)
                    json.decimal(result.expected)
                    json.decimal(result.sd)
                    json.double(result.z)
                    json.double(result.biasPercent)
                    json.double(result.differencePercent)
                    json.decimal(result.lowerLimit)
                    json.decimal(result.upperLimit)
                    json.string(result.tier.rawValue)
                    json.string(result.outcome.rawValue)
                    json.string(result.rule.rawValue)
                    json.string(result.note)
                }
            }
        }
        return json.text
    }
}
