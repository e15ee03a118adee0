/// What stands before a certificate: for each of its series, the segments of earlier certificates, oldest first.
public struct SeriesHistory: Sendable, Hashable {
    /// How many insertions before a certificate anything looks at, and so how many after a late one are looked at again.
    /// Enough for own limits from twenty results and for thirty results held against them.
    public static let reach = 60

    public var segments: [SeriesKey: [SeriesSegment]]

    /// - Parameter segments: oldest first.
    public init(_ segments: [SeriesSegment] = []) {
        self.segments = Dictionary(grouping: segments, by: \.key)
    }
}
