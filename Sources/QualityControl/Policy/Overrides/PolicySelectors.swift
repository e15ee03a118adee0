/// Which results an override is for: of each selector that it names, one of the names must fit.
public struct PolicySelectors: Sendable, Hashable {
    /// The names of one selector.
    public struct Choice: Sendable, Hashable {
        /// As they stand in the file.
        public let printed: [String]
        /// An oxide stands here as its element.
        public let patterns: [NamePattern]
        /// The line of the file.
        public let line: Int

        public init(printed: [String], patterns: [NamePattern], line: Int) {
            self.printed = printed
            self.patterns = patterns
            self.line = line
        }

        func fits(_ name: String) -> Bool { patterns.contains { $0.matches(name) } }

        func overlaps(_ other: Choice) -> Bool {
            patterns.contains { mine in other.patterns.contains { mine.overlaps($0) } }
        }
    }

    public var choices: [PolicySelector: Choice]

    public init(_ choices: [PolicySelector: Choice]) {
        self.choices = choices
    }

    /// The selectors that are named, the most specific first.
    public var named: [PolicySelector] { PolicySelector.allCases.filter { choices[$0] != nil } }

    /// The first selector, the most specific first, that keeps an override from a subject; nil where all fit.
    public func obstacle(for subject: PolicySubject) -> PolicySelector? {
        named.first { selector in
            guard let choice = choices[selector] else { return false }
            return !(subject[selector].map(choice.fits) ?? false)
        }
    }

    /// Whether there can be a result that both are for.
    public func overlaps(_ other: PolicySelectors) -> Bool {
        named.allSatisfy { selector in
            guard let mine = choices[selector], let theirs = other.choices[selector] else { return true }
            return mine.overlaps(theirs)
        }
    }

    /// `analyte = Cu, Zn; laboratory = ALS`
    public var description: String {
        named.map { "\($0.rawValue) = \((choices[$0]?.printed ?? []).joined(separator: ", "))" }
            .joined(separator: "; ")
    }
}
