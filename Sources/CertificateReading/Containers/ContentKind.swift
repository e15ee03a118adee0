/// What a content is by its first bytes. Extensions lie: workbooks are delivered as `.CSV`.
enum ContentKind: Sendable, Hashable {
    case gzip
    case zip
    /// The old binary container of Microsoft Office.
    case ole2
    case pdf
    /// An archive that Cupel does not open, by its usual name.
    case unsupported(String)
    /// Anything else; text, if the sender meant well.
    case other

    init(_ content: [UInt8]) {
        self = Self.signatures.first { content.starts(with: $0.bytes) }?.kind ?? .other
        // The one signature that does not stand at the beginning.
        if self == .other, content.count >= 262, content[257..<262].elementsEqual("ustar".utf8) {
            self = .unsupported("tar")
        }
    }

    private static let signatures: [(bytes: [UInt8], kind: ContentKind)] =
        [
            ([0x1F, 0x8B], .gzip),
            (Array("PK\u{03}\u{04}".utf8), .zip),
            (Array("PK\u{05}\u{06}".utf8), .zip),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole2),
            (Array("%PDF-".utf8), .pdf),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .unsupported("7z")),
            (Array("Rar!\u{1A}\u{07}".utf8), .unsupported("rar")),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .unsupported("xz")),
            ([0x28, 0xB5, 0x2F, 0xFD], .unsupported("zstd")),
            ([0x1F, 0x9D], .unsupported("compress")),
            (Array("MSCF\0\0\0\0".utf8), .unsupported("cab")),
        ]
        + (UInt8(ascii: "1")...UInt8(ascii: "9")).map { level in
            // A text may begin with BZh as well; the first block's mark (pi) makes it certain.
            (Array("BZh".utf8) + [level, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], .unsupported("bzip2"))
        }
}
