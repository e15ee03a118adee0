public import Geochemistry
public import Ledger
public import QualityControl
public import Standards

/// Judges one certificate by one snapshot of the Standards, with what the ledger knows beside it.
public struct CertificateJudge {
    public let standards: StandardsSnapshot
    /// A policy asked for by name; nil takes the one for the certificate's project.
    public let policyName: String?

    public init(_ standards: StandardsSnapshot, policyName: String? = nil) {
        self.standards = standards
        self.policyName = policyName
    }

    /// A verdict with everything that it rests on.
    public struct Judged: Sendable {
        public let judgement: Judgement
        public let state: VerdictState
    }

    /// - Parameter history: what stands before the certificate in the series asked for.
    public func judge(
        _ certificate: Certificate,
        statements: [RegisterStatement],
        history: ([SeriesKey]) throws -> SeriesHistory
    ) throws -> Judged {
        let policy = try policy(for: certificate)
        let judgement = try evaluation(of: certificate, statements, by: policy).judge(after: history)
        return judged(judgement, by: policy, registers: Self.digest(statements))
    }

    /// A certificate that is judged but for its series.
    public struct Assessed: Sendable {
        let assessment: BatchAssessment
        let standardsSHA256: String
        let policy: LoadedPolicy
        let registerSHA256: String
    }

    /// Judges what does not depend on the series, which may be done before the certificate's turn comes.
    public func assess(_ certificate: Certificate, statements: [RegisterStatement]) throws -> Assessed {
        let policy = try policy(for: certificate)
        return Assessed(
            assessment: evaluation(of: certificate, statements, by: policy).assess(),
            standardsSHA256: standards.sha256,
            policy: policy,
            registerSHA256: Self.digest(statements)
        )
    }

    /// - Parameter history: what stands before the certificate in the series asked for.
    public func judge(_ assessed: Assessed, history: ([SeriesKey]) throws -> SeriesHistory) rethrows -> Judged {
        judged(
            assessed.assessment.judgement(after: try history(assessed.assessment.keys)),
            by: assessed.policy,
            registers: assessed.registerSHA256
        )
    }

    /// Whether these Standards would assess the certificate by the same.
    func holds(_ assessed: Assessed, for certificate: Certificate) throws -> Bool {
        try assessed.standardsSHA256 == standards.sha256
            && assessed.policy.sha256 == policy(for: certificate).sha256
    }

    private func evaluation(
        of certificate: Certificate,
        _ statements: [RegisterStatement],
        by policy: LoadedPolicy
    ) -> BatchEvaluation {
        BatchEvaluation(
            certificate,
            statements: statements,
            sampling: standards.sampling,
            materials: standards.materials,
            policy: policy.policy,
            composites: standards.composites
        )
    }

    private func judged(_ judgement: Judgement, by policy: LoadedPolicy, registers: String) -> Judged {
        Judged(
            judgement: judgement,
            state: VerdictState(
                standardsSHA256: standards.sha256,
                policy: policy.policy.name,
                policySHA256: policy.sha256,
                registerSHA256: registers,
                historySHA256: Self.digest(judgement.review),
                engineVersion: Engine.version
            )
        )
    }

    private func policy(for certificate: Certificate) throws -> LoadedPolicy {
        guard let policyName else { return standards.policy(for: certificate.project) }
        guard let policy = standards.policies[policyName] else {
            throw UnknownPolicy(name: policyName, known: standards.policies.keys.sorted())
        }
        return policy
    }

    /// The same statements give the same digest, in whatever order the registers came; none gives an empty one.
    static func digest(_ statements: [RegisterStatement]) -> String {
        let lines = statements.map { statement in
            let entry = statement.entry
            return [
                statement.registerSHA256, "\(statement.registerPart)", "\(statement.revision)", "\(entry.row)",
                entry.sample, entry.type.rawValue, entry.reference, entry.parent, entry.dispatch, entry.project,
            ].joined(separator: "\u{1F}")
        }
        return lines.isEmpty ? "" : SealedFile.sha256(Array(Set(lines).sorted().joined(separator: "\n").utf8))
    }

    /// Of what the series say; none where they say nothing.
    static func digest(_ review: SeriesReview) -> String {
        guard !review.isEmpty else { return "" }
        let runs = review.consecutive.map { run in
            [
                run.key.origin.rawValue, run.key.laboratory, run.key.method, run.key.material.key, run.column.analyte,
                run.column.unit, "\(run.position)", run.predecessor,
            ]
        }
        let findings = review.findings.map { finding in
            [
                finding.rule, finding.outcome.rawValue, finding.origin.rawValue, finding.sample, "\(finding.position)",
                finding.reference, finding.analyte, finding.method, finding.message,
            ]
        }
        let lines = (runs + findings).map { $0.joined(separator: "\u{1F}") }
        return SealedFile.sha256(Array(lines.sorted().joined(separator: "\n").utf8))
    }

    /// What the series say of a certificate that has been judged, from its segments, without the certificate.
    func review(_ segments: [SeriesSegment], project: String, batch: String, history: SeriesHistory) -> SeriesReview {
        SeriesReview(
            segments,
            batch: batch,
            history: history,
            policy: standards.policy(for: project).policy,
            analytes: standards.analytes
        )
    }
}

/// `--policy` named one that is not there.
public struct UnknownPolicy: Error, Sendable, Equatable, CustomStringConvertible {
    public let name: String
    public let known: [String]

    public var description: String {
        "there is no policy '\(name)' in policies/; there are: \(known.joined(separator: ", "))"
    }
}
