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
