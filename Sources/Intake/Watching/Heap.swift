/// Puts in anything, gives out the smallest first. Both take a number of steps that grows with the logarithm of how
/// much it holds, so that a hundred thousand waiting files cost no more than a few.
struct Heap<Element: Comparable & Sendable>: Sendable {
    private var elements: [Element] = []

    var isEmpty: Bool { elements.isEmpty }
    var count: Int { elements.count }
    var first: Element? { elements.first }

    mutating func insert(_ element: Element) {
        var place = elements.count
        elements.append(element)
        while place > 0, elements[place] < elements[(place - 1) / 2] {
            elements.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func popFirst() -> Element? {
        guard let last = elements.popLast() else { return nil }
        guard let first = elements.first else {
            // What held a backlog gives its memory back.
            elements = []
            return last
        }
        elements[0] = last
        sink()
        return first
    }

    private mutating func sink() {
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < elements.count && elements[child] < elements[least] {
                least = child
            }
            guard least != place else { return }
            elements.swapAt(place, least)
            place = least
        }
    }
}
