/// Finds the delimiter of a text by how evenly it divides the first records.
enum DelimiterEvidence {
    /// In this order where the evidence is equal: a comma also stands in numbers and in names, a tab does not.
    static let candidates: [UInt8] = [
        UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ","),
    ]
    static let recordsSeen = 50

    /// The candidate under which the most records have the same count of cells, at least two; then the one that
    /// makes more cells. A comma where nothing divides the text: a list of one column is a table as well.
    ///
    /// Decimal commas do not mislead it: in `S1;0,5;12` and `S2;<0.01;7` commas come and go, semicolons stay.
    static func delimiter(of text: Span<UInt8>, longestCell: Int) -> UInt8 {
        var best = UInt8(ascii: ",")
        var bestScore = (agreeing: 0, width: 0)
        for candidate in candidates {
            let widths = widths(of: text, by: DelimitedScanner(delimiter: candidate, longestCell: longestCell))
            var counts: [Int: Int] = [:]
            for width in widths where width > 1 { counts[width, default: 0] += 1 }
            for (width, agreeing) in counts where (agreeing, width) > bestScore {
                bestScore = (agreeing, width)
                best = candidate
            }
        }
        return best
    }

    /// The counts of cells of the first records; it stops at a fault of quotes, which speaks against the candidate.
    private static func widths(of text: Span<UInt8>, by scanner: DelimitedScanner) -> [Int] {
        var widths: [Int] = []
        var index = 0
        while index < text.count, widths.count < recordsSeen {
            var width = 0
            var ending = DelimitedScanner.Ending.delimiter
            while ending == .delimiter {
                guard let cell = try? scanner.cell(in: text, at: index, isFirst: width == 0) else { return widths }
                width += 1
                index = cell.next
                ending = cell.ending
            }
            widths.append(width)
        }
        return widths
    }
}
