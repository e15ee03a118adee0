import Dispatch
import Synchronization

/// Independent pieces of work, of which other threads take one after the other from the beginning, and the one that asks
/// for the results does what is left.
///
/// So a thread can do something else meanwhile, and is never idle while there is work.
final class Errands<Result: Sendable>: Sendable {
    private struct State {
        var next = 0
        var results: [Result?]
    }

    private let work: @Sendable (Int) -> Result
    private let state: Mutex<State>
    /// Left by each piece when it is done.
    private let pieces = DispatchGroup()

    /// - Parameter work: does the piece of this number; it must not wait for another one.
    init(count: Int, _ work: @escaping @Sendable (Int) -> Result) {
        self.work = work
        state = Mutex(State(results: Array(repeating: nil, count: count)))
        for _ in 0..<count { pieces.enter() }
        for queue in errandCrew.prefix(count) { queue.async { self.help() } }
    }

    /// In the order of their numbers, when all are done.
    func results() -> [Result] {
        help()
        pieces.wait()
        return state.withLock { $0.results }.compactMap(\.self)
    }

    private func help() {
        while let number = take() {
            let result = work(number)
            state.withLock { $0.results[number] = result }
            pieces.leave()
        }
    }

    private func take() -> Int? {
        state.withLock { state in
            guard state.next < state.results.count else { return nil }
            state.next += 1
            return state.next - 1
        }
    }
}

/// More threads than there are cores, because each waits for the disk now and then, and a disk flushes several files as
/// fast as one.
private let errandCrew = (0..<8).map { DispatchQueue(label: "cupel.errands.\($0)") }
