import CupelService
import Foundation
import Intake
import Logging

/// Log events as entries of the journal, each value a field. What the journal does not take is a line on standard error.
struct JournalLog: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    private let socket: JournalSocket

    init(_ socket: JournalSocket, level: Logger.Level) {
        self.socket = socket
        logLevel = level
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let line = LogLine(event, metadata)
        if !socket.send(entry(line, event.level)) { PlainLog.write(line, event.level) }
    }

    private func entry(_ line: LogLine, _ level: Logger.Level) -> JournalEntry {
        var entry = JournalEntry()
        entry.add("MESSAGE", line.text)
        entry.add("PRIORITY", "\(level.priority)")
        entry.add("SYSLOG_IDENTIFIER", "cupel")
        if let event = line.event {
            entry.add("MESSAGE_ID", event.messageID)
            entry.add("CUPEL_EVENT", event.rawValue)
        }
        for (name, value) in line.values.sorted(by: { $0.key < $1.key }) { entry.add("CUPEL_" + name, "\(value)") }
        return entry
    }
}

extension Logger {
    /// The daemon's log: to the journal with fields where that is at the other end of standard error, else lines.
    static func ofService(level: Logger.Level) -> Logger {
        let socket = JournalSocket(environment: ProcessInfo.processInfo.environment)
        return Logger(label: "cupel") { _ in
            if let socket { JournalLog(socket, level: level) } else { PlainLog(level: level) }
        }
    }
}
