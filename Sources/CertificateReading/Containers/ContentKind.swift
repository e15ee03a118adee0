/// What a content is by its first bytes. Extensions lie: workbooks are delivered as `.CSV`.
enum ContentKind: Sendable, Hashable {
    case stream(Compression)
    case archive(ArchiveFormat)
    /// The old binary container of Microsoft Office.
    case ole2
    case document(DocumentKind)
    /// A packed file that Cupel does not open, by its usual name.
    case unsupported(String)
    /// Anything else; text, if the sender meant well.
    case other

    init(_ content: [UInt8]) {
        self = Self.signatures.first { content.starts(with: $0.bytes) }?.kind ?? .other
        // The one signature that does not stand at the beginning.
        if self == .other, TarBlocks.begin(content) { self = .archive(.tar) }
    }

    /// Whether a content is so short that a packed file may be on its way.
    static func mayBecomePacked(_ content: [UInt8]) -> Bool {
        signatures.contains { $0.bytes.count > content.count && $0.bytes.starts(with: content) && $0.kind.isPacked }
    }

    private var isPacked: Bool {
        switch self {
        case .stream, .archive: true
        case .ole2, .document, .unsupported, .other: false
        }
    }

    private static let signatures: [(bytes: [UInt8], kind: ContentKind)] =
        [
            ([0x1F, 0x8B], .stream(.gzip)),
            ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .stream(.xz)),
            ([0x28, 0xB5, 0x2F, 0xFD], .stream(.zstd)),
            (Array("PK\u{03}\u{04}".utf8), .archive(.zip)),
            (ZipEndRecord.mark, .archive(.zip)),
            ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive(.sevenZip)),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .ole2),
            (Array("%PDF-".utf8), .document(.pdf)),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .document(.png)),
            ([0xFF, 0xD8, 0xFF], .document(.jpeg)),
            ([0x49, 0x49, 0x2A, 0x00], .document(.tiff)),
            ([0x4D, 0x4D, 0x00, 0x2A], .document(.tiff)),
            (Array("{\\rtf".utf8), .document(.richText)),
            (Array("Rar!\u{1A}\u{07}".utf8), .unsupported("rar")),
            (Array("MSCF\0\0\0\0".utf8), .unsupported("cab")),
            ([0x1F, 0x9D], .unsupported("compress")),
            ([0x04, 0x22, 0x4D, 0x18], .unsupported("lz4")),
            (Array("LZIP\u{01}".utf8), .unsupported("lzip")),
        ]
        // A zstd file may begin with a frame that is skipped; parallel packers put their own notes there.
        + (UInt8(0x50)...0x5F).map { ([$0, 0x2A, 0x4D, 0x18], .stream(.zstd)) }
        // A text may begin with BZh as well; the mark of the first block, or of the end, makes it certain.
        + (UInt8(ascii: "1")...UInt8(ascii: "9")).flatMap { level in
            [Bzip2Streams.blockMark, Bzip2Streams.endMark].map { (Array("BZh".utf8) + [level] + $0, .stream(.bzip2)) }
        }
}
