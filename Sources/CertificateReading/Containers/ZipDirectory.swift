/// The directory of a zip (APPNOTE 4.3.12): what every unpacker of the trade goes by. What hides between the entries is
/// not seen by them, and must not be seen by Cupel.
struct ZipDirectory {
    /// One entry: its name as it stands there, and which bytes of the file are its own.
    struct Entry: Sendable, Hashable {
        let name: [UInt8]
        let range: Range<Int>
    }

    let entries: [Entry]

    private static let entryMark: UInt64 = 0x0201_4B50
    private static let localMark: UInt64 = 0x0403_4B50
    private static let wideExtra: UInt64 = 0x0001
    /// In place of a number that has outgrown 32 bits.
    private static let isWide: UInt64 = 0xFFFF_FFFF

    /// Reads the directory whole, before anything is inflated.
    ///
    /// - Throws: `corrupt_zip` where it is missing, damaged, or two entries claim the same bytes, `too_many_members`,
    ///   `empty_zip`.
    init(_ content: [UInt8], limits: ReadingLimits) throws(ReadingRefusal) {
        guard let end = ZipEndRecord.find(in: content) else {
            throw .corrupt(.zip, "the end, which lists what is in it, is missing")
        }
        guard end.entries > 0 else { throw .emptyArchive(.zip) }
        guard end.entries <= UInt64(limits.members) else { throw .tooManyMembers(limits.members) }
        var entries: [Entry] = []
        var cursor = ByteCursor(content, in: Int(end.directory)..<end.start)
        do throws(ByteCursor.OutOfBytes) {
            for _ in 0..<end.entries {
                guard let entry = try Self.entry(content, &cursor, before: Int(end.directory)) else {
                    throw ByteCursor.OutOfBytes()
                }
                entries.append(entry)
            }
        } catch {
            throw .corrupt(.zip, "its list of files does not fit it")
        }
        var last = 0
        for entry in entries.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard entry.range.lowerBound >= last else { throw .overlappingEntries }
            last = entry.range.upperBound
        }
        self.entries = entries
    }

    /// - Returns: nil where the entry and what stands at its place do not agree.
    private static func entry(
        _ content: [UInt8],
        _ cursor: inout ByteCursor,
        before directory: Int
    ) throws(ByteCursor.OutOfBytes) -> Entry? {
        guard try cursor.number(4) == entryMark else { return nil }
        try cursor.take(16)
        var size = try cursor.number(4)
        let unpacked = try cursor.number(4)
        let (nameLength, extraLength, commentLength) = (
            try cursor.number(2), try cursor.number(2), try cursor.number(2)
        )
        try cursor.take(8)
        var offset = try cursor.number(4)
        let name = Array(content[try cursor.take(nameLength)])
        var extra = ByteCursor(content, in: try cursor.take(extraLength))
        try cursor.take(commentLength)
        if size == isWide || offset == isWide, try findWideExtra(&extra) {
            // In this order, and only those that have outgrown theirs.
            if unpacked == isWide { _ = try extra.number(8) }
            if size == isWide { size = try extra.number(8) }
            if offset == isWide { offset = try extra.number(8) }
        }

        var local = ByteCursor(content, in: 0..<directory)
        let start = try local.take(offset).upperBound
        guard try local.number(4) == localMark else { return nil }
        try local.take(22)
        let (localName, localExtra) = (try local.number(2), try local.number(2))
        guard content[try local.take(localName)].elementsEqual(name) else { return nil }
        try local.take(localExtra)
        return Entry(name: name, range: start..<(try local.take(size).upperBound))
    }

    private static func findWideExtra(_ extra: inout ByteCursor) throws(ByteCursor.OutOfBytes) -> Bool {
        while extra.remaining >= 4 {
            let (id, length) = (try extra.number(2), try extra.number(2))
            if id == wideExtra { return true }
            try extra.take(length)
        }
        return false
    }
}

// MARK: - Office

extension ZipDirectory {
    /// Office files are zips by their form, and no archives by their meaning.
    enum Office: Sendable, Hashable {
        /// xlsx and xlsb, which the reader of workbooks tells apart.
        case workbook
        /// A workbook of OpenDocument, which is not read.
        case openWorkbook
        case document(DocumentKind)
    }

    /// nil for an archive.
    func office(_ content: [UInt8]) -> Office? {
        let paths = entries.map { String(decoding: $0.name, as: UTF8.self) }
        switch WorkbookKind(paths: paths) {
        case .openXML, .binary: return .workbook
        case .openDocument: return openDocument(content)
        case nil: break
        }
        guard paths.contains("[Content_Types].xml") else { return nil }
        if paths.contains(where: { $0.hasPrefix("word/") }) { return .document(.word) }
        return paths.contains { $0.hasPrefix("ppt/") } ? .document(.powerPoint) : nil
    }

    private func openDocument(_ content: [UInt8]) -> Office {
        // The type stands in plain, and first, so that it can be read without unpacking (OpenDocument 1.3, part 2).
        let type = Array("application/vnd.oasis.opendocument.".utf8)
        let beginning = content.dropFirst(30).prefix(200)
        guard let place = beginning.indices.first(where: { beginning[$0...].starts(with: type) }) else {
            return .openWorkbook
        }
        let isSheet = beginning[(place + type.count)...].starts(with: Array("spreadsheet".utf8))
        return isSheet ? .openWorkbook : .document(.openDocument)
    }
}
