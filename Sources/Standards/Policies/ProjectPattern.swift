import Geochemistry

/// A pattern on the project that a certificate prints: `*` stands for any run of characters, everything else for
/// itself, without regard to case and blanks at the ends.
struct ProjectPattern {
    let printed: String
    private let letters: [Unicode.Scalar]
    private static let star: Unicode.Scalar = "*"

    init(_ printed: String) {
        self.printed = printed
        letters = Self.folded(printed)
    }

    /// Nothing but stars would fit every project.
    var isEmpty: Bool { letters.allSatisfy { $0 == Self.star } }

    func matches(_ project: String) -> Bool {
        Self.intersect(letters, Self.folded(project).map { $0 == Self.star ? "\u{FFFD}" : $0 })
    }

    /// Whether some project fits both patterns.
    func overlaps(_ other: ProjectPattern) -> Bool { Self.intersect(letters, other.letters) }

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

    private static func folded(_ text: String) -> [Unicode.Scalar] {
        Array(text.trimmedOfBlanks.lowercased().unicodeScalars)
    }
}
