import QualityControl

/// The results of one composite under one verdict, packed into a JSON array of arrays, a sample each:
///
/// `[position, origin, kind, reference, value, lowest, highest, expected, sd, z, lower_limit, upper_limit, outcome, rule,
/// note]`
///
/// Every element but the position is text as judged, or null.
enum PackedComposites {
    static func json(_ results: [CompositeResult]) -> String {
        var json = PackedJSON(reserving: results.count * 96)
        json.array { json in
            for result in results {
                json.array { json in
                    json.number(result.sampleIndex + 1)
                    json.string(result.origin.rawValue)
                    json.string(result.kind?.rawValue)
                    json.string(result.reference)
                    json.decimal(result.value)
                    json.decimal(result.lowest)
                    json.decimal(result.highest)
                    json.decimal(result.expected)
                    json.decimal(result.sd)
                    json.double(result.z)
                    json.decimal(result.lowerLimit)
                    json.decimal(result.upperLimit)
                    json.string(result.outcome?.rawValue)
                    json.string(result.rule?.rawValue)
                    json.string(result.note)
                }
            }
        }
        return json.text
    }
}
