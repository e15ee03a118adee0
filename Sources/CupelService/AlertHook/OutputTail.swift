import Glibc

/// The end of what a command writes, as much as is worth keeping.
struct OutputTail {
    private let limit: Int
    private var bytes: [UInt8] = []
    private var isClosed = false

    init(limit: Int) { self.limit = limit }

    /// Waits until something comes, at most so long.
    mutating func wait(_ descriptor: Int32, milliseconds: Int32) {
        guard !isClosed else {
            usleep(UInt32(milliseconds) * 1_000)
            return
        }
        var question = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&question, 1, milliseconds) > 0 { drain(descriptor) }
    }

    /// Takes what is there, and no more than a mebibyte at a time: a command that only writes must not hold us up.
    mutating func drain(_ descriptor: Int32) {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        for _ in 0..<64 {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count == 0 { isClosed = true }
            guard count > 0 else { return }
            bytes += buffer[..<count]
            bytes = Array(bytes.suffix(limit))
        }
    }

    /// Without what a terminal would act upon.
    var text: String {
        let plain = bytes.map { $0 < 0x20 && $0 != UInt8(ascii: "\n") || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
        var lines = String(decoding: plain, as: UTF8.self)
        while lines.last?.isWhitespace == true { lines.removeLast() }
        return lines
    }
}
