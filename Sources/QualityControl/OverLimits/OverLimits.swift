import Geochemistry

/// What became of every result of a certificate that is over the range of its method.
///
/// A pure value of the certificate and the analyte table: each `>` cell of a determination is looked up in the other
/// columns of its element, in the same row. A chain (`>100`, `>1500`, 1620 by gravimetry) resolves from every link.
struct OverLimits {
    /// A cell that nothing resolves.
    struct Open {
        let sampleIndex: Int
        let columnIndex: Int
        let reported: String
    }

    /// A cell of which another column of the same digestion says that it is not over the limit.
    struct Contradiction {
        let sampleIndex: Int
        let columnIndex: Int
        let reported: String
        let otherColumnIndex: Int
        let otherReported: String
    }

    /// In laboratory order, then by column.
    private(set) var resolved: [ResolvedResult] = []
    /// Without cells that another column says are over a higher limit: that column is open itself.
    private(set) var open: [Open] = []
    private(set) var contradictions: [Contradiction] = []
    private var byCell: [Cell: Int] = [:]
    private var resolving: Set<Cell> = []

    private struct Cell: Hashable {
        let sample: Int
        let column: Int
    }

    init() {}

    init(_ certificate: Certificate, columns: [JudgedColumn], analytes: AnalyteTable) {
        var candidates: [Int: [OverLimitColumn]] = [:]
        let byElement = Dictionary(grouping: columns, by: \.element)
        for sample in certificate.samples.indices {
            for column in columns {
                let texts = certificate.columns[column.index].texts
                guard Self.mayBeAbove(texts, sample),
                    case .above(let limit) = certificate.value(sample: sample, column: column.index)
                else { continue }
                if candidates[column.index] == nil {
                    candidates[column.index] = (byElement[column.element] ?? []).compactMap {
                        OverLimitColumn($0, for: column, analytes: analytes)
                    }.sorted { $1.rank < $0.rank }
                }
                look(at: sample, column, over: limit, among: candidates[column.index] ?? [], in: certificate)
            }
        }
    }

    /// The resolution of a cell, if it has one.
    func resolution(sample: Int, column: Int) -> ResolvedResult? {
        byCell[Cell(sample: sample, column: column)].map { resolved[$0] }
    }

    /// Whether a cell resolves another one of its row: a method that was asked for because of it.
    func isResolving(sample: Int, column: Int) -> Bool { resolving.contains(Cell(sample: sample, column: column)) }

    /// - Parameter candidates: the best first.
    private mutating func look(
        at sample: Int,
        _ column: JudgedColumn,
        over limit: ExactDecimal,
        among candidates: [OverLimitColumn],
        in certificate: Certificate
    ) {
        let reported = certificate.columns[column.index].texts[sample]
        var contradicting: OverLimitColumn?
        var isStillOver = false
        for candidate in candidates {
            let cell = certificate.value(sample: sample, column: candidate.column.index)
            switch candidate.saying(of: cell, over: limit) {
            case .value(let value):
                byCell[Cell(sample: sample, column: column.index)] = resolved.count
                resolving.insert(Cell(sample: sample, column: candidate.column.index))
                resolved.append(
                    ResolvedResult(
                        sampleIndex: sample,
                        columnIndex: column.index,
                        reported: reported,
                        resolvingColumnIndex: candidate.column.index,
                        resolvingReported: certificate.columns[candidate.column.index].texts[sample],
                        value: value,
                        conversion: candidate.conversion.name
                    )
                )
                return
            case .stillOver: isStillOver = true
            case .contradicts: if contradicting == nil { contradicting = candidate }
            case .nothing: break
            }
        }
        if isStillOver { return }
        guard let contradicting else {
            open.append(Open(sampleIndex: sample, columnIndex: column.index, reported: reported))
            return
        }
        contradictions.append(
            Contradiction(
                sampleIndex: sample,
                columnIndex: column.index,
                reported: reported,
                otherColumnIndex: contradicting.column.index,
                otherReported: certificate.columns[contradicting.column.index].texts[sample]
            )
        )
    }

    /// A look at the first byte, so that ordinary numbers are not parsed.
    private static func mayBeAbove(_ texts: PackedTexts, _ index: Int) -> Bool {
        guard let first = texts.range(at: index).first else { return false }
        switch texts.bytes[first] {
        // A blank may stand before the sign.
        case UInt8(ascii: ">"), 0x20, 0x09, 0xC2, 0xE2: return true
        default: return false
        }
    }
}
