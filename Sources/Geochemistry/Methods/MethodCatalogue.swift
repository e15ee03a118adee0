/// What a laboratory's method codes mean.
public struct MethodCatalogue: Sendable, Hashable {
    public struct Meaning: Sendable, Hashable {
        public let digestion: DigestionClass
        public let technique: Technique
        public let name: String

        public init(digestion: DigestionClass, technique: Technique, name: String) {
            self.digestion = digestion
            self.technique = technique
            self.name = name
        }

        public static let unknown = Meaning(digestion: .unknown, technique: .unknown, name: "")
    }

    /// One entry of the table; a `*` at the end of the code stands for anything (`ME-ICP41*`).
    public struct Entry: Sendable, Hashable {
        public let code: String
        public let meaning: Meaning

        public init(code: String, meaning: Meaning) {
            self.code = code
            self.meaning = meaning
        }
    }

    public let entries: [Entry]
    private let exact: [String: Meaning]
    /// Longest first, so that the most specific prefix decides.
    private let prefixes: [(prefix: String, meaning: Meaning)]

    public init(_ entries: [Entry]) {
        self.entries = entries
        var exact: [String: Meaning] = [:]
        var prefixes: [(prefix: String, meaning: Meaning)] = []
        for entry in entries {
            let key = Self.key(entry.code)
            if key.hasSuffix("*") {
                prefixes.append((String(key.dropLast()), entry.meaning))
            } else if exact[key] == nil {
                exact[key] = entry.meaning
            }
        }
        self.exact = exact
        self.prefixes = prefixes.sorted { $0.prefix.count > $1.prefix.count }
    }

    /// The meaning of a code as printed, without regard to case and blanks; ``Meaning/unknown`` where nobody said.
    public subscript(_ code: String) -> Meaning {
        let key = Self.key(code)
        if let meaning = exact[key] { return meaning }
        return prefixes.first { key.hasPrefix($0.prefix) }?.meaning ?? .unknown
    }

    private static func key(_ code: String) -> String {
        code.uppercased().filter { $0 != " " && $0 != "\u{A0}" }
    }

    public static func == (left: MethodCatalogue, right: MethodCatalogue) -> Bool { left.entries == right.entries }
    public func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}
