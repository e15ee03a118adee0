import Geochemistry

/// A project's name as people compare it: letters and digits, without regard to case.
///
/// `Lac Vert`, `LAC-VERT` and `Lac Vert 2024` are one project: where one key holds the other, somebody has added a year,
/// a phase or a client, and nobody should be asked.
package struct ProjectKey: Equatable {
    private let text: String

    package init(_ name: String) {
        text = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    var isEmpty: Bool { text.isEmpty }

    /// Names that are not given differ from nothing.
    package func isOther(than other: ProjectKey) -> Bool {
        if isEmpty || other.isEmpty { return false }
        return !holds(other) && !other.holds(self)
    }

    private func holds(_ other: ProjectKey) -> Bool {
        var rest = text[...]
        while rest.count >= other.text.count {
            if rest.hasPrefix(other.text) { return true }
            rest.removeFirst()
        }
        return false
    }
}
