/// Opens a delivery, whatever it is packed in.
public enum Container {
    /// The files of a delivery, in the order of the container.
    ///
    /// Content decides, never the extension. A container may stand in a container (a gzip in a zip), but no deeper.
    /// In a zip, hidden files and the `__MACOSX` folder are left out, and so are PDF copies beside readable files;
    /// anything else that cannot be read refuses the whole delivery.
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
        return try members(of: Member(name: name, bytes: content), depth: 0, folder: "", budget: &budget)
    }

    /// Whether a content that is still arriving could be whole: a gzip stream runs to its end, a zip has its end
    /// record. False only where more bytes could still complete it; what is merely bad is for ``open(_:name:limits:)``
    /// to refuse.
    ///
    /// A gzip has to be inflated for this, into a small buffer that is used again and again.
    public static func isStructurallyComplete(_ content: [UInt8], limits: ReadingLimits = .standard) -> Bool {
        switch ContentKind(content) {
        case .gzip:
            var budget = InflationBudget(delivered: content.count, limits: limits)
            do throws(ReadingRefusal) {
                try GzipStream.inflate(content) { (piece, packed) throws(ReadingRefusal) in
                    try budget.take(piece.count, packed: packed)
                }
                return true
            } catch {
                return error.code != .truncatedGzip
            }
        case .zip: return ZipEndRecord.isPresent(in: content)
        case .ole2, .pdf, .unsupported, .other: return true
        }
    }

    /// - Parameters:
    ///   - depth: how many containers are open already.
    ///   - folder: what stands before the paths of members: the zip in which this zip stands.
    private static func members(
        of file: Member,
        depth: Int,
        folder: String,
        budget: inout InflationBudget
    ) throws(ReadingRefusal) -> [Member] {
        guard !file.bytes.isEmpty else { throw .emptyFile.inside(file.name) }
        switch ContentKind(file.bytes) {
        case .other: return [file]
        case .ole2: throw .workbook("an Excel workbook of the old kind (xls)").inside(file.name)
        case .pdf: throw .pdfDocument.inside(file.name)
        case .unsupported(let kind): throw .unsupportedContainer(kind).inside(file.name)
        case .gzip:
            guard depth < 2 else { throw .nestedTooDeep.inside(file.name) }
            let content = try inflated(file, depth: depth, budget: &budget)
            return try members(of: content, depth: depth + 1, folder: folder, budget: &budget)
        case .zip:
            if ZipArchive.isWorkbook(file.bytes) { return [file] }
            guard depth < 2 else { throw .nestedTooDeep.inside(file.name) }
            return try unpacked(file, depth: depth, folder: folder, budget: &budget)
        }
    }

    private static func inflated(
        _ file: Member,
        depth: Int,
        budget: inout InflationBudget
    ) throws(ReadingRefusal) -> Member {
        var content: [UInt8] = []
        // Text deflates to a tenth or so; what the trailer declares is not trusted.
        content.reserveCapacity(min(file.bytes.count * 8, budget.remaining))
        do throws(ReadingRefusal) {
            try GzipStream.inflate(file.bytes) { (piece, packed) throws(ReadingRefusal) in
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
        depth: Int,
        folder: String,
        budget: inout InflationBudget
    ) throws(ReadingRefusal) -> [Member] {
        let entries = try ZipArchive.files(in: file.bytes, name: file.name, budget: &budget)
        let readable = entries.filter { ContentKind($0.bytes) != .pdf }
        if readable.isEmpty, let document = entries.first { throw .pdfDocument.inside(document.name) }
        var found: [Member] = []
        for entry in readable {
            let file = Member(name: folder + entry.name, bytes: entry.bytes)
            found += try members(of: file, depth: depth + 1, folder: file.name + "/", budget: &budget)
        }
        return found
    }
}
