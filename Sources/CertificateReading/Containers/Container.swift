/// Opens a delivery, whatever it is packed in.
public enum Container {
    /// The files of a delivery, in the order of the container.
    ///
    /// Content decides, never the extension. A container may stand in a container (a gzip in a zip), but no deeper; a
    /// tar and the stream that it is packed in (tar.gz, tar.xz) are one, and a workbook is none. In an archive, hidden
    /// files and the `__MACOSX` folder are left out. Documents are members too, and told by ``Member/kind``; a delivery
    /// of nothing else is refused, and so is one in which anything cannot be opened.
    ///
    /// - Parameter name: the name of the delivery, for messages and for the only member.
    public static func open(
        _ content: [UInt8],
        name: String,
        limits: ReadingLimits = .standard
    ) throws(ReadingRefusal) -> [Member] {
        guard content.count <= limits.deliveredBytes else {
            throw .deliveryTooLarge(content.count, limit: limits.deliveredBytes).inside(name)
        }
        var budget = InflationBudget(delivered: content.count, limits: limits)
        let found = try members(of: Member(name: name, bytes: content), depth: 0, folder: "", budget: &budget)
        if let document = found.first, case .document(let kind) = document.kind, found.allSatisfy(\.isDocument) {
            throw .onlyDocuments(kind, count: found.count).inside(document.name)
        }
        return found
    }

    /// Whether a content that is still arriving could be whole: a compressed stream and a tar run to their ends, a zip
    /// has its end record, a 7z the header that it ends in. False only where more bytes could still complete it; what
    /// is merely bad is for ``open(_:name:limits:)`` to refuse.
    ///
    /// A gzip has to be inflated for this, into a small buffer that is used again and again; the others are not.
    public static func isStructurallyComplete(_ content: [UInt8], limits: ReadingLimits = .standard) -> Bool {
        switch ContentKind(content) {
        case .stream(.gzip): return isWholeGzip(content, limits)
        case .stream(.bzip2): return Bzip2Streams.areWhole(content)
        case .stream(.xz): return XZStreams.survey(content) != .cut
        case .stream(.zstd): return ZstdFrames.survey(content) != .cut
        case .archive(.zip): return ZipEndRecord.isPresent(in: content)
        case .archive(.tar): return TarBlocks.end(of: content) != .cut
        case .archive(.sevenZip):
            switch SevenZipHeader.start(of: content) {
            case .header, .empty: return true
            case .cut, .unfinished: return false
            }
        case .other: return content.isEmpty || !ContentKind.mayBecomePacked(content)
        case .ole2, .document, .unsupported: return true
        }
    }

    /// What a delivery is packed in, for the format of a certificate: `+gzip`, `+7z`; empty for a plain file and for a
    /// workbook.
    static func packing(of content: [UInt8], limits: ReadingLimits) -> String {
        switch ContentKind(content) {
        case .stream(let compression): return "+" + compression.rawValue
        case .archive(.zip):
            let directory = try? ZipDirectory(content, limits: limits)
            return directory?.office(content) == nil ? "+zip" : ""
        case .archive(let format): return "+" + format.rawValue
        case .ole2, .document, .unsupported, .other: return ""
        }
    }

    private static func isWholeGzip(_ content: [UInt8], _ limits: ReadingLimits) -> Bool {
        var budget = InflationBudget(delivered: content.count, limits: limits)
        do throws(ReadingRefusal) {
            try GzipStream.inflate(content, streams: limits.streams) { (piece, packed) throws(ReadingRefusal) in
                try budget.take(piece.count, packed: packed)
            }
            return true
        } catch {
            return error.code != .truncatedGzip
        }
    }
}

// MARK: - Opening

extension Container {
    /// - Parameters:
    ///   - depth: how many containers are open already.
    ///   - folder: what stands before the paths of members: the archive in which this archive stands.
    private static func members(
        of file: Member,
        depth: Int,
        folder: String,
        budget: inout InflationBudget
    ) throws(ReadingRefusal) -> [Member] {
        guard !file.bytes.isEmpty else { throw .emptyFile.inside(file.name) }
        switch ContentKind(file.bytes) {
        case .other: return [file]
        case .document(let kind): return [file.as(.document(kind))]
        case .ole2:
            guard let kind = OfficeContainer.document(file.bytes) else { throw oldWorkbook(file) }
            return [file.as(.document(kind))]
        case .unsupported(let kind): throw .unsupportedContainer(kind).inside(file.name)
        case .stream(let compression):
            guard depth < 2 else { throw .nestedTooDeep.inside(file.name) }
            let content = try inflated(file, compression, depth: depth, budget: &budget)
            if ContentKind(content.bytes) == .archive(.tar) {
                return try unpacked(content, .tar, depth: depth, folder: folder, budget: &budget)
            }
            return try members(of: content, depth: depth + 1, folder: folder, budget: &budget)
        case .archive(let format):
            if format == .zip, let member = try officeFile(file, budget.limits) { return [member] }
            guard depth < 2 else { throw .nestedTooDeep.inside(file.name) }
            return try unpacked(file, format, depth: depth, folder: folder, budget: &budget)
        }
    }

    private static func oldWorkbook(_ file: Member) -> ReadingRefusal {
        let isProtected = OfficeContainer.isProtected(file.bytes)
        let refusal: ReadingRefusal =
            isProtected ? .encryptedWorkbook : .workbook("an Excel workbook of the old kind (xls)")
        return refusal.inside(file.name)
    }

    /// A zip that is a workbook or a letter; nil for an archive.
    private static func officeFile(_ file: Member, _ limits: ReadingLimits) throws(ReadingRefusal) -> Member? {
        do throws(ReadingRefusal) {
            switch try ZipDirectory(file.bytes, limits: limits).office(file.bytes) {
            case nil: return nil
            case .workbook: return file.as(.workbook)
            case .document(let kind): return file.as(.document(kind))
            case .openWorkbook: throw .workbook(.openDocument)
            }
        } catch {
            throw error.inside(file.name)
        }
    }

    private static func inflated(
        _ file: Member,
        _ compression: Compression,
        depth: Int,
        budget: inout InflationBudget
    ) throws(ReadingRefusal) -> Member {
        var content: [UInt8] = []
        // Text deflates to a tenth or so; what the file declares is not trusted.
        content.reserveCapacity(min(file.bytes.count * 8, budget.remaining))
        do throws(ReadingRefusal) {
            let limits = budget.limits
            try CompressedStream.inflate(file.bytes, compression, limits: limits) {
                (piece, packed) throws(ReadingRefusal) in
                try budget.take(piece.count, packed: depth == 0 ? packed : nil)
                piece.withUnsafeBufferPointer { content.append(contentsOf: $0) }
            }
        } catch {
            throw error.inside(file.name)
        }
        return Member(name: file.name, bytes: content)
    }

    private static func unpacked(
        _ file: Member,
        _ format: ArchiveFormat,
        depth: Int,
        folder: String,
        budget: inout InflationBudget
    ) throws(ReadingRefusal) -> [Member] {
        let files: [(path: String, bytes: [UInt8])]
        do throws(ReadingRefusal) {
            files = try Archive(content: file.bytes, format: format).files(&budget)
        } catch {
            throw error.inside(file.name)
        }
        var found: [Member] = []
        for entry in files {
            let member = Member(name: folder + entry.path, bytes: entry.bytes)
            found += try members(of: member, depth: depth + 1, folder: member.name + "/", budget: &budget)
        }
        return found
    }
}

extension Member {
    fileprivate func `as`(_ kind: Kind) -> Member { Member(name: name, bytes: bytes, kind: kind) }

    fileprivate var isDocument: Bool {
        if case .document = kind { true } else { false }
    }
}
