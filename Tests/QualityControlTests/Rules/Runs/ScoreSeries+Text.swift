import Geochemistry
import QualityControl

extension ScoreSeries {
    /// Scores as decimals in one line, oldest first: `-` is an insertion without one, `|` begins the next certificate.
    init(_ text: String) {
        self.init()
        var certificate = 0
        for word in text.split(separator: " ") {
            if word == "|" {
                certificate += 1
            } else {
                append(ExactDecimal(String(word)).flatMap { .init(deviation: $0, spread: 1) }, certificate: certificate)
            }
        }
    }

    /// The shared cases' numbers, of at most a few decimals, in the decimals that were meant.
    init(_ scores: [Double], batches: [String]? = nil) {
        self.init()
        var names: [String] = []
        for (index, score) in scores.enumerated() {
            let name = batches?[index] ?? ""
            if names.last != name { names.append(name) }
            let decimal = ExactDecimal("\(score)")
            append(decimal.flatMap { .init(deviation: $0, spread: 1) }, certificate: names.count - 1)
        }
    }

    /// The 1-based points where a rule's pattern ends.
    func hits(_ rule: RunRule) -> [Int] {
        (0..<count).filter { rule.hit(at: $0, in: self) != nil }.map { $0 + 1 }
    }

    func hits(_ pattern: some RunPattern) -> [Int] {
        (0..<count).filter { pattern.ending(at: $0, in: self) != nil }.map { $0 + 1 }
    }
}
