import Geochemistry
import QualityControl

extension LedgerReader {
    /// A part of a batch as its certificates name it: symbols for printed names, samples as printed, each analyte once.
    ///
    /// - Throws: ``LedgerError`` where no current certificate has such an element, method or sample, and where the last
    ///   sample stands before the first in all that hold both.
    func resolved(_ scope: DecisionScope, in key: BatchKey) throws -> DecisionScope {
        let certificates = try certificates(of: key).map(\.reference).filter(\.isCurrent)
        let columns = try certificates.flatMap { try self.columns(of: $0) }
        let method = try scope.method.map { wanted in
            guard let found = columns.first(where: { SampleKey($0.method) == SampleKey(wanted) }) else {
                throw LedgerError.unknownMethod(batch: key.batch, name: wanted, known: Self.once(columns.map(\.method)))
            }
            return found.method
        }
        let composites = try certificates.compactMap { try latestVerdict(on: $0.id) }
            .flatMap { try self.composites(of: $0.id).map(\.composite) }
        var analytes: [String] = []
        for wanted in scope.analytes {
            let name = SampleKey(wanted)
            let column = columns.first {
                (SampleKey($0.analyte) == name || SampleKey($0.printed) == name)
                    && (method == nil || $0.method == method)
            }
            let composite = method == nil ? composites.first { SampleKey($0) == name } : nil
            guard let found = column?.analyte ?? composite else {
                throw LedgerError.unknownAnalyte(
                    batch: key.batch,
                    name: method.map { "\(wanted) by \($0)" } ?? wanted,
                    known: Self.once(columns.map(\.analyte) + composites)
                )
            }
            analytes.append(found)
        }
        return DecisionScope(
            analytes: Self.once(analytes).sorted(),
            method: method,
            samples: try scope.samples.map { try resolved($0, in: key, certificates) }
        )
    }

    private func resolved(
        _ samples: DecisionScope.Samples,
        in key: BatchKey,
        _ certificates: [CertificateReference]
    ) throws -> DecisionScope.Samples {
        let names = try certificates.map { try sampleNames(of: $0.id) }
        let all = names.flatMap(\.self)
        func printed(_ wanted: String) throws -> String {
            guard let found = all.first(where: { SampleKey($0) == SampleKey(wanted) }) else {
                throw LedgerError.unknownSample(
                    batch: key.batch,
                    name: wanted,
                    nearest: Self.nearest(to: wanted, in: all)
                )
            }
            return found
        }
        let found = DecisionScope.Samples(first: try printed(samples.first), last: try printed(samples.last))
        guard names.contains(where: { DecidedParts.range(of: found, in: $0) != nil }) else {
            throw LedgerError.reversedSamples(batch: key.batch, first: found.first, last: found.last)
        }
        return found
    }

    private func columns(
        of certificate: CertificateReference
    ) throws -> [(analyte: String, printed: String, method: String)] {
        try database.rows(
            "SELECT analyte, printed_analyte, method FROM result_column WHERE certificate_id = ? ORDER BY ordinal",
            certificate.id
        ).map { (try $0.text("analyte"), try $0.text("printed_analyte"), try $0.text("method")) }
    }

    private static func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
