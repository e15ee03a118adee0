/// The elements that a workbook is read by, of all parts. What is not named here is passed over.
enum PartName: Sendable, Hashable {
    // [Content_Types].xml and relationships
    case types, override, relationships, relationship
    // The workbook
    case workbook, workbookPr, sheets, sheet
    // Styles
    case styleSheet, numFmt, cellXfs, xf
    // Strings
    case sst, si, t, rPh
    // A sheet
    case worksheet, row, c, v, f, inlineString, mergeCell
    case other

    init(_ name: UnsafeBufferPointer<UInt8>) {
        // Nearly all elements of a large workbook have names of one letter.
        if name.count == 1 {
            switch name[0] {
            case UInt8(ascii: "c"): self = .c
            case UInt8(ascii: "v"): self = .v
            case UInt8(ascii: "t"): self = .t
            case UInt8(ascii: "f"): self = .f
            default: self = .other
            }
            return
        }
        self = Self.longer.first { name.elementsEqual($0.name.utf8) }?.element ?? .other
    }

    private static let longer: [(name: String, element: PartName)] = [
        ("row", .row), ("si", .si), ("is", .inlineString), ("rPh", .rPh), ("xf", .xf), ("mergeCell", .mergeCell),
        ("Relationship", .relationship), ("Override", .override), ("sheet", .sheet), ("numFmt", .numFmt),
        ("cellXfs", .cellXfs), ("sheets", .sheets), ("workbookPr", .workbookPr), ("Types", .types),
        ("Relationships", .relationships), ("workbook", .workbook), ("styleSheet", .styleSheet), ("sst", .sst),
        ("worksheet", .worksheet),
    ]
}
