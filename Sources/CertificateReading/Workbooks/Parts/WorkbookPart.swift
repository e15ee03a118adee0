/// What the main part says: the tabs in their order, and from when days count.
final class WorkbookPart: PartHandler {
    struct Tab {
        var name: String
        /// The relationship that leads to the sheet.
        var relationship: String
        var isHidden: Bool
    }

    let root = PartName.workbook
    private(set) var tabs: [Tab] = []
    private(set) var countsFrom1904 = false
    private let limit: Int

    init(limits: ReadingLimits) { self.limit = limits.members }

    func start(_ element: PartElement) throws(ReadingRefusal) {
        switch element.name {
        case .workbookPr: countsFrom1904 = element.isTrue("date1904")
        case .sheet:
            guard tabs.count < limit else { throw .tooManySheets(limit) }
            guard let name = element.bytes("name"), !name.isEmpty, let relationship = element.relationshipID else {
                throw .corruptWorkbook("a sheet in it has no name or no place")
            }
            let state = element.text("state")
            tabs.append(
                Tab(
                    name: String(decoding: EscapedText.decoded(name), as: UTF8.self),
                    relationship: relationship,
                    isHidden: state == "hidden" || state == "veryHidden"
                )
            )
        default: break
        }
    }
}
