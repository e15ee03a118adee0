import CLinux
@preconcurrency import Dispatch
import Glibc

/// One inotify descriptor with one Dispatch source, for the life of the process.
///
/// Its events are hints: they make a verdict fast, and a scan makes it certain. All methods are called on the queue
/// given to ``init(queue:onHints:)``, on which the hints arrive too.
final class Inotify {
    enum Hint: Equatable {
        /// The name appeared by rename.
        case arrived(FileName)
        /// The name was created, written to, or given other rights.
        case touched(FileName)
        /// Somebody who wrote to the name has closed it.
        case closed(FileName)
        /// Events were lost: scan now.
        case overflow
        /// The folder was removed, renamed or unmounted: watch it anew.
        case watchLost
    }

    private let descriptor: Int32
    private let source: any DispatchSourceRead
    private var watch: Int32 = -1

    init(queue: DispatchQueue, onHints: @escaping @Sendable ([Hint]) -> Void) throws(FileFailure) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { throw FileFailure("start watching", "incoming/") }
        self.descriptor = descriptor
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler {
            let hints = Self.drain(descriptor)
            if !hints.isEmpty { onHints(hints) }
        }
        source.setCancelHandler { _ = close(descriptor) }
        source.activate()
    }

    deinit { source.cancel() }

    /// Watches a folder instead of the one before. For the same folder it makes sure that the watch still stands.
    func watch(_ path: String) throws(FileFailure) {
        let mask =
            IN_MOVED_TO | IN_CLOSE_WRITE | IN_CREATE | IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF
            | IN_ONLYDIR
        let new = inotify_add_watch(descriptor, path, UInt32(mask))
        guard new >= 0 else { throw FileFailure("watch", path) }
        if watch >= 0, watch != new { _ = inotify_rm_watch(descriptor, watch) }
        watch = new
    }

    /// Reads what has come, so that one wake-up serves many events. What is more than a mebibyte comes with the next one,
    /// or a busy writer could keep us reading for ever.
    private static func drain(_ descriptor: Int32) -> [Hint] {
        var hints: [Hint] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        for _ in 0..<16 {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return hints }
            hints.append(contentsOf: Self.hints(in: buffer[..<count]))
        }
        return hints
    }

    /// Decodes `struct inotify_event` records: watch, mask, cookie, length (32 bits each), then the padded name.
    static func hints(in events: ArraySlice<UInt8>) -> [Hint] {
        var hints: [Hint] = []
        var offset = events.startIndex
        func word(_ place: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(events[place + $1]) << UInt32(8 * $1) }
        }
        while offset + 16 <= events.endIndex {
            let mask = word(offset + 4)
            let length = Int(word(offset + 12))
            let end = min(offset + 16 + length, events.endIndex)
            let name = FileName(bytes: Array(events[(offset + 16)..<end].prefix { $0 != 0 }))
            offset = end
            if mask & UInt32(IN_Q_OVERFLOW) != 0 {
                hints.append(.overflow)
            } else if mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED) != 0 {
                hints.append(.watchLost)
            } else if mask & UInt32(IN_MOVED_TO) != 0 {
                hints.append(.arrived(name))
            } else if mask & UInt32(IN_CLOSE_WRITE) != 0 {
                hints.append(.closed(name))
            } else {
                hints.append(.touched(name))
            }
        }
        return hints
    }
}
