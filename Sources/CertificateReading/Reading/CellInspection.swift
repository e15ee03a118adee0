import Geochemistry

/// Looks once at every cell of the determinations, and remarks what nobody can use.
struct CellInspection {
    /// So many unreadable cells, and so many samples without a number of their own, are told one by one.
    static let listed = 20

    private static let total = Analyte("Sum")

    private(set) var remarks: [Remark] = []

    static func inspect(_ certificate: Certificate) -> [Remark] {
        var inspection = CellInspection()
        inspection.inspectCells(of: certificate)
        inspection.inspectNames(of: certificate)
        inspection.inspectColumns(of: certificate)
        return inspection.remarks
    }

    private mutating func inspectCells(of certificate: Certificate) {
        var unlisted = (cells: 0, ofClient: 0)
        var told = 0
        var impossible = 0
        for column in certificate.columns where column.isDetermination {
            // A total of oxides comes to 103 % when each of them is honest.
            let whole = column.analyte == Self.total ? nil : column.unit.whole
            var zeros = 0
            var firstZero: SampleRow?
            for (index, sample) in certificate.samples.enumerated() {
                switch column.texts.value(at: index, in: certificate.vocabulary) {
                case .unreadable(let reason) where told < Self.listed:
                    told += 1
                    remarks.append(
                        .unreadableCell(reason, text: column.texts[index], in: column, of: sample)
                    )
                case .unreadable:
                    unlisted.cells += 1
                    if sample.origin.isClient { unlisted.ofClient += 1 }
                case .number(let value) where whole.map { value > $0 } ?? false:
                    impossible += 1
                    if impossible <= Self.listed {
                        remarks.append(.impossibleValue(column.texts[index], in: column, of: sample))
                    }
                case let value where value.isSuspectZero:
                    zeros += 1
                    if firstZero == nil { firstZero = sample }
                case .number, .below, .above, .noResult: break
                }
            }
            if let firstZero { remarks.append(.suspectZeros(zeros, in: column, first: firstZero)) }
        }
        if unlisted.cells > 0 {
            remarks.append(.moreUnreadableCells(unlisted.cells, ofClient: unlisted.ofClient))
        }
    }

    /// The laboratory may list a sample twice in the QC part; a client's number twice among the samples leaves open
    /// which result belongs to which interval.
    private mutating func inspectNames(of certificate: Certificate) {
        var first: [String: SampleRow] = [:]
        var repeated = 0
        for sample in certificate.samples where sample.origin.isClient {
            if sample.name.isEmpty {
                repeated += 1
                if repeated <= Self.listed { remarks.append(.sampleUnnamed(sample)) }
                continue
            }
            guard let earlier = first[sample.name] else {
                first[sample.name] = sample
                continue
            }
            repeated += 1
            if repeated <= Self.listed { remarks.append(.sampleTwice(sample, firstAt: earlier)) }
        }
        if repeated > Self.listed { remarks.append(.moreSamplesTwice(repeated - Self.listed)) }
    }

    private mutating func inspectColumns(of certificate: Certificate) {
        struct Key: Hashable {
            let method: String
            let analyte: String
            let unit: Unit
        }
        var first: [Key: Int] = [:]
        for (index, column) in certificate.columns.enumerated() where column.isDetermination {
            let key = Key(method: column.method, analyte: column.analyteText, unit: column.unit)
            if let earlier = first[key] {
                remarks.append(.columnTwice(ColumnComparison(earlier, index, in: certificate), in: certificate))
            } else {
                first[key] = index
            }
        }
    }
}

extension Unit {
    /// The sample itself: 100 %, 1,000,000 ppm. nil for what is no mass fraction, or has no such number exactly.
    fileprivate var whole: ExactDecimal? {
        guard let ratio = partsPerMillion, let whole = try? ExactDecimal(1_000_000) * ratio.denominator
        else { return nil }
        return whole.divided(by: ratio.numerator, scale: 6)
    }
}
