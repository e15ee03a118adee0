import Glibc

/// A bar on a terminal for many files, a count where nobody knows how many there are; nothing in a pipe.
struct Progress {
    private let total: Int?
    private let isShown: Bool
    private var done = 0

    /// - Parameter total: nil where it is not known.
    init(total: Int?) {
        self.total = total
        isShown = total != 1 && total != 0 && Terminal.errorIsTerminal
    }

    mutating func advance(by count: Int, _ word: String) {
        done += count
        if isShown { Terminal.write(Array("\r\(bar)\(word)\u{1B}[K".utf8), to: STDERR_FILENO) }
    }

    func finish() {
        if isShown { Terminal.write(Array("\n".utf8), to: STDERR_FILENO) }
    }

    private var bar: String {
        guard let total else { return "\(done) files: " }
        let width = 30
        let filled = width * done / total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        return "[\(bar)] \(done)/\(total) "
    }
}
