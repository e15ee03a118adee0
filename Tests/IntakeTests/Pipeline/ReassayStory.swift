import TestSupport

/// A batch that fails because of its CRM, and what the laboratory sends afterwards.
struct ReassayStory {
    /// Eight samples stand around the failed CRM A105 and the blank A108.
    static let failed = GoldReport("VA26030001", samples: "A1", standard: GoldReport.failing)

    /// The same samples again, with a CRM and a blank of their own.
    static func reassay(
        _ batch: String = "VA26030009",
        reported: String = "2026-03-20",
        standard: String = GoldReport.passing
    ) -> GoldReport {
        GoldReport(batch, samples: "A1", reported: reported, standard: standard)
    }

    /// A report with only the rows of some sample numbers.
    static func rows(_ numbers: [Int], of report: GoldReport) -> String {
        let kept = report.text.split(separator: "\r\n", omittingEmptySubsequences: false).filter { line in
            !line.hasPrefix(report.samples) || numbers.contains { line.hasPrefix(report.sample($0) + ",") }
        }
        return kept.joined(separator: "\r\n").replacing("# of SAMPLES : 10", with: "# of SAMPLES : \(numbers.count)")
    }

    /// Links and queue, as a script sees them.
    static func links(_ run: PipelineRun) throws -> [String] {
        try run.rows(
            """
            SELECT failed_batch, failed_laboratory, reassay_batch, samples_listed, samples_covered,
                determinations_listed, determinations_covered, reassay_outcome, answered
            FROM reassays ORDER BY failed_batch, reassay_batch
            """
        )
    }

    static func summary(_ run: PipelineRun) throws -> String {
        try run.rows("SELECT summary FROM failure_queue WHERE batch = 'VA26030001'").first ?? ""
    }
}
