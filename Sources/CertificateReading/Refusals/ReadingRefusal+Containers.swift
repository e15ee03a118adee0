// The words for packed files that are damaged, dangerous, or too much. Tests pin them.

private let askAgain = "Ask the laboratory to send the file again"
private let askWhere = "Do not unpack it; ask the sender where the file comes from"

// MARK: - Compressed streams

extension ReadingRefusal {
    static func truncated(_ compression: Compression) -> ReadingRefusal {
        ReadingRefusal(
            compression == .gzip ? .truncatedGzip : .truncatedContainer,
            "\(compression.words) ends before its end, so rows would be missing; the transfer was probably cut short",
            advice: askAgain
        )
    }

    static func corrupt(_ compression: Compression, _ reason: String) -> ReadingRefusal {
        ReadingRefusal(
            compression == .gzip ? .corruptGzip : .corruptContainer,
            "\(compression.words) is damaged (\(reason))",
            advice: askAgain
        )
    }

    /// - Parameter file: `the xz file`
    static func trailingGarbage(_ file: String, _ count: Int) -> ReadingRefusal {
        ReadingRefusal(
            file == Compression.gzip.words ? .gzipTrailingGarbage : .containerTrailingGarbage,
            "behind the end of \(file) stands something else (bytes: \(count)), which may belong to the certificate",
            advice: askAgain
        )
    }

    static func tooManyStreams(_ compression: Compression, limit: Int) -> ReadingRefusal {
        ReadingRefusal(
            .tooManyMembers,
            "\(compression.words) is made of more than \(limit) streams, one behind the other",
            advice: "Pack it again in one piece"
        )
    }

    static func dictionaryTooLarge(_ file: String, _ wanted: UInt64, limit: Int) -> ReadingRefusal {
        ReadingRefusal(
            .tooLarge,
            "\(file) asks for \(wanted) bytes of memory to be unpacked, more than the \(limit) that are given",
            advice: "Pack it again at an ordinary level, or ask the sender where the file comes from"
        )
    }
}

// MARK: - Archives

extension ReadingRefusal {
    static func truncatedArchive(_ format: ArchiveFormat) -> ReadingRefusal {
        ReadingRefusal(
            .truncatedContainer,
            "\(format.words) ends before its end, so files would be missing; the transfer was probably cut short",
            advice: askAgain
        )
    }

    static func corrupt(_ format: ArchiveFormat, _ reason: String) -> ReadingRefusal {
        ReadingRefusal(
            format == .zip ? .corruptZip : .corruptContainer,
            "\(format.words) is damaged or incomplete (\(reason))",
            advice: askAgain
        )
    }

    static func encryptedArchive(_ format: ArchiveFormat) -> ReadingRefusal {
        ReadingRefusal(
            format == .zip ? .encryptedZip : .encryptedContainer,
            "\(format.words) is protected by a password",
            advice: "Unpack it and deliver the files, or ask for a \(format.rawValue) without a password"
        )
    }

    static func emptyArchive(_ format: ArchiveFormat) -> ReadingRefusal {
        ReadingRefusal(
            format == .zip ? .emptyZip : .emptyContainer,
            "\(format.words) holds no file to read",
            advice: askAgain
        )
    }

    static func unusualZipMethod(_ format: String) -> ReadingRefusal {
        ReadingRefusal(
            .unsupportedContainer,
            "the file is packed by a method that Cupel does not open, \(format)",
            advice: "Pack it as an ordinary zip (deflate)"
        )
    }

    static func unusualPacking(_ format: ArchiveFormat, _ what: String) -> ReadingRefusal {
        ReadingRefusal(
            .unsupportedContainer,
            "\(format.words) is packed by a method that Cupel does not open \(what)",
            advice: "Pack it by LZMA or LZMA2, or as an ordinary zip"
        )
    }

    static func unsafeMemberPath(_ format: ArchiveFormat) -> ReadingRefusal {
        ReadingRefusal(
            .unsafeMemberPath,
            "\(format.words) holds a path that leads out of it, which honest packers do not write",
            advice: askWhere
        )
    }

    static func memberIsNoFile(_ format: ArchiveFormat) -> ReadingRefusal {
        ReadingRefusal(
            .unsafeMemberPath,
            "\(format.words) holds a link or a device in place of a file",
            advice: "Pack the file itself"
        )
    }

    static let sparseFile = ReadingRefusal(
        .unsupportedContainer,
        "the tar file holds a file with gaps (sparse), which Cupel does not fill",
        advice: "Pack it without the option for sparse files"
    )

    static func twiceUnderOneName(_ format: ArchiveFormat) -> ReadingRefusal {
        ReadingRefusal(
            .duplicateMember,
            "\(format.words) holds two files under this name, and nobody can tell which one counts",
            advice: "Pack the right one alone"
        )
    }

    static let overlappingEntries = ReadingRefusal(
        .duplicateMember,
        "the zip file holds two entries on the same bytes, which honest packers do not write",
        advice: askWhere
    )
}

// MARK: - Documents

extension ReadingRefusal {
    static func onlyDocuments(_ kind: DocumentKind, count: Int) -> ReadingRefusal {
        let more = count > 1 ? ", and nothing beside it is a certificate" : ""
        return ReadingRefusal(
            kind == .pdf ? .pdfDocument : .onlyDocuments,
            "this is \(kind.words), made for reading by people\(more)",
            advice: "Ask the laboratory for the same certificate as a CSV file"
        )
    }
}
