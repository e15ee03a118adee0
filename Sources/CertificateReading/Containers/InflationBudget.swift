/// What a delivery may still inflate to. Declared sizes are never trusted: every piece is counted as it comes.
struct InflationBudget {
    let limits: ReadingLimits
    private let delivered: Int
    private var inflated = 0
    private var members = 0

    init(delivered: Int, limits: ReadingLimits) {
        self.delivered = delivered
        self.limits = limits
    }

    /// Bytes until the limit.
    var remaining: Int { max(0, limits.inflatedBytes - inflated) }

    /// Counts a piece, before memory is taken to keep it.
    ///
    /// - Parameter packed: the bytes of the delivery that were read for all pieces so far; nil where the container
    ///   does not tell, and its whole size counts. Packing within packing is measured against the delivery too.
    mutating func take(_ bytes: Int, packed: Int?) throws(ReadingRefusal) {
        inflated += bytes
        guard inflated <= limits.inflatedBytes else { throw .inflatesTooLarge(limit: limits.inflatedBytes) }
        let (allowed, overflow) = (packed ?? delivered).multipliedReportingOverflow(by: limits.inflationRatio)
        guard overflow || inflated - limits.freeInflatedBytes <= allowed else {
            throw .bomb(ratio: limits.inflationRatio)
        }
    }

    /// Counts an entry of an archive.
    mutating func takeMember() throws(ReadingRefusal) {
        members += 1
        guard members <= limits.members else { throw .tooManyMembers(limits.members) }
    }
}
