import TestSupport

/// A workbook whose parts libFuzzer changes as texts: in an input that begins with the byte 1, each 1 begins a part, its
/// path is the first line, and the rest is its text. XML never holds that byte, and checksums are made to fit.
enum PackedWorkbook {
    private static let mark: UInt8 = 1
    private static let lineFeed = UInt8(ascii: "\n")

    static func parts(of workbook: WorkbookFixture) -> [UInt8] {
        workbook.texts.flatMap { [mark] + Array($0.path.utf8) + [lineFeed] + Array($0.text.utf8) }
    }

    /// The zip that an input stands for; the input itself where it is no parts.
    static func file(of input: [UInt8]) -> [UInt8] {
        guard input.first == mark else { return input }
        return ZipFixture.zip(
            input.dropFirst().split(separator: mark).map { part in
                let lines = part.split(separator: lineFeed, maxSplits: 1, omittingEmptySubsequences: false)
                let path = String(decoding: lines.first ?? [], as: UTF8.self)
                return ZipFixture.Entry(path, lines.count > 1 ? Array(lines[1]) : [])
            }
        )
    }
}
