import Glibc

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
