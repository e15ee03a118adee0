public import Geochemistry

/// Whether a file must have a key.
public enum Presence: Sendable {
    case required
    case optional
}

/// Where sections of one file report to.
struct TOMLSource {
    let file: String
    let places: TOMLPlaces
    let log: ProblemLog
}

/// A table of a TOML file. Asking for a key makes it a known one; ``TOMLFile/finish()`` complains of the others.
///
/// A getter answers nil where the key is absent or wrong. It has then put the problem, with its line, into the log,
/// unless the key is optional and absent.
///
/// A section may lie over another one, which answers for the keys that it does not have itself.
public final class TOMLSection {
    /// Of its own, without those of the section below it.
    let members: [String: TOMLNode]
    let path: [TOMLPlaces.Step]
    let source: TOMLSource
    private let base: TOMLSection?
    private var asked: Set<String> = []
    private var children: [TOMLSection] = []

    init(members: [String: TOMLNode], path: [TOMLPlaces.Step], source: TOMLSource, over base: TOMLSection? = nil) {
        self.base = base
        self.members = members
        self.path = path
        self.source = source
    }

    /// The keys that stand there, in the order of the file. Looking at them does not make them known.
    public var keys: [String] {
        Set(members.keys).union(base?.keys ?? []).sorted { (line(of: $0), $0) < (line(of: $1), $1) }
    }

    /// Whether the key stands in the section itself.
    public func has(_ key: String) -> Bool { members[key] != nil }

    /// The line of the section's own header.
    public var line: Int { source.places.line(of: path) }

    /// The line of a key, or of the section where the key is absent.
    public func line(of key: String) -> Int {
        if let base, members[key] == nil, base.node(key) != nil { return base.line(of: key) }
        return source.places.line(of: path + [.key(key)])
    }

    /// `duplicate.field`, as in the header; empty for the top of the file.
    public var name: String {
        path.compactMap { if case .key(let key) = $0 { key } else { nil } }.joined(separator: ".")
    }

    /// Puts a problem of one's own into the log, at a key's line.
    public func complain(_ complaint: Complaint, at key: String) {
        source.log.add(complaint, file: source.file, line: line(of: key))
    }

    func complain(_ complaint: Complaint, line: Int) {
        source.log.add(complaint, file: source.file, line: line)
    }

    /// Makes a key a known one without reading it.
    func skip(_ key: String) { asked.insert(key) }

    /// Whether somebody asked for a key of this section or of one in it: `crm.fail_sd`.
    func isKnown(_ key: String) -> Bool {
        guard let dot = key.firstIndex(of: ".") else { return asked.contains(key) }
        let step = TOMLPlaces.Step.key(String(key[..<dot]))
        return children.contains { $0.path.last == step && $0.isKnown(String(key[key.index(after: dot)...])) }
    }

    // MARK: Values

    public func string(_ key: String, _ presence: Presence = .required) -> String? {
        value(key, presence, wanted: "a text") { if case .string(let text) = $0 { text } else { nil } }
    }

    /// A list of texts; absent and optional is nil, an empty list is empty.
    public func strings(_ key: String, _ presence: Presence = .required) -> [String]? {
        value(key, presence, wanted: "a list of texts") { node in
            guard case .array(let elements) = node else { return nil }
            var texts: [String] = []
            for element in elements {
                guard case .string(let text) = element else { return nil }
                texts.append(text)
            }
            return texts
        }
    }

    /// One text or a list of them.
    func texts(_ key: String, _ presence: Presence = .required) -> [String]? {
        if case .string(let text)? = node(key) {
            skip(key)
            return [text]
        }
        return strings(key, presence)
    }

    public func bool(_ key: String, _ presence: Presence = .required) -> Bool? {
        value(key, presence, wanted: "true or false") { if case .bool(let flag) = $0 { flag } else { nil } }
    }

    public func integer(
        _ key: String,
        in range: ClosedRange<Int> = 0...1_000_000,
        _ presence: Presence = .required
    ) -> Int? {
        let number = value(key, presence, wanted: "a whole number") {
            if case .integer(let number, _) = $0 { number } else { nil }
        }
        guard let number, !range.contains(number) else { return number }
        let wanted = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        complain(.outOfBounds(key, wanted: wanted, found: "\(number)"), at: key)
        return nil
    }

    /// A number as typed, exactly; `10`, `0.10` and `1_000.5` alike. Negative numbers are refused.
    public func decimal(_ key: String, _ presence: Presence = .required) -> ExactDecimal? {
        let number = value(key, presence, wanted: "a number") { node -> ExactDecimal? in
            switch node {
            case .integer(let number, let text): ExactDecimal(text.filter { $0 != "_" }) ?? ExactDecimal(number)
            case .float(let text): ExactDecimal(text.filter { $0 != "_" })
            case .string, .bool, .array, .table, .date: nil
            }
        }
        guard let number, number.isNegative else { return number }
        complain(.outOfBounds(key, wanted: "a number that is not negative", found: "\(number)"), at: key)
        return nil
    }

    /// One of the words of an enumeration; a word that is none is told with the nearest that is.
    public func word<Word: RawRepresentable & CaseIterable>(
        _ key: String,
        as type: Word.Type = Word.self,
        _ presence: Presence = .required
    ) -> Word? where Word.RawValue == String {
        guard let text = string(key, presence) else { return nil }
        if let word = Word(rawValue: text) { return word }
        complain(.unknownWord(text, for: key, among: Word.allCases.map(\.rawValue)), at: key)
        return nil
    }

    // MARK: Tables

    /// `[key]`, or `key = { ... }`.
    public func section(_ key: String, _ presence: Presence = .required) -> TOMLSection? {
        let found = value(key, presence, wanted: "a table [\(key)]") {
            if case .table(let members) = $0 { members } else { nil }
        }
        // What lies below is read through this section, and has been told of already.
        if members[key] == nil { return base?.table(key) }
        return found.map { child($0, [.key(key)], over: base?.table(key)) }
    }

    /// A table for another one to lie over; nobody complains of its unknown keys a second time.
    private func table(_ key: String) -> TOMLSection? {
        guard case .table(let found)? = members[key] else { return base?.table(key) }
        return TOMLSection(members: found, path: path + [.key(key)], source: source, over: base?.table(key))
    }

    /// How many tables or values a list has; 0 where there is none.
    func count(of key: String) -> Int {
        if case .array(let elements)? = members[key] { elements.count } else { 0 }
    }

    /// `[[key]]`, or a list of inline tables; none where the key is absent.
    ///
    /// - Parameter base: answers for keys that such a table does not have.
    public func sections(_ key: String, over base: TOMLSection? = nil) -> [TOMLSection] {
        let found = value(key, .optional, wanted: "a list of tables [[\(key)]]") { node -> [[String: TOMLNode]]? in
            guard case .array(let elements) = node else { return nil }
            var tables: [[String: TOMLNode]] = []
            for element in elements {
                guard case .table(let members) = element else { return nil }
                tables.append(members)
            }
            return tables
        }
        return (found ?? []).enumerated().map { child($1, [.key(key), .index($0)], over: base) }
    }

    private func child(
        _ members: [String: TOMLNode],
        _ steps: [TOMLPlaces.Step],
        over base: TOMLSection?
    ) -> TOMLSection {
        let section = TOMLSection(members: members, path: path + steps, source: source, over: base)
        children.append(section)
        return section
    }

    private func node(_ key: String) -> TOMLNode? { members[key] ?? base?.node(key) }

    private func value<Value>(
        _ key: String,
        _ presence: Presence,
        wanted: String,
        _ convert: (TOMLNode) -> Value?
    ) -> Value? {
        asked.insert(key)
        guard let node = node(key) else {
            if presence == .required { complain(.missingKey(key, in: name, wanted: wanted), at: key) }
            return nil
        }
        guard let value = convert(node) else {
            complain(.wrongType(key, wanted: wanted, found: node.kind), at: key)
            return nil
        }
        return value
    }

    func finish() {
        // What a section below it has is told of there.
        let own = members.keys.sorted { (line(of: $0), $0) < (line(of: $1), $1) }
        for key in own where !asked.contains(key) {
            let missing = asked.filter { members[$0] == nil }
            let nearest = Spelling.nearest(to: key, among: missing) ?? Spelling.nearest(to: key, among: asked)
            complain(.unknownKey(key, in: name, nearest: nearest, known: asked.sorted()), at: key)
        }
        for child in children { child.finish() }
    }
}
