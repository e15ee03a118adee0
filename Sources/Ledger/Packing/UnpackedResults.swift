/// Reads back what ``PackedResults`` writes, result by result; those that nobody asks for are passed over byte by byte.
struct UnpackedResults {
    /// The elements behind the number of the column, in the order of ``PackedResults``, from `reported` on.
    enum Element: Int {
        case reported, value, expected, sd, z, biasPercent, differencePercent, lowerLimit, upperLimit, tier, outcome,
            rule
        case note
    }

    private var reading: UnpackedJSON.Reading

    init(_ bytes: [UInt8]) { reading = UnpackedJSON.Reading(bytes: bytes) }

    /// Calls `body` with each result of a wanted column: its number, and the texts of the other elements.
    /// - Returns: whether all could be read.
    mutating func forEach(
        of isWanted: (Int) -> Bool,
        _ body: (_ column: Int, _ texts: [String?]) throws -> Void
    ) rethrows -> Bool {
        guard reading.take("[") else { return false }
        if reading.take("]") { return reading.isAtEnd }
        repeat {
            guard reading.take("["), let column = reading.number() else { return false }
            if isWanted(column) {
                var texts: [String?] = []
                while reading.take(",") {
                    guard let text = reading.textOrNull() else { return false }
                    texts.append(text)
                }
                guard texts.count > Element.note.rawValue, reading.take("]") else { return false }
                try body(column, texts)
            } else if !reading.skip(past: "]") {
                return false
            }
        } while reading.take(",")
        return reading.take("]") && reading.isAtEnd
    }
}

extension [String?] {
    subscript(_ element: UnpackedResults.Element) -> String? { self[element.rawValue] }
}
