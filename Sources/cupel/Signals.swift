import Glibc
import Synchronization

enum Signals {
    /// SIGIO comes when somebody opens a file for writing on which the kernel was just asked who is writing, and its
    /// default ends the process; SIGPIPE when a reader of our output has gone.
    static func ignoreThoseOfTheFileSystem() {
        signal(SIGIO, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
    }

    /// A reload that comes before the daemon listens for it must not end it; the Standards are read at the start anyhow.
    static func ignoreHangup() { signal(SIGHUP, SIG_IGN) }
}

/// Asks a long command to stop after what it has in hand: SIGINT or SIGTERM. A second one ends it at once.
enum Interruption {
    private static let flag = Atomic<Bool>(false)

    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    static func listen() {
        // The flag is made before a signal can come: a handler must not make it.
        flag.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.flag.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }
}
