/// The old binary container of Microsoft Office (MS-CFB): which program wrote it shows in the names of its streams.
enum OfficeContainer {
    private static let entryBytes = 128

    /// What it holds; nil for a workbook, and for what cannot be told from one.
    static func document(_ content: [UInt8]) -> DocumentKind? {
        let names = names(content)
        // A letter may hold a table of Excel, and the other way round: only what is sure is let pass as a letter.
        guard names.isDisjoint(with: ["Workbook", "Book", "EncryptedPackage"]) else { return nil }
        if names.contains("WordDocument") { return .word }
        if names.contains("PowerPoint Document") { return .powerPoint }
        return names.contains { $0.hasPrefix("__substg1.0_") } ? .outlookMessage : nil
    }

    static func isProtected(_ content: [UInt8]) -> Bool { names(content).contains("EncryptedPackage") }

    /// The names in the first sector of the directory, where the main streams stand.
    private static func names(_ content: [UInt8]) -> Set<String> {
        var header = ByteCursor(content, in: 30..<52)
        guard let shift = try? header.number(2), (9...12).contains(shift), (try? header.take(16)) != nil,
            let sector = try? header.number(4), sector < UInt64(content.count)
        else { return [] }
        let size = 1 << Int(shift)
        let start = (Int(sector) + 1) * size
        var names: Set<String> = []
        for entry in stride(from: start, to: start + size, by: entryBytes) where entry + entryBytes <= content.count {
            var length = ByteCursor(content, in: (entry + 64)..<(entry + 66))
            // In bytes, with the NUL that ends it.
            guard let bytes = try? length.number(2), (2...64).contains(bytes) else { continue }
            let units = stride(from: entry, to: entry + Int(bytes) - 2, by: 2).map {
                UInt16(content[$0]) | UInt16(content[$0 + 1]) << 8
            }
            names.insert(String(decoding: units, as: UTF16.self))
        }
        return names
    }
}
