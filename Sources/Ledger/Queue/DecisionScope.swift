/// The part of a batch that a decision is on: elements, samples, or elements in samples.
public struct DecisionScope: Sendable, Hashable {
    /// Neighbours in laboratory order, by the first and the last name; both may be the same.
    public struct Samples: Sendable, Hashable {
        public let first: String
        public let last: String

        public init(first: String, last: String) {
            self.first = first
            self.last = last
        }
    }

    /// Symbols and names of composites; empty for all.
    public let analytes: [String]
    /// Of this method only; nil for all.
    public let method: String?
    /// nil for all.
    public let samples: Samples?

    public init(analytes: [String] = [], method: String? = nil, samples: Samples? = nil) {
        self.analytes = analytes
        self.method = method
        self.samples = samples
    }

    /// `Cu, Zn by ME-ICP61 in samples A1 to A20`: for people, and for the audit log.
    public var words: String {
        var words: [String] = []
        if !analytes.isEmpty { words.append(analytes.joined(separator: ", ")) }
        if let method { words.append(analytes.isEmpty ? "everything by \(method)" : "by \(method)") }
        if let samples {
            let range =
                samples.first == samples.last
                ? "sample \(samples.first)" : "samples \(samples.first) to \(samples.last)"
            words.append(words.isEmpty ? range : "in \(range)")
        }
        return words.joined(separator: " ")
    }
}
