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

    /// - Parameter tails: for each series asked for, what the certificate before this one left behind.
    public func judge(
        _ certificate: Certificate,
        statements: [RegisterStatement],
        tails: ([SeriesKey]) throws -> [SeriesTail]
    ) throws -> Judged {
        let policy = try policy(for: certificate)
        func judgement(_ history: SeriesHistory) -> Judgement {
            BatchEvaluation.judge(
                certificate,
                statements: statements,
                sampling: standards.sampling,
                materials: standards.materials,
                policy: policy.policy,
                history: history
            )
        }
        // Which series occur is known once the samples are classified. Most histories say nothing, and the first
        // judgement stands.
        var judged = judgement(SeriesHistory())
        let before = try tails(judged.tails.map(\.key)).filter { !$0.beyondWarning.isEmpty }
        if !before.isEmpty { judged = judgement(SeriesHistory(before)) }
        return Judged(
            judgement: judged,
            state: VerdictState(
                standardsSHA256: standards.sha256,
                policy: policy.policy.name,
                policySHA256: policy.sha256,
                registerSHA256: Self.digest(statements),
                historySHA256: Self.digest(before),
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

    static func digest(_ tails: [SeriesTail]) -> String {
        let lines = tails.flatMap { tail in
            tail.beyondWarning.map { column, run in
                [
                    tail.key.origin.rawValue, tail.key.laboratory, tail.key.method, tail.key.material.key, tail.batch,
                    tail.sample, column.analyte, column.unit, run.side.rawValue, "\(run.length)",
                ].joined(separator: "\u{1F}")
            }
        }
        return lines.isEmpty ? "" : SealedFile.sha256(Array(lines.sorted().joined(separator: "\n").utf8))
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
