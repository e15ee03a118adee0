public import Geochemistry

/// Reads deliveries: opens containers, decodes texts, and finds the layout that fits.
public struct CertificateReader: Sendable {
    let laboratories: [Laboratory]
    let analytes: AnalyteTable
    let limits: ReadingLimits
    let methods: MethodLookup

    /// How many layouts that almost fit are named.
    static let nearMissesShown = 3

    public init(laboratories: [Laboratory], analytes: AnalyteTable, limits: ReadingLimits = .standard) {
        self.laboratories = laboratories
        self.analytes = analytes
        self.limits = limits
        methods = MethodLookup(laboratories)
    }

    /// The certificates and registers of a delivery.
    ///
    /// A member of a container that has no layout at all (a cover letter) goes to ``Delivery/others``. A certificate
    /// or a register that is one and has a fault refuses the whole delivery: half of it would give wrong verdicts.
    ///
    /// - Parameter name: the file's name; plain tables without a work order are called after it.
    public func read(_ content: [UInt8], name: String) throws(ReadingRefusal) -> Delivery {
        let members = try Container.open(content, name: name, limits: limits)
        let packing = Self.packing(of: content)
        var delivery = Delivery()
        var refusals: [(name: String, refusal: ReadingRefusal)] = []
        for member in members {
            do throws(ReadingRefusal) {
                try read(member, packing: packing, into: &delivery)
            } catch {
                let refusal = error.inside(member.name)
                guard Self.mayBeAnything(refusal), members.count > 1 else { throw refusal }
                refusals.append((member.name, refusal))
                delivery.others.append(Delivery.Other(name: member.name, reason: refusal.message))
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
        case .binary, .emptyFile, .pdfDocument: true
        case .noLayout: refusal.closest.isEmpty
        default: false
        }
    }

    private func read(_ member: Member, packing: String, into delivery: inout Delivery) throws(ReadingRefusal) {
        let text = try TextDecoding.utf8(member.bytes)
        let sheet = try Sheet.read(delimited: text, delimiter: nil, name: member.name, limits: limits)
        if let reading = RegisterReader.read(sheet) {
            delivery.registers.append(try reading.get())
            return
        }
        for var certificate in try certificates(in: text, sheet: sheet) {
            certificate.format += packing
            addPublishedLimits(to: &certificate)
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

    /// `+gzip` or `+zip`, by the first bytes, for a certificate's format.
    private static func packing(of content: [UInt8]) -> String {
        if content.starts(with: [0x1F, 0x8B]) { return "+gzip" }
        return content.starts(with: [0x50, 0x4B]) ? "+zip" : ""
    }

    // MARK: Layouts

    func certificates(in text: [UInt8], sheet: Sheet) throws(ReadingRefusal) -> [Certificate] {
        var sheets = [sheet.delimiter: sheet]
        guard let start = sheet.firstFilledRow(from: 0) else {
            throw .noLayout(at: .init(member: sheet.name), closest: [])
        }
        var fits: [(fit: LayoutFit, sheet: Sheet)] = []
        var misses: [(layout: String, miss: LayoutFit.Miss)] = []
        let headings = HeadingReader(analytes: analytes, methods: methods)
        for laboratory in laboratories {
            for layout in laboratory.layouts {
                let sheet = try cached(layout.delimiter, text: text, sheet: sheet, in: &sheets)
                do throws(LayoutFit.Miss) {
                    let start = sheet.firstFilledRow(from: 0) ?? start
                    let fit = try LayoutFit.fit(layout, of: laboratory, to: sheet, from: start, headings: headings)
                    fits.append((fit, sheet))
                } catch {
                    misses.append((layout.id, error))
                }
            }
        }
        let best = fits.map(\.fit.marks).max()
        let chosen = fits.filter { $0.fit.marks == best }
        guard let (fit, chosenSheet) = chosen.first else {
            // A layout of which nothing was found is not close.
            let closest = misses.filter { $0.miss.progress > 0 }.sorted {
                ($1.miss.progress, $0.layout) < ($0.miss.progress, $1.layout)
            }
            .prefix(Self.nearMissesShown)
            .map { ReadingRefusal.NearMiss(layout: $0.layout, reason: $0.miss.reason) }
            throw .noLayout(at: .init(member: sheet.name), closest: closest)
        }
        guard chosen.count == 1 else {
            throw .severalLayouts(chosen.map(\.fit.layout.id).sorted(), at: .init(member: sheet.name))
        }
        return try read(fit, in: chosenSheet, headings: headings)
    }

    /// The sheet as a layout divides it; a delimiter under which the text is no table is no fault of the file.
    func cached(
        _ delimiter: UInt8?,
        text: [UInt8],
        sheet: Sheet,
        in sheets: inout [UInt8: Sheet]
    ) throws(ReadingRefusal) -> Sheet {
        guard let delimiter, sheets[delimiter] == nil else { return delimiter.flatMap { sheets[$0] } ?? sheet }
        do throws(ReadingRefusal) {
            sheets[delimiter] = try Sheet.read(
                delimited: text,
                delimiter: delimiter,
                name: sheet.name,
                limits: limits
            )
        } catch {
            sheets[delimiter] = sheet
        }
        return sheets[delimiter] ?? sheet
    }

    func read(
        _ fit: LayoutFit,
        in sheet: Sheet,
        headings: HeadingReader
    ) throws(ReadingRefusal) -> [Certificate] {
        switch fit.header {
        case .rows(let header):
            return try blocks(from: fit, header, in: sheet, headings: headings)
        case .wide(let header):
            let table = plainTable(fit, in: sheet, columns: header.columns, row: header.row, width: header.width)
            return try WideReading(table: table, header: header).read()
        case .long(let header):
            let table = plainTable(fit, in: sheet, columns: header.columns, row: header.row, width: header.width)
            return try LongReading(table: table, analytes: analytes).read()
        }
    }

    /// One certificate after the other, where a layout lets several stand in a file.
    private func blocks(
        from first: LayoutFit,
        _ header: TableHeader,
        in sheet: Sheet,
        headings: HeadingReader
    ) throws(ReadingRefusal) -> [Certificate] {
        var certificates: [Certificate] = []
        var (fit, header) = (first, header)
        while true {
            let (certificate, end) = try HeaderRowsReading(sheet, fit: fit, header: header, analytes: analytes).read()
            certificates.append(certificate)
            guard fit.layout.repeats, let start = sheet.firstFilledRow(from: end) else { return certificates }
            do throws(LayoutFit.Miss) {
                let next = try LayoutFit.fit(
                    fit.layout,
                    of: fit.laboratory,
                    to: sheet,
                    from: start,
                    headings: headings
                )
                guard case .rows(let nextHeader) = next.header else { return certificates }
                (fit, header) = (next, nextHeader)
            } catch {
                throw .noLayout(
                    at: .init(member: sheet.name, line: sheet.line(row: start)),
                    closest: [.init(layout: fit.layout.id, reason: error.reason)]
                )
            }
        }
    }

    private func plainTable(
        _ fit: LayoutFit,
        in sheet: Sheet,
        columns: [ColumnRole: Int],
        row: Int,
        width: Int
    ) -> PlainTable {
        PlainTable(
            sheet: sheet,
            layout: fit.layout,
            columns: columns,
            header: row,
            width: width,
            fallback: fit.laboratory,
            methods: methods
        )
    }
}
