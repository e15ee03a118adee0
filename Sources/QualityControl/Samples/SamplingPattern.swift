/// A compiled pattern on sample numbers: `*` any run of characters, `?` one, `#` one digit, without regard to case.
///
/// No regular expression: a number is walked once, and on a mismatch only the last `*` takes one character more, so
/// the work is at most pattern × number, whatever somebody wrote.
package struct SamplingPattern {
    private let pattern: [Unicode.Scalar]

    package init(_ pattern: String) {
        self.pattern = Array(pattern.lowercased().unicodeScalars)
    }

    /// - Parameter number: from ``folded(_:)``, so that a number is folded once for all patterns.
    package func matches(_ number: [Unicode.Scalar]) -> Bool {
        var place = 0
        var index = 0
        /// Behind the last star, and how much of the number it has not taken yet.
        var retry: (place: Int, index: Int)?
        while index < number.count {
            if place < pattern.count, pattern[place] == "*" {
                place += 1
                retry = (place, index)
            } else if place < pattern.count, accepts(pattern[place], number[index]) {
                place += 1
                index += 1
            } else if let last = retry {
                place = last.place
                index = last.index + 1
                retry = (place, index)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }

    package static func folded(_ number: String) -> [Unicode.Scalar] { Array(number.lowercased().unicodeScalars) }

    private func accepts(_ wanted: Unicode.Scalar, _ found: Unicode.Scalar) -> Bool {
        switch wanted {
        case "?": true
        case "#": ("0"..."9").contains(found)
        default: wanted == found
        }
    }
}
