import Glibc

/// Results go to standard output, everything else to standard error.
enum Terminal {
    static func print(_ text: String) { write(Array((text + "\n").utf8), to: STDOUT_FILENO) }

    static func print(_ bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    static func complain(_ text: String) { write(Array(("cupel: " + text + "\n").utf8), to: STDERR_FILENO) }

    static func note(_ text: String) { write(Array((text + "\n").utf8), to: STDERR_FILENO) }

    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            // Nobody is left to read it.
            if count <= 0 { return }
            written += count
        }
    }
}

/// A bar on a terminal for many files; nothing in a pipe.
struct Progress {
    private let total: Int
    private let isShown: Bool
    private var done = 0

    init(total: Int) {
        self.total = total
        isShown = total > 1 && Terminal.errorIsTerminal
    }

    mutating func advance(by count: Int, _ word: String) {
        done += count
        guard isShown else { return }
        let width = 30
        let filled = total == 0 ? width : width * done / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        Terminal.write(Array("\r[\(bar)] \(done)/\(total) \(word)\u{1B}[K".utf8), to: STDERR_FILENO)
    }

    func finish() {
        if isShown { Terminal.write(Array("\n".utf8), to: STDERR_FILENO) }
    }
}
