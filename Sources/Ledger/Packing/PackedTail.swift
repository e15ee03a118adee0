import QualityControl

/// What a series tail carries beside its key: JSON array of `[analyte, unit, side, length]`, sorted, so that equal tails are
/// equal texts.
enum PackedTail {
    static func json(_ tail: SeriesTail) -> String {
        var json = PackedJSON()
        let columns = tail.beyondWarning.sorted { ($0.key.analyte, $0.key.unit) < ($1.key.analyte, $1.key.unit) }
        json.array { json in
            for (column, run) in columns {
                json.array { json in
                    json.string(column.analyte)
                    json.string(column.unit)
                    json.string(run.side.rawValue)
                    json.number(run.length)
                }
            }
        }
        return json.text
    }
}
