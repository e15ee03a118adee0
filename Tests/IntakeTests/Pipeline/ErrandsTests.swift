import Dispatch
import Synchronization
import Testing

@testable import Intake

@Suite("Errands")
struct ErrandsTests {
    @Test("Each piece is done once, and the results stand in the order of their numbers", arguments: [0, 1, 2, 7, 300])
    func order(count: Int) {
        let done = Log()
        let errands = Errands(count: count) { number in
            done.add(number)
            return number * number
        }
        #expect(errands.results() == (0..<count).map { $0 * $0 })
        #expect(done.numbers.sorted() == Array(0..<count))
        // Asked again, nothing is done again.
        #expect(errands.results().count == count)
        #expect(done.numbers.count == count)
    }

    @Test("Other threads begin before anybody asks for the results")
    func others() {
        let begun = DispatchSemaphore(value: 0)
        let errands = Errands(count: 1) { _ in begun.signal() }
        begun.wait()
        #expect(errands.results().count == 1)
    }

    private final class Log: Sendable {
        private let added = Mutex<[Int]>([])

        var numbers: [Int] { added.withLock { $0 } }

        func add(_ number: Int) { added.withLock { $0.append(number) } }
    }
}
