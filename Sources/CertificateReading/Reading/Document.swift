/// A member of a delivery as tables: one of delimited text, or the sheets of a workbook.
struct Document {
    let name: String
    /// Those that hold anything, in the order of their tabs.
    let sheets: [SheetVariants]
    /// Sheets of a workbook that are hidden, and are not read.
    let hiddenSheets: [String]

    init(_ member: Member, limits: ReadingLimits) throws(ReadingRefusal) {
        name = member.name
        do throws(ReadingRefusal) {
            if member.kind == .workbook {
                let workbook = try Workbook.read(member.bytes, name: member.name, limits: limits)
                sheets = workbook.sheets.map { SheetVariants($0, limits: limits) }
                hiddenSheets = workbook.hiddenSheets
                return
            }
            let text = try TextDecoding.utf8(member.bytes)
            let sheet = try Sheet.read(delimited: text, delimiter: nil, name: member.name, limits: limits)
            sheets = [SheetVariants(sheet, text: text, limits: limits)]
            hiddenSheets = []
        } catch {
            throw error.inside(member.name)
        }
    }
}
