import TestSupport

/// What can pass between two laboratories and a geologist about some batches, so that each delivery changes what another
/// means: reissues, a preliminary, a re-assay, registers, one of them corrected, and the same content twice.
enum Correspondence {
    static let deliveries: [(name: String, bytes: [UInt8])] = {
        let first = GoldReport("VA26030001", samples: "A1", reported: "2026-03-01", standard: GoldReport.high)
        let second = GoldReport("VA26030002", samples: "A2", reported: "2026-03-05", standard: GoldReport.failing)
        let third = GoldReport("VA26030003", samples: "A3", reported: "2026-03-10")
        var reissue = third
        reissue.reported = "2026-03-12"
        reissue.standard = GoldReport.high
        var preliminary = GoldReport("VA26030004", samples: "A4", reported: "2026-03-14")
        preliminary.status = "Preliminary"
        let reassay = GoldReport("VA26030009", samples: "A2", reported: "2026-03-20")
        let revised = "sample,type,reference,parent,revision\n"
        func rows(_ report: GoldReport, _ material: String, _ revision: Int) -> String {
            "\(report.sample(5)),crm,\(material),,\(revision)\n\(report.sample(8)),blank,,,\(revision)\n"
        }
        let texts = [
            ("first.csv", first.text), ("second.csv", second.text), ("third.csv", third.text),
            ("reissue.csv", reissue.text), ("preliminary.csv", preliminary.text), ("reassay.csv", reassay.text),
            ("again.csv", second.text), ("register.csv", second.register),
            ("registers.csv", GoldReport.registerHeader + third.registerRows + preliminary.registerRows),
            ("wrong.csv", revised + rows(first, "OREAS 620", 1)),
            ("corrected.csv", revised + rows(first, "OREAS 602b", 2)),
        ]
        return texts.map { ($0.0, Array($0.1.utf8)) } + [
            ("added.xlsx", added.workbook(quality: addedQuality).bytes),
            ("silver.xlsx", silver.workbook(quality: nil).bytes),
        ]
    }()

    private static let silver = {
        var report = ActlabsReport(
            reportNumber: "A25-15568",
            columns: [("Ag", "ppb", "3", "AR-MS"), ("Cu", "ppb", "50", "AR-MS")],
            rows: [("PF25SS07", ["15", "41000"]), ("PF25SS08", ["21", "38500"])]
        )
        report.reportDate = "27/11/2025"
        return report
    }()

    /// An issue of the same work order that only adds a column.
    private static let added = {
        var report = ActlabsReport(
            reportNumber: "A25-15568-Final2",
            columns: [("Au", "ppb", "2", "FA-ICP")],
            rows: [("PF25SS07", ["< 2"]), ("PF25SS08", ["5"])]
        )
        report.reportDate = "15/12/2025"
        return report
    }()

    private static let addedQuality = {
        var report = added
        report.rows = [("OREAS L14 Meas", ["3140"]), ("OREAS L14 Cert", ["3240"]), ("Method Blank", ["< 2"])]
        return report
    }()
}
