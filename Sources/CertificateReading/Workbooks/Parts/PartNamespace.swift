/// The namespaces in which the elements of a part may stand.
///
/// Each part is read in its own one; an element of another namespace is passed over with all that is in it, as
/// ECMA-376 part 3 asks of a reader that does not know it.
enum PartNamespace: Sendable, Hashable {
    case contentTypes
    case relationships
    /// SpreadsheetML, as Excel writes it and in the strict form of ISO/IEC 29500.
    case spreadsheet

    private static let spreadsheets = [
        Array("http://schemas.openxmlformats.org/spreadsheetml/2006/main".utf8),
        Array("http://purl.oclc.org/ooxml/spreadsheetml/main".utf8),
    ]
    private static let contentTypeNames = [Array("http://schemas.openxmlformats.org/package/2006/content-types".utf8)]
    private static let relationshipNames = [Array("http://schemas.openxmlformats.org/package/2006/relationships".utf8)]

    /// The names of the namespace in a file.
    var names: [[UInt8]] {
        switch self {
        case .contentTypes: Self.contentTypeNames
        case .relationships: Self.relationshipNames
        case .spreadsheet: Self.spreadsheets
        }
    }
}
