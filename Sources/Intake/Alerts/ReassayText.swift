public import Ledger
import QualityControl

/// What a person reads of a batch's re-assays, and of the failures that it answers: for alerts and for `cupel show`.
public struct ReassayText: Sendable {
    private let record: BatchRecord

    public init(_ record: BatchRecord) { self.record = record }

    /// What was repeated of this batch, with the comparison as evidence; empty where nothing was.
    public var reassays: [String] {
        guard !record.reassays.isEmpty else { return [] }
        let end: ReassayEnd =
            switch record.queueItem?.standing.phase {
            case .accepted, .rejected: .decided
            case .resolved: .closed
            case .open, .inReview, .reassayRequested, nil: .waiting
            }
        var lines = [QualityWords.reassayed(by: record.reassays.map(\.link.answer), end)]
        for reassay in record.reassays {
            lines.append("\(reassay.link.reassay.batch):")
            lines += reassay.coverage.comparisons.map { "  " + QualityWords.comparison($0) }
            if !reassay.coverage.missing.isEmpty {
                lines.append("  " + QualityWords.stillMissing(reassay.coverage.missing))
            }
        }
        return lines
    }

    /// Which failures this batch is a re-assay of.
    public var reassayOf: [String] {
        record.reassayOf.map { QualityWords.reassay(of: $0.link.failed.batch, $0.link.answer) }
    }
}
