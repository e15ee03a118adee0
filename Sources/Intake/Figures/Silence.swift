/// How long no certificate has come, held against how often one is expected.
public struct Silence: Sendable, Equatable {
    /// At least one certificate is expected in as many days.
    public let limitDays: Int
    public let seconds: Int64
    /// When the last one was taken in (UTC); nil where there never was one.
    public let last: String?
    /// The wall clock stands before the last certificate: somebody has set it.
    public let isClockBehind: Bool

    public var isSilent: Bool { seconds > Int64(limitDays) * 86_400 }

    public var words: String {
        let expected = "expected at least one every \(limitDays == 1 ? "day" : "\(limitDays)")"
        let days = seconds / 86_400
        let passed = days == 1 ? "1 day" : "\(days) days"
        guard let last else {
            return (days == 0 ? "no certificate has come yet" : "no certificate has come for \(passed)")
                + "; \(expected)"
        }
        if isClockBehind {
            return "the clock stands before the last certificate (\(last)); "
                + (days == 0 ? "days cannot be counted" : "the program has run \(passed) without one; \(expected)")
        }
        return (days == 0 ? "the last certificate is younger than a day" : "no certificate has come for \(passed)")
            + "; \(expected)"
    }
}

/// Measures ``Silence`` by two clocks, because a wall clock may be set: a value that is told times and answers.
///
/// While the program runs the monotonic clock counts from the certificate that it saw come. For one that came before the
/// start there is the wall clock only; where that stands before the certificate, the days count from the start.
public struct SilenceClock: Sendable {
    public let limitDays: Int
    private let startedAt: Int64
    private var last: String??
    private var heardAt: Int64?

    /// - Parameter startedAt: seconds of a monotonic clock.
    public init(limitDays: Int, startedAt: Int64) {
        self.limitDays = limitDays
        self.startedAt = startedAt
    }

    /// - Parameters:
    ///   - last: when the last certificate was taken in, in UTC.
    ///   - wall: seconds since 1970.
    ///   - monotonic: seconds of the clock of ``init(limitDays:startedAt:)``.
    public mutating func look(last: String?, wall: Int64, monotonic: Int64) -> Silence {
        if let before = self.last, before != last { heardAt = monotonic }
        self.last = .some(last)
        let moment = last.flatMap(UTCTime.seconds)
        let isBehind = moment.map { $0 > wall &+ 60 } ?? false
        let running = monotonic &- startedAt
        let seconds: Int64 =
            if let heardAt { monotonic &- heardAt } else { max(running, moment.map { wall &- $0 } ?? running) }
        return Silence(
            limitDays: limitDays,
            seconds: max(seconds, 0),
            last: last,
            isClockBehind: isBehind && heardAt == nil
        )
    }
}
