/// MSALABS's CSV: the image of printed pages. The columns are dealt out to blocks, each with the sample list, the head of
/// the page in front of those that stand below.
public struct MSALabsPrint: Sendable {
    public enum Arrangement: Sendable, CaseIterable { case below, beside }

    public var columns: [HeadedColumn]
    /// The weight stands in the first block only.
    public var rows: [(name: String, type: String, weight: String, results: [String])]
    public var arrangement: Arrangement
    /// Columns of results in a block.
    public var width = 2
    public var head = [
        ["MSALABS", "", "", "", "TEST REPORT: YVR2310123"], ["Langley, BC"], ["To:", "Example Metals Ltd."],
        ["Project Name:", "North"], ["Job Received Date:", "24-Mar-2023"], ["Job Report Date:", "19-Apr-2023"],
        ["Number of Samples:", "3"], ["Report Version:", "Final"], [""],
    ]

    public init(
        columns: [HeadedColumn],
        rows: [(name: String, type: String, weight: String, results: [String])],
        arrangement: Arrangement
    ) {
        self.columns = columns
        self.rows = rows
        self.arrangement = arrangement
    }

    public var table: PrintedTable {
        let blocks = stride(from: 0, to: columns.count, by: width).map { block(from: $0) }
        switch arrangement {
        case .below:
            var lines: [[String]] = []
            for (page, block) in blocks.enumerated() {
                lines += head + block + [[""], ["*** Page \(page + 1) of \(blocks.count) ***"], [""]]
            }
            return PrintedTable(lines)
        case .beside:
            guard let first = blocks.first else { return PrintedTable(head) }
            return PrintedTable(head + first.indices.map { row in blocks.flatMap { $0[row] } })
        }
    }

    private func block(from start: Int) -> [[String]] {
        let range = start..<min(start + width, columns.count)
        let weight = start == 0
        let columns = columns[range]
        return [
            ["", "Sample "] + (weight ? ["PWE-100"] : []) + columns.map(\.method),
            ["Sample ID", "Type"] + (weight ? ["Rec. Wt."] : []) + columns.map(\.analyte),
            ["", ""] + (weight ? ["kg"] : []) + columns.map(\.unit),
            ["", "LOR"] + (weight ? ["0.01"] : []) + columns.map(\.lower),
        ]
            + rows.map { row in
                [row.name, row.type] + (weight ? [row.weight] : []) + Array(row.results[range])
            }
    }
}
