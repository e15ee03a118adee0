import CLinux
@preconcurrency import Dispatch
import Glibc
import Intake

/// Answers `GET /metrics` and `GET /healthz` of HTTP/1.1, for clients of this machine.
///
/// It shares no queue with the intake. While as many clients as it takes are there, others wait in the system's queue; each
/// is gone in ``secondsOfAClient`` at the latest.
final class MetricsServer: @unchecked Sendable {
    static let mostClients = 32
    static let secondsOfAClient = 5

    private let address: ListenAddress
    private let source: any DispatchSourceRead
    private let descriptor: Int32
    private let queue = DispatchQueue(label: "cupel.metrics", qos: .utility)
    /// Where answers are made, one after another: reading the ledger blocks.
    private let answers = DispatchQueue(label: "cupel.metrics.answers", qos: .utility)
    private let answer: @Sendable (HTTPRequest) -> HTTPResponse
    private var clients: [Int: MetricsConnection] = [:]
    private var number = 0
    private var isFull = false
    private var isStopped = false

    /// Listens from now on.
    init(_ address: ListenAddress, answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse) throws(MetricsFailure) {
        self.address = address
        self.answer = answer
        let descriptor = try MetricsListener.open(address)
        self.descriptor = descriptor
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { [weak self] in self?.take() }
        source.setCancelHandler { _ = close(descriptor) }
        source.activate()
    }

    /// Listens no more; clients that are there are cut off.
    func stop() {
        queue.sync {
            guard !isStopped else { return }
            isStopped = true
            source.cancel()
            if isFull { source.resume() }
            for client in clients.values { client.end() }
            if case .unix(let path) = address { unlink(path) }
        }
    }

    private func take() {
        while !isStopped, clients.count < Self.mostClients {
            let client = cupel_accept(descriptor)
            if client < 0, errno == EINTR || errno == ECONNABORTED { continue }
            if client < 0 {
                // Out of descriptors, the source would call again at once and for ever.
                if errno != EAGAIN { rest() }
                return
            }
            begin(client)
        }
        if clients.count >= Self.mostClients { pause() }
    }

    private func begin(_ client: Int32) {
        number += 1
        let number = number
        clients[number] = MetricsConnection(
            client,
            on: queue,
            seconds: Self.secondsOfAClient,
            answer: { request, done in self.answers.async { done(self.answer(request)) } },
            onEnd: { self.finish(number) }
        )
    }

    private func finish(_ number: Int) {
        clients[number] = nil
        if isFull, !isStopped { go() }
    }

    private func rest() {
        pause()
        queue.asyncAfter(deadline: .now() + .seconds(1)) { [weak self] in
            guard let self, self.isFull, !self.isStopped else { return }
            self.go()
        }
    }

    private func pause() {
        guard !isFull else { return }
        isFull = true
        source.suspend()
    }

    private func go() {
        isFull = false
        source.resume()
    }
}
