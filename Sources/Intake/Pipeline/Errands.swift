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

    /// - Parameters:
    ///   - isBulk: what the other threads do gives way to the thread that asks, which has the most to do; where nobody
    ///     waits for a single piece.
    ///   - work: does the piece of this number; it must not wait for another one.
    init(count: Int, isBulk: Bool = false, _ work: @escaping @Sendable (Int) -> Result) {
        self.work = work
        state = Mutex(State(results: Array(repeating: nil, count: count)))
        for _ in 0..<count { pieces.enter() }
        for queue in (isBulk ? bulkCrew : errandCrew).prefix(count) { queue.async { self.help() } }
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

/// At the lowest priority, so that the thread that records gets a core for itself: nothing can be recorded twice as fast
/// by two. Fewer, because each holds what it works on in memory.
private let bulkCrew = (0..<5).map { DispatchQueue(label: "cupel.errands.bulk.\($0)", qos: .background) }
