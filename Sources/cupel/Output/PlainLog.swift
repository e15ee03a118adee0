import Logging

/// Log lines on standard error. The journal adds time and unit.
struct PlainLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    init(level: Logger.Level) { logLevel = level }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { Self.write(LogLine(event, metadata), event.level) }

    static func write(_ line: LogLine, _ level: Logger.Level) {
        // The prefix by which systemd knows the priority of a line (sd-daemon(3)); nothing on a terminal.
        Terminal.note((Terminal.errorIsTerminal ? "" : "<\(level.priority)>") + line.text)
    }
}

extension Logger.Level {
    /// As syslog numbers them.
    var priority: Int {
        switch self {
        case .critical: 2
        case .error: 3
        case .warning: 4
        case .notice: 5
        case .info: 6
        case .debug, .trace: 7
        }
    }
}
