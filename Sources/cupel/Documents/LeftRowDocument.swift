import Standards

/// A row that was not imported, and why; numbers as texts, as the source shows them.
struct LeftRowDocument: Encodable {
    let heading: String
    let constituent: String
    let unit: String
    let value: String
    let sd: String
    let place: String
    let code: String
    let reason: String

    init(_ row: LeftRow) {
        heading = row.heading
        constituent = row.constituent
        unit = row.unit
        value = row.value
        sd = row.sd
        place = row.place
        code = row.reason.code
        reason = row.reason.words
    }
}
