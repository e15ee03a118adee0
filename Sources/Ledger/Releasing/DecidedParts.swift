import QualityControl

/// What decisions on parts of a batch say of the cells of one certificate.
struct DecidedParts: Sendable, Hashable {
    private struct Part: Sendable, Hashable {
        let decision: DecisionRecord
        let analytes: Set<SampleKey>
        let method: SampleKey?
        /// From 1, in laboratory order; nil for all.
        let positions: Set<Int>?
    }

    private let parts: [Part]

    var isEmpty: Bool { parts.isEmpty }

    /// - Parameters:
    ///   - decisions: oldest first.
    ///   - index: of the certificate that is asked for.
    ///   - certificates: the sample names of all current certificates of the batch. Where one does not hold both ends of
    ///     a range, the names that lie between them in the others count.
    init(_ decisions: [DecisionRecord], certificate index: Int, among certificates: [[String]]) {
        parts = decisions.compactMap { decision in
            guard let scope = decision.scope else { return nil }
            return Part(
                decision: decision,
                analytes: Set(scope.analytes.map { SampleKey($0) }),
                method: scope.method.map { SampleKey($0) },
                positions: scope.samples.map { Self.positions(of: $0, in: index, among: certificates) }
            )
        }
    }

    /// The decision that counts for a cell; nil where none on a part does.
    func decision(analyte: String, method: String, position: Int) -> DecisionRecord? {
        if parts.isEmpty { return nil }
        return parts.last { part in
            (part.analytes.isEmpty || part.analytes.contains(SampleKey(analyte)))
                && (part.method.map { $0 == SampleKey(method) } ?? true)
                && (part.positions?.contains(position) ?? true)
        }?.decision
    }

    /// nil where a name stands in none, or the last before the first.
    static func range(of samples: DecisionScope.Samples, in names: [String]) -> ClosedRange<Int>? {
        let (first, last) = (SampleKey(samples.first), SampleKey(samples.last))
        guard let lower = names.firstIndex(where: { SampleKey($0) == first }),
            let upper = names.lastIndex(where: { SampleKey($0) == last }), lower <= upper
        else { return nil }
        return lower...upper
    }

    private static func positions(
        of samples: DecisionScope.Samples,
        in index: Int,
        among certificates: [[String]]
    ) -> Set<Int> {
        let names = certificates[index]
        if let range = range(of: samples, in: names) { return Set(range.map { $0 + 1 }) }
        let between = Set(
            certificates.flatMap { other in
                range(of: samples, in: other).map { other[$0].map { SampleKey($0) } } ?? []
            }
        )
        return Set(names.indices.filter { between.contains(SampleKey(names[$0])) }.map { $0 + 1 })
    }
}
