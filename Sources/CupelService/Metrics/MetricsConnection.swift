@preconcurrency import Dispatch
import Glibc

/// One client: reads a head, has it answered, writes the answer, and waits a little for the client to go.
///
/// All of it happens on the server's queue; only the answer is made elsewhere. Whatever the client does, it ends when its
/// time is over.
final class MetricsConnection: @unchecked Sendable {
    private let descriptor: Int32
    private let queue: DispatchQueue
    private let answer: @Sendable (HTTPRequest, @escaping @Sendable (HTTPResponse) -> Void) -> Void
    private let onEnd: @Sendable () -> Void
    private let reading: any DispatchSourceRead
    private let writing: any DispatchSourceWrite
    private let deadline: any DispatchSourceTimer
    private var head: [UInt8] = []
    private var response: [UInt8] = []
    private var phase = Phase.reading
    /// How much has come that nobody reads, in bytes, and how much may.
    private var unread = 0
    private static let mostUnread = 1 << 20
    /// Sources that still hold the descriptor.
    private var held = 2

    private enum Phase { case reading, answering, writing, leaving, ended }

    /// - Parameters:
    ///   - descriptor: a connected socket that does not block; it belongs to the connection.
    ///   - seconds: how long all may take together.
    init(
        _ descriptor: Int32,
        on queue: DispatchQueue,
        seconds: Int,
        answer: @escaping @Sendable (HTTPRequest, @escaping @Sendable (HTTPResponse) -> Void) -> Void,
        onEnd: @escaping @Sendable () -> Void
    ) {
        self.descriptor = descriptor
        self.queue = queue
        self.answer = answer
        self.onEnd = onEnd
        reading = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        writing = DispatchSource.makeWriteSource(fileDescriptor: descriptor, queue: queue)
        deadline = DispatchSource.makeTimerSource(queue: queue)
        reading.setEventHandler { self.read() }
        writing.setEventHandler { self.write() }
        for source in [reading, writing] as [any DispatchSourceProtocol] {
            source.setCancelHandler { self.release() }
        }
        deadline.setEventHandler { self.end() }
        deadline.schedule(deadline: .now() + .seconds(seconds))
        deadline.activate()
        reading.activate()
    }

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count < 0, errno == EAGAIN || errno == EINTR { return }
        guard count > 0 else { return end() }
        guard phase == .reading else {
            // What comes behind the head is of no interest, and a client that goes on sending is cut off.
            unread += count
            if unread > Self.mostUnread { end() }
            return
        }
        head += buffer[..<count]
        switch HTTPRequest.read(head) {
        case .incomplete: return
        case .refused(let response): respond(response)
        case .request(let request):
            phase = .answering
            answer(request) { response in self.queue.async { self.respond(response) } }
        }
    }

    private func respond(_ response: HTTPResponse) {
        guard phase == .reading || phase == .answering else { return }
        phase = .writing
        self.response = response.bytes
        writing.activate()
    }

    private func write() {
        guard phase == .writing else { return }
        let count = send(descriptor, response, response.count, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EAGAIN || errno == EINTR { return }
        guard count >= 0 else { return end() }
        response.removeFirst(count)
        guard response.isEmpty else { return }
        // A socket that is closed with something unread in it takes back what was sent: the client goes first.
        phase = .leaving
        writing.suspend()
        _ = shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Ends it, whatever it is at.
    func end() {
        guard phase != .ended else { return }
        let before = phase
        phase = .ended
        deadline.cancel()
        reading.cancel()
        writing.cancel()
        // A source must run for its cancellation to be heard.
        switch before {
        case .reading, .answering: writing.activate()
        case .leaving: writing.resume()
        case .writing, .ended: break
        }
    }

    private func release() {
        held -= 1
        guard held == 0 else { return }
        _ = close(descriptor)
        onEnd()
    }
}
