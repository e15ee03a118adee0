import CArchive

/// The parts of a workbook in their zip (ECMA-376 part 2), read as streams: no part is ever held whole.
struct WorkbookPackage {
    private let content: [UInt8]
    private let parts: Set<PartPath>
    private var budget: InflationBudget

    /// Checks the whole directory before anything is inflated.
    ///
    /// - Throws: `workbook` for workbooks of another kind, `corrupt_workbook` where two members have one name, and
    ///   all that a zip can be refused for.
    init(_ content: [UInt8], limits: ReadingLimits) throws(ReadingRefusal) {
        guard content.count <= limits.deliveredBytes else {
            throw .deliveryTooLarge(content.count, limit: limits.deliveredBytes)
        }
        var budget = InflationBudget(delivered: content.count, limits: limits)
        var paths: [String] = []
        var parts: Set<PartPath> = []
        try ZipArchive.forEachEntry(of: content) { (_, entry) throws(ReadingRefusal) in
            try budget.takeMember()
            let path = try ZipArchive.checkedPath(of: entry)
            guard parts.insert(PartPath(path)).inserted else { throw .partTwice(path) }
            paths.append(path)
        }
        switch WorkbookKind(paths: paths) {
        case .openXML: break
        case let other?: throw .workbook(other)
        case nil: throw .corruptWorkbook("it holds no workbook")
        }
        self.content = content
        self.parts = parts
        self.budget = budget
    }

    func contains(_ part: PartPath) -> Bool { parts.contains(part) }

    /// Reads parts into their handlers, in the order in which they stand in the zip.
    ///
    /// - Throws: `corrupt_workbook` where one is missing or damaged, `too_large`, `bomb`, and what handlers throw.
    mutating func read(
        _ wanted: [PartPath: any PartHandler],
        in namespace: PartNamespace
    ) throws(ReadingRefusal) {
        if let missing = wanted.keys.filter({ !parts.contains($0) }).map(\.text).min() { throw .missingPart(missing) }
        var budget = budget
        defer { self.budget = budget }
        try ZipArchive.forEachEntry(of: content) { (archive, entry) throws(ReadingRefusal) in
            let path = try ZipArchive.checkedPath(of: entry)
            guard let handler = wanted[PartPath(path)] else { return }
            try ZipArchive.checkMethod(archive)
            let parser = try PartParser(part: path, namespace: namespace, handler: handler)
            try ZipArchive.forEachPiece(of: archive, budget: &budget) { (piece) throws(ReadingRefusal) in
                try parser.parse(piece, isLast: false)
            }
            try parser.parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
        }
    }
}
