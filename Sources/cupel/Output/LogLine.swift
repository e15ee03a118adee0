import Intake
import Logging

/// What a log event says in one line: level, message, then each value with its name.
struct LogLine {
    let text: String
    /// The values that the line shows, by name, and the event that it tells of.
    let values: Logger.Metadata
    let event: Event?

    init(_ logged: LogEvent, _ metadata: Logger.Metadata) {
        var values = metadata.merging(logged.metadata ?? [:]) { _, new in new }
        event = values.removeValue(forKey: Event.key).flatMap { Event(rawValue: "\($0)") }
        var line = "\(logged.level.rawValue): \(logged.message)"
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { line += " \(name)=\(Self.quoted("\(value)"))" }
        text = Self.plain(line.replacing("\n", with: " | "))
        self.values = values
    }

    /// Without control characters, by which a cell of a certificate could write on a terminal what it likes.
    private static func plain(_ line: String) -> String {
        var plain = ""
        for scalar in line.unicodeScalars {
            plain.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
        }
        return plain
    }

    private static func quoted(_ value: String) -> String {
        value.contains(" ") || value.isEmpty ? "\"" + value.replacing("\"", with: "'") + "\"" : value
    }
}
