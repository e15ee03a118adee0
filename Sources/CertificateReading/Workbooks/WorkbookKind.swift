/// What kind of workbook a zip is, by the paths in it.
enum WorkbookKind: Sendable, Hashable {
    /// xlsx and its kin with macros (xlsm) or as a template (xltx).
    case openXML
    /// xlsb: the same package, its parts in a binary form.
    case binary
    /// ods.
    case openDocument

    /// nil for any other zip.
    init?(paths: some Sequence<String>) {
        var hasTypes = false
        var hasSheets = false
        var isBinary = false
        var hasMediaType = false
        var hasDocument = false
        for path in paths {
            let path = path.lowercased()
            if path == "[content_types].xml" { hasTypes = true }
            // Nearly all writers use this folder; the others still call the part a workbook.
            if path.hasPrefix("xl/") || path.hasSuffix("/workbook.xml") || path == "workbook.xml" { hasSheets = true }
            if path == "xl/workbook.bin" { isBinary = true }
            if path == "mimetype" { hasMediaType = true }
            if path == "content.xml" { hasDocument = true }
        }
        if hasTypes, hasSheets {
            self = isBinary ? .binary : .openXML
        } else if hasMediaType, hasDocument {
            self = .openDocument
        } else {
            return nil
        }
    }
}
