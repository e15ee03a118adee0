import Logging

/// Log lines on standard error: level, message, then each value with its name. The journal adds time and unit.
struct PlainLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    init(level: Logger.Level) { logLevel = level }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = "\(Self.priority(event.level))\(event.level.rawValue): \(event.message)"
        let values = metadata.merging(event.metadata ?? [:]) { _, new in new }
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { line += " \(name)=\(Self.quoted("\(value)"))" }
        Terminal.note(line.replacing("\n", with: " | "))
    }

    /// The prefix by which systemd knows the priority of a line (sd-daemon(3)); nothing on a terminal.
    private static func priority(_ level: Logger.Level) -> String {
        guard !Terminal.errorIsTerminal else { return "" }
        switch level {
        case .critical: return "<2>"
        case .error: return "<3>"
        case .warning: return "<4>"
        case .notice: return "<5>"
        case .info: return "<6>"
        case .debug, .trace: return "<7>"
        }
    }

    private static func quoted(_ value: String) -> String {
        value.contains(" ") || value.isEmpty ? "\"" + value.replacing("\"", with: "'") + "\"" : value
    }
}
