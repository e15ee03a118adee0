import Geochemistry

/// A pattern on a name of the trade: `*` stands for any run of characters, everything else for itself.
public struct NamePattern: Sendable, Hashable {
    /// What of a name does not count when it is compared.
    public enum Sort: Sendable, Hashable {
        /// Case, and blanks at the ends: projects, laboratories, analytes.
        case plain
        /// Case and all blanks: method codes.
        case code
        /// Case, blanks, hyphens and a trailing note, as in ``MaterialName``.
        case material
    }

    public let printed: String
    private let sort: Sort
    private let letters: [Unicode.Scalar]
    private static let star: Unicode.Scalar = "*"

    public init(_ printed: String, _ sort: Sort = .plain) {
        self.printed = printed
        self.sort = sort
        guard sort == .material else {
            letters = Array(Self.folded(printed, sort).unicodeScalars)
            return
        }
        // A material's key has no stars.
        let parts = printed.split(separator: "*", omittingEmptySubsequences: false)
        letters = Array(parts.map { Self.folded(String($0), sort) }.joined(separator: "*").unicodeScalars)
    }

    /// Nothing but stars would fit every name.
    public var isEmpty: Bool { letters.allSatisfy { $0 == Self.star } }

    public func matches(_ name: String) -> Bool {
        Self.intersect(letters, Self.folded(name, sort).unicodeScalars.map { $0 == Self.star ? "\u{FFFD}" : $0 })
    }

    /// Whether some name fits both patterns.
    public func overlaps(_ other: NamePattern) -> Bool { Self.intersect(letters, other.letters) }

    /// Whether two patterns have a text in common: a table of their prefixes, so the work is one length times the other.
    private static func intersect(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
        // row[j]: the first i of a and the first j of b have a text in common.
        var row = [Bool](repeating: false, count: b.count + 1)
        row[0] = true
        for j in 0..<b.count { row[j + 1] = row[j] && b[j] == star }
        for i in 0..<a.count {
            var next = [Bool](repeating: false, count: b.count + 1)
            next[0] = row[0] && a[i] == star
            for j in 0..<b.count {
                if a[i] == star || b[j] == star {
                    // The star stands for nothing, or for one thing more: whichever side it is on.
                    next[j + 1] = row[j + 1] || next[j]
                } else {
                    next[j + 1] = row[j] && a[i] == b[j]
                }
            }
            row = next
        }
        return row[b.count]
    }

    private static func folded(_ text: String, _ sort: Sort) -> String {
        switch sort {
        case .plain: text.trimmedOfBlanks.lowercased()
        case .code: text.lowercased().filter { $0 != " " && $0 != "\u{A0}" && $0 != "\t" }
        case .material: MaterialName(text).key
        }
    }
}
