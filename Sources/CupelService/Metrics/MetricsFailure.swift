import Glibc

/// Why figures could not be given: what was tried, where, and what the system answered.
struct MetricsFailure: Error, Equatable, CustomStringConvertible {
    let action: String
    let place: String
    let number: Int32

    init(_ action: String, _ place: String, _ number: Int32 = errno) {
        self.action = action
        self.place = place
        self.number = number
    }

    var description: String { "could not \(action) \(place): \(String(cString: strerror(number)))\(advice)" }

    private var advice: String {
        switch number {
        case ENOENT: ". The folder is missing: the unit makes /run/cupel (RuntimeDirectory=cupel)."
        case EADDRINUSE: ". Another program listens there."
        case EAFNOSUPPORT: ". The unit allows sockets in the file system only; see \"Seen from outside\" in the README."
        default: ""
        }
    }
}
