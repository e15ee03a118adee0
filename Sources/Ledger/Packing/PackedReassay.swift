import QualityControl

/// The re-assay list of a verdict: JSON array of `[position, sample, [analytes], [because]]`.
enum PackedReassay {
    static func json(_ list: [ReassaySample]) -> String {
        var json = PackedJSON()
        json.array { json in
            for sample in list {
                json.array { json in
                    json.number(sample.position)
                    json.string(sample.sample)
                    json.strings(sample.analytes)
                    json.strings(sample.because)
                }
            }
        }
        return json.text
    }
}
