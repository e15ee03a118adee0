public import Geochemistry

/// Says of each row of a certificate what it is.
///
/// The laboratory knows its own rows, and nobody overrides it there. Of the client's rows a register speaks first,
/// then the sampling rules; what nobody names is an ordinary sample.
public struct SampleClassification: Sendable, Hashable {
    /// The role of each of the certificate's samples, in their order.
    public let roles: [SampleRole]
    /// Conflicts between registers, and between them and the certificate: QC samples that did not come back, samples that
    /// no register lists.
    public let findings: [Finding]

    public init(_ certificate: Certificate, statements: [RegisterStatement], sampling: [SamplingRule]) {
        let bySample = Dictionary(grouping: statements) { SampleKey($0.entry.sample) }
        let patterns = sampling.map { SamplingPattern($0.pattern) }
        var roles: [SampleRole] = []
        roles.reserveCapacity(certificate.samples.count)
        var findings: [Finding] = []
        var present: Set<SampleKey> = []
        var previousClient = ""

        for row in certificate.samples {
            guard row.origin.isClient else {
                roles.append(SampleRole(laboratory: row.origin))
                continue
            }
            let key = SampleKey(row.name)
            let isFirst = present.insert(key).inserted
            switch bySample[key].flatMap({ RegisterVoice($0, dispatch: certificate.dispatch) }) {
            case .says(let statement):
                roles.append(SampleRole(statement))
            case .conflict(let statements):
                roles.append(SampleRole(.routine, source: QualityWords.conflictingRegisters))
                if isFirst { findings.append(Self.conflict(row, statements)) }
            case nil:
                roles.append(Self.role(of: row.name, after: previousClient, sampling: sampling, patterns: patterns))
            }
            previousClient = row.name
        }
        self.roles = roles
        findings += Self.takenForLaboratoryRows(certificate, bySample, present: present)
        self.findings = findings + RegisterComparison(certificate, bySample: bySample, roles: roles).findings
    }

    private static func role(
        of sample: String,
        after previous: String,
        sampling: [SamplingRule],
        patterns: [SamplingPattern]
    ) -> SampleRole {
        guard !patterns.isEmpty else { return .routine }
        let folded = SamplingPattern.folded(sample)
        guard let index = patterns.firstIndex(where: { $0.matches(folded) }) else { return .routine }
        return SampleRole(sampling[index], sample: sample, previous: previous)
    }

    private static func conflict(_ row: SampleRow, _ statements: [RegisterStatement]) -> Finding {
        Finding(
            rule: RuleName.registerConflict.rawValue,
            outcome: .notEvaluated,
            sample: row.name,
            position: row.position,
            message: QualityWords.registerConflict(sample: row.name, statements)
        )
    }

    /// QC samples of the client whose numbers look like the laboratory's own rows: `D-1 Dup` at Actlabs. Judged as the
    /// laboratory's they would fail nothing, so a person has to look.
    ///
    /// A row that bears a sample's bare number (type REP) is the laboratory's, whatever a register says of the sample.
    private static func takenForLaboratoryRows(
        _ certificate: Certificate,
        _ bySample: [SampleKey: [RegisterStatement]],
        present: Set<SampleKey>
    ) -> [Finding] {
        guard !bySample.isEmpty else { return [] }
        var seen = present
        return certificate.samples.compactMap { row in
            let key = SampleKey(row.name)
            guard !row.origin.isClient, SampleKey(SampleRole(laboratory: row.origin).reference) != key,
                let statement = bySample[key]?.first(where: \.entry.type.isControl), seen.insert(key).inserted
            else { return nil }
            return Finding(
                rule: RuleName.registerConflict.rawValue,
                outcome: .notEvaluated,
                sample: row.name,
                position: row.position,
                message: QualityWords.takenForLaboratoryRow(sample: row.name, statement)
            )
        }
    }
}
