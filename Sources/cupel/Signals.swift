import Glibc

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
