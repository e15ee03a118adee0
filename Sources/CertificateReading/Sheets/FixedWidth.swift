/// Where the columns of a print in fixed width end: a lead on the left, then right-aligned columns.
///
/// The header rows show it. Their texts end where the columns end, at a constant stride; or, where widths differ, two
/// rows agree on every end. Positions count characters, not bytes.
struct FixedWidth: Hashable {
    /// The characters of the lead.
    let lead: Int
    /// Behind the last character of each column, ascending.
    let ends: [Int]

    /// A text between blanks.
    typealias Token = Range<Int>

    init(lead: Int, ends: [Int]) {
        self.lead = lead
        self.ends = ends
    }

    /// - Parameters:
    ///   - anchor: the texts of a row that has one in nearly every column, its label left out: the units.
    ///   - others: those of the other header rows; analytes may hold blanks (`Recvd Wt.`).
    ///   - label: where the longest label of the rows ends.
    init?(anchor: [Token], others: [[Token]], label: Int) {
        guard let last = anchor.last else { return nil }
        let all = others.flatMap(\.self).map(\.upperBound)
        guard let stride = Self.stride(of: [anchor] + others) else {
            // One column: it begins behind the label, and its values decide nothing.
            guard anchor.count == 1, all.allSatisfy({ $0 <= last.upperBound }) else { return nil }
            let starts = ([anchor] + others).flatMap(\.self).map(\.lowerBound)
            guard let start = starts.min(), start > label else { return nil }
            (lead, ends) = (label + 1, [last.upperBound])
            return
        }
        let isRegular = anchor.allSatisfy { ($0.upperBound - last.upperBound) % stride == 0 }
        if isRegular {
            let fitting = (anchor.map(\.upperBound) + all).filter { ($0 - last.upperBound) % stride == 0 }
            guard let first = fitting.min(), let end = fitting.max(), first - stride >= label else { return nil }
            lead = first - stride
            ends = Array(Swift.stride(from: first, through: end, by: stride))
            return
        }
        let irregular = anchor.map(\.upperBound)
        guard others.contains(where: { $0.map(\.upperBound) == irregular }), let first = irregular.first else {
            return nil
        }
        let starts = ([anchor] + others).flatMap(\.self).filter { $0.upperBound == first }.map(\.lowerBound)
        guard let start = starts.min(), start > label else { return nil }
        (lead, ends) = (start - 1, irregular)
    }

    /// The distance from one end to the next that most of the texts have; of two, the longer: blanks inside a text
    /// make short ones.
    private static func stride(of rows: [[Token]]) -> Int? {
        var votes: [Int: Int] = [:]
        for row in rows {
            for (one, next) in zip(row, row.dropFirst()) { votes[next.upperBound - one.upperBound, default: 0] += 1 }
        }
        return votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
