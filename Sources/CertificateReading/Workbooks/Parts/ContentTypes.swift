/// What `[Content_Types].xml` says of the main parts: which of them is a workbook.
final class ContentTypes: PartHandler {
    static let path = PartPath("[Content_Types].xml")

    let root = PartName.types
    private let limit: Int
    private var mainTypes: [PartPath: String] = [:]

    init(limits: ReadingLimits) { self.limit = limits.members }

    func start(_ element: PartElement) throws(ReadingRefusal) {
        guard element.name == .override, let type = element.text("ContentType"), type.contains(".main"),
            let part = element.text("PartName"), let path = PartPath(target: part, of: nil)
        else { return }
        guard mainTypes.count < limit else { throw .tooManyRelationships(limit) }
        mainTypes[path] = type
    }

    /// Refuses a document that is no workbook, and a workbook whose parts are not XML.
    func check(_ part: PartPath) throws(ReadingRefusal) {
        guard let type = mainTypes[part] else { return }
        if type.contains("sheet.binary") { throw .workbook(.binary) }
        let isWorkbook = type.contains("spreadsheetml") || type.contains("ms-excel")
        guard isWorkbook else { throw .corruptWorkbook("its main part is of the kind \(type.prefix(120))") }
    }
}
