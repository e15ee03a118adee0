/// The parts of a workbook in their zip (ECMA-376 part 2), read as streams: no part is ever held whole.
struct WorkbookPackage {
    private let archive: PartArchive
    private let parts: Set<PartPath>
    private var budget: InflationBudget

    /// Checks the whole directory before anything is inflated.
    ///
    /// - Throws: `workbook` for workbooks of another kind, `encrypted_workbook`, `too_many_members`, and
    ///   `corrupt_workbook` where two members have one name or a name leads out of the package.
    init(_ content: [UInt8], limits: ReadingLimits) throws(ReadingRefusal) {
        guard content.count <= limits.deliveredBytes else {
            throw .deliveryTooLarge(content.count, limit: limits.deliveredBytes)
        }
        // Members over one another, and what the directory hides.
        _ = try ZipDirectory(content, limits: limits)
        archive = PartArchive(content: content)
        var budget = InflationBudget(delivered: content.count, limits: limits)
        var parts: Set<PartPath> = []
        try archive.forEachMember { (member) throws(ReadingRefusal) in
            try budget.takeMember()
            guard parts.insert(PartPath(member.path)).inserted else { throw .partTwice(member.path) }
        }
        switch WorkbookKind(paths: parts.map(\.text)) {
        case .openXML: break
        case let other?: throw .workbook(other)
        case nil: throw .corruptWorkbook("it holds no sheets")
        }
        self.parts = parts
        self.budget = budget
    }

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
        try archive.forEachMember { (member) throws(ReadingRefusal) in
            guard let handler = wanted[PartPath(member.path)] else { return }
            let parser = try PartParser(part: member.path, namespace: namespace, handler: handler)
            try member.forEachPiece(&budget) { (piece) throws(ReadingRefusal) in
                try parser.parse(piece, isLast: false)
            }
            try parser.parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
        }
    }
}
