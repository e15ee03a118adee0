/// Office files, as far as their kind shows: zips of a certain content, and the old binary container (MS-CFB).
public enum OfficeFixture {
    public static let workbook = ZipFixture.zip([
        .init("[Content_Types].xml", "<x/>"), .init("xl/workbook.xml", "<x/>"),
    ])

    public static let letter = ZipFixture.zip([
        .init("[Content_Types].xml", "<x/>"), .init("word/document.xml", "<x/>"),
    ])

    public static let presentation = ZipFixture.zip([
        .init("[Content_Types].xml", "<x/>"), .init("ppt/presentation.xml", "<x/>"),
    ])

    /// - Parameter kind: `spreadsheet`, `text`.
    public static func openDocument(_ kind: String) -> [UInt8] {
        ZipFixture.zip([
            .init("mimetype", "application/vnd.oasis.opendocument." + kind), .init("content.xml", "<x/>"),
        ])
    }

    /// A header and one sector of the directory with the names of streams.
    public static func binary(streams: [String]) -> [UInt8] {
        var file: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        file[30] = 9  // sectors of 512 bytes; the directory stands in the first
        for name in ["Root Entry"] + streams {
            var entry: [UInt8] = []
            for unit in name.utf16 { entry.append(littleEndian: unit) }
            entry += [UInt8](repeating: 0, count: 64 - entry.count)
            entry.append(littleEndian: UInt16(2 * name.utf16.count + 2))
            file += entry + [UInt8](repeating: 0, count: 62)
        }
        return file
    }
}
