public import Geochemistry

/// What was read of one certificate, counted, and by what evidence.
public struct CertificateExplanation: Sendable, Hashable {
    public struct QCCount: Sendable, Hashable {
        public var kind: String
        public var count: Int
    }

    /// What was settled, and by what.
    public struct Evidence: Sendable, Hashable {
        public var value: String
        public var because: String
    }

    public var batch: String
    public var laboratory: String
    public var layout: String
    public var columns: Int
    public var determinations: Int
    public var firstLine: Int?
    public var lastLine: Int?
    public var clientSamples: Int
    public var declaredSamples: Int?
    /// The laboratory's own rows.
    public var qcRows: [QCCount]
    public var decimals: Evidence
    public var dates: Evidence
    public var remarks: [Remark]

    /// - Parameters:
    ///   - layout: the one that read it.
    ///   - dates: the texts of its dates, as printed.
    ///   - evidence: of all dates of the file.
    init(_ certificate: Certificate, layout: Layout, dates: [String], evidence: DateEvidence) {
        batch = certificate.batch
        laboratory = certificate.laboratory
        self.layout = layout.id
        columns = certificate.columns.count
        determinations = certificate.columns.count(where: \.isDetermination)
        firstLine = certificate.samples.first?.sheetRow
        lastLine = certificate.samples.last?.sheetRow
        clientSamples = certificate.samples.count(where: \.origin.isClient)
        declaredSamples = certificate.declaredSamples
        var counts: [String: Int] = [:]
        for sample in certificate.samples {
            if let kind = sample.origin.kindShown { counts[kind, default: 0] += 1 }
        }
        qcRows = counts.sorted { $0.key < $1.key }.map { QCCount(kind: $0.key, count: $0.value) }
        decimals = Self.decimals(of: certificate, layout: layout)
        self.dates = Self.order(of: dates, layout: layout, evidence: evidence)
        remarks = certificate.remarks
    }

    private static func decimals(of certificate: Certificate, layout: Layout) -> Evidence {
        let sign = certificate.vocabulary.decimalSign == UInt8(ascii: ",") ? "comma" : "point"
        let thousands = certificate.vocabulary.thousandsSign.map(Explanation.thousands) ?? ""
        guard layout.decimal == .byEvidence else {
            return Evidence(value: sign, because: Explanation.byLayout + thousands)
        }
        var evidence = NumberEvidence()
        for column in certificate.columns {
            let bytes = column.texts.bytes.span
            for index in 0..<column.texts.count { evidence.add(bytes.extracting(column.texts.range(at: index))) }
        }
        return Evidence(
            value: sign,
            because: Explanation.numbers(points: evidence.points, commas: evidence.commas) + thousands
        )
    }

    private static func order(of texts: [String], layout: Layout, evidence: DateEvidence) -> Evidence {
        var evidence = evidence
        for text in texts { evidence.add(text) }
        let settled = evidence.settled(layout.dates)
        let value = settled.rawValue
        if texts.isEmpty { return Evidence(value: value, because: Explanation.noDates) }
        guard layout.dates == .byEvidence else { return Evidence(value: value, because: Explanation.byLayout) }
        if let text = texts.first(where: { PrintedDate.evidence(in: $0) == settled }) {
            return Evidence(value: value, because: Explanation.shows(text))
        }
        if settled != layout.dates { return Evidence(value: value, because: Explanation.otherDate) }
        let isClear = texts.allSatisfy {
            if case .date = PrintedDate($0, order: .byEvidence) { true } else { false }
        }
        return Evidence(value: value, because: isClear ? Explanation.clearDates : Explanation.doubtfulDates)
    }
}

extension SampleRow.Origin {
    /// What a row of the laboratory is, for a person; nil for the client's samples.
    var kindShown: String? {
        switch self {
        case .client: nil
        case .laboratoryCRM: "crm"
        case .laboratoryCertified: "certified"
        case .laboratoryBlank: "blank"
        case .laboratoryPreparationBlank: "preparation_blank"
        case .laboratoryOriginal: "original"
        case .laboratoryDuplicate: "duplicate"
        case .laboratoryOther: "other"
        }
    }
}
