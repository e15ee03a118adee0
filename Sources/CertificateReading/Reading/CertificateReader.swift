public import Geochemistry

/// Reads deliveries: opens containers, decodes texts, and finds the layout that fits.
public struct CertificateReader: Sendable {
    let laboratories: [Laboratory]
    let analytes: AnalyteTable
    let limits: ReadingLimits
    let methods: MethodLookup

    public init(laboratories: [Laboratory], analytes: AnalyteTable, limits: ReadingLimits = .standard) {
        self.laboratories = laboratories
        self.analytes = analytes
        self.limits = limits
        methods = MethodLookup(laboratories)
    }

    /// The certificates and registers of a delivery.
    ///
    /// A member of a container that is a document, or has no layout at all (a cover letter), goes to
    /// ``Delivery/documents``. A certificate or a register that is one and has a fault refuses the whole delivery: half
    /// of it would give wrong verdicts.
    ///
    /// - Parameter name: the file's name; plain tables without a work order are called after it.
    public func read(_ content: [UInt8], name: String) throws(ReadingRefusal) -> Delivery {
        let members = try Container.open(content, name: name, limits: limits)
        let packing = Container.packing(of: content, limits: limits)
        var delivery = Delivery()
        var refusals: [(name: String, refusal: ReadingRefusal)] = []
        for member in members {
            if case .document(let kind) = member.kind {
                delivery.documents.append(Delivery.Document(member, kind: kind))
                continue
            }
            do throws(ReadingRefusal) {
                try read(member, packing: packing, isInside: member.name != name, into: &delivery)
            } catch {
                let refusal = error.inside(member.name)
                guard Self.mayBeAnything(refusal), members.count > 1 else { throw refusal }
                refusals.append((member.name, refusal))
                delivery.documents.append(Delivery.Document(member, refused: refusal))
            }
        }
        guard delivery.certificates.isEmpty, delivery.registers.isEmpty else { return delivery }
        if let only = refusals.first, refusals.count == 1 { throw only.refusal }
        throw .nothingReadable(at: .init(member: name), reasons: refusals.map { ($0.name, $0.refusal.what) })
    }

    /// Refusals of a member that need not be a certificate at all. One that came close to a layout is a certificate with
    /// a fault, and must be heard.
    private static func mayBeAnything(_ refusal: ReadingRefusal) -> Bool {
        switch refusal.code {
        case .binary, .emptyFile: true
        case .noLayout: refusal.closest.isEmpty
        default: false
        }
    }

    /// - Parameter isInside: the member stands in a container, and its name is its path there.
    private func read(
        _ member: Member,
        packing: String,
        isInside: Bool,
        into delivery: inout Delivery
    ) throws(ReadingRefusal) {
        let document = try Document(member, limits: limits)
        var others: [SheetVariants] = []
        let hasDirectory = !headings(for: document.sheets).directories.isEmpty
        for variants in document.sheets {
            // A workbook with a directory of its columns is a database's: lists of samples in it are no registers.
            if !hasDirectory, let reading = RegisterReader.read(variants.sheet) {
                delivery.registers.append(try reading.get())
            } else {
                others.append(variants)
            }
        }
        if others.isEmpty, !document.sheets.isEmpty { return }
        let (certificates, registers) = try certificates(in: others, of: document)
        delivery.registers += registers
        for var certificate in certificates {
            certificate.format += packing
            addPublishedLimits(to: &certificate)
            if isInside { delivery.members[delivery.certificates.count] = member.name }
            delivery.certificates.append(certificate)
        }
    }

    /// What the header says of detection limits comes first; where it says nothing, the laboratory's own list speaks.
    private func addPublishedLimits(to certificate: inout Certificate) {
        guard let limits = methods.laboratory(named: certificate.laboratory)?.limits else { return }
        for index in certificate.columns.indices {
            let column = certificate.columns[index]
            guard column.detectionLimit == nil, let analyte = column.analyte else { continue }
            certificate.columns[index].publishedLimit = limits.limit(
                method: column.method,
                analyte: analyte,
                unit: column.unit
            )
        }
    }

    // MARK: Layouts

    /// What is needed to read headings, with the directories that stand among the sheets.
    func headings(for sheets: [SheetVariants]) -> HeadingReader {
        var headings = HeadingReader(analytes: analytes, methods: methods)
        for layout in laboratories.flatMap(\.layouts) {
            headings.directories[layout.id] = layout.directory.flatMap { DirectoryTable($0, of: layout, in: sheets) }
        }
        return headings
    }

    /// How every layout sees each sheet of a document.
    func searches(_ sheets: [SheetVariants]) -> [LayoutSearch] {
        let headings = headings(for: sheets)
        return sheets.map { LayoutSearch($0, laboratories: laboratories, headings: headings) }
    }

    func certificates(
        in sheets: [SheetVariants],
        of document: Document
    ) throws(ReadingRefusal) -> ([Certificate], [SampleRegister]) {
        let headings = headings(for: sheets)
        let searches = searches(sheets)
        var assembly = CertificateAssembly()
        var unread: [LayoutSearch] = []
        for search in searches {
            guard let fit = try search.chosen() else {
                unread.append(search)
                continue
            }
            for part in try SheetReading(fit: fit, headings: headings).parts() { assembly.add(part) }
        }
        guard unread.count < searches.count else {
            throw .noLayout(
                at: .init(member: document.name, sheet: searches.count == 1 ? searches[0].sheet.title : ""),
                closest: searches.first { !$0.closest.isEmpty }?.closest ?? []
            )
        }
        let directories = headings.directories.values.flatMap(\.titles)
        unread.removeAll { directories.contains($0.sheet.title) }
        let remarks = unread.map(Remark.sheetNotRead) + document.hiddenSheets.map(Remark.hiddenSheet)
        let certificates = try assembly.certificates().map { certificate in
            var certificate = certificate
            certificate.remarks += remarks
            return certificate
        }
        return (certificates, assembly.registers)
    }
}
