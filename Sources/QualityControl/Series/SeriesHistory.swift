/// What earlier certificates left behind: for each series, the tail of the certificate before this one.
public struct SeriesHistory: Sendable, Hashable {
    public var previous: [SeriesKey: SeriesTail]

    public init(_ tails: [SeriesTail] = []) {
        previous = Dictionary(tails.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
