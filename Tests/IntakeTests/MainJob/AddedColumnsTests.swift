import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("Main job: an issue that adds columns")
struct AddedColumnsTests {
    /// The first issue, by another method and with the client's samples.
    private static let first: ActlabsReport = {
        var report = ActlabsReport(
            reportNumber: "A25-15568",
            columns: [("Ag", "ppb", "3", "AR-MS"), ("Cu", "ppb", "50", "AR-MS"), ("Au", "ppb", "0.2", "AR-MS")],
            rows: [("PF25SS07", ["15", "41000", "0.9"]), ("PF25SS08", ["21", "38500", "< 0.2"])]
        )
        report.reportDate = "27/11/2025"
        return report
    }()

    private static let quality: ActlabsReport = {
        var report = first
        report.rows = [
            ("PF25SS07 Orig", ["15", "41200", "0.9"]), ("PF25SS07 Dup", ["16", "40700", "0.8"]),
            ("Method Blank", ["< 3", "< 50", "< 0.2"]),
        ]
        return report
    }()

    /// Quality control of the added gold only, as Actlabs sends it.
    private static let second: WorkbookFixture = {
        var report = ActlabsReport(
            reportNumber: "A25-15568-Final2",
            columns: [("Au", "ppb", "2", "FA-ICP")],
            rows: [
                ("OREAS L14 Meas", ["3140"]), ("OREAS L14 Cert", ["3240"]), ("PF25SS07 Orig", ["< 2"]),
                ("PF25SS07 Dup", ["< 2"]), ("Method Blank", ["< 2"]),
            ]
        )
        report.reportDate = "15/12/2025"
        var samples = report
        samples.rows = [("PF25SS07", ["< 2"]), ("PF25SS08", ["5"])]
        return samples.workbook(quality: report)
    }()

    /// Delivers both in an order, and expects both to count.
    private func expectBoth(_ second: [UInt8], secondName: String) throws {
        let files = [("A25-15568Final.xlsx", Self.first.workbook(quality: Self.quality).bytes), (secondName, second)]
        for order in [files, files.reversed()] {
            let run = try PipelineRun()
            for (name, bytes) in order {
                try run.lab.deliver(name, bytes)
                guard case .ingested = try run.process([FileName(name)]).first else {
                    Issue.record("\(name) was not taken")
                    return
                }
            }
            #expect(
                try run.rows(
                    "SELECT batch, reported, revision, superseded_by IS NULL FROM certificates ORDER BY revision"
                ) == ["A25-15568|2025-11-27|1|1", "A25-15568|2025-12-15|2|1"]
            )
            #expect(try run.rows("SELECT count(*) FROM verdicts WHERE current") == ["2"])
            // What the second issue adds stands beside the gold that it does not replace.
            #expect(
                try run.rows(
                    """
                    SELECT DISTINCT analyte, method, detection_limit FROM determinations WHERE analyte = 'Au'
                    ORDER BY method
                    """
                ) == ["Au|AR-MS|0.2", "Au|FA-ICP|2.0"]
            )
        }
    }

    @Test("adds to its work order and replaces nothing, whichever comes first")
    func ownWorkbooks() throws {
        try expectBoth(Self.second.bytes, secondName: "A25-15568-Final2.xlsx")
    }

    @Test("is the real one too", .enabled(if: SharedFiles.arePresent))
    func realReissue() throws {
        try expectBoth(
            try SharedFiles.bytes("real/actlabs/A25-15568-Final2.xlsx"),
            secondName: "A25-15568-Final2.xlsx"
        )
    }
}
