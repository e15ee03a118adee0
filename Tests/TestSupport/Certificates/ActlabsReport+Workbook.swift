extension ActlabsReport {
    /// The workbook that Actlabs sends: results and quality control on sheets of their own, report number and date in
    /// one cell each, above both.
    ///
    /// - Parameter quality: the report of the sheet `QC`; nil for none.
    public func workbook(results title: String = "Results", quality: ActlabsReport?) -> WorkbookFixture {
        var sheets = [WorkbookFixture.Sheet(title, cells)]
        if let quality { sheets.append(.init("QC", quality.cells)) }
        return WorkbookFixture(sheets)
    }

    private var cells: [[WorkbookFixture.Cell]] {
        text.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { .init(printed: String($0)) }
        }
    }
}
