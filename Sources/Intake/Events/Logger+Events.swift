public import Logging

extension Event {
    /// Under which name an event stands among the values of a log line, for handlers that know it.
    public static let key = "event"
}

extension Logger {
    /// Tells of an event.
    /// - Parameters:
    ///   - level: another level than the event's own.
    ///   - values: `batch`, `laboratory`, `file`, `reason` ...; the journal gets each as a field of its own.
    public func tell(_ event: Event, at level: Logger.Level? = nil, _ values: Logger.Metadata = [:]) {
        log(
            level: level ?? event.level,
            "\(event.words)",
            metadata: values.merging([Event.key: "\(event.rawValue)"]) { _, name in name }
        )
    }
}
