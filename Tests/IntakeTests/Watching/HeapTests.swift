import TestSupport
import Testing

@testable import Intake

@Suite("A heap gives out the smallest first")
struct HeapTests {
    @Test("Whatever was put in, in whatever order, with some taken out in between")
    func order() {
        var random = SeededGenerator("the order of a heap")
        for _ in 0..<200 {
            var heap = Heap<Int>()
            var model: [Int] = []
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                if Int.random(in: 0...3, using: &random) == 0 {
                    let least = model.min()
                    #expect(heap.first == least)
                    let popped = heap.popFirst()
                    #expect(popped == least)
                    if let least { model.remove(at: model.firstIndex(of: least) ?? 0) }
                } else {
                    let number = Int.random(in: 0...9, using: &random)
                    heap.insert(number)
                    model.append(number)
                }
                #expect(heap.count == model.count)
            }
            var rest: [Int] = []
            while let number = heap.popFirst() { rest.append(number) }
            #expect(rest == model.sorted())
            #expect(heap.isEmpty)
        }
    }
}
