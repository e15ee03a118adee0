public import Ledger
public import QualityControl
import Standards

/// What a verdict was made by, as the ledger keeps it, held against the hashes that the verdict names.
public struct VerdictSnapshot: Sendable {
    /// Files of one hash.
    public struct Part: Sendable {
        public let sha256: String
        /// Empty where the ledger does not hold them.
        public let files: [SnapshotFile]
        /// The files give that hash.
        public let isVerified: Bool
    }

    public let verdict: VerdictSummary
    public let standards: Part
    public let policy: Part
    /// What registers said of the certificate; nil where it cannot be put together again from those that are kept.
    public let statements: [RegisterStatement]?

    public init(of verdict: VerdictSummary, in reader: LedgerReader) throws {
        self.verdict = verdict
        let state = verdict.state
        let standards = try reader.snapshot(sha256: state.standardsSHA256)
        let policy = try reader.snapshot(sha256: state.policySHA256)
        self.standards = Part(
            sha256: state.standardsSHA256,
            files: standards,
            isVerified: state.standardsSHA256
                == ContentHash.of(standards.map { FolderFile(path: $0.path, bytes: $0.bytes) })
        )
        self.policy = Part(
            sha256: state.policySHA256,
            files: policy,
            isVerified: policy.count == 1 && policy.allSatisfy { ContentHash.of($0.bytes) == state.policySHA256 }
        )
        // A register that came later changes what registers say, and what they said is what those say that were there.
        let (now, then) = try reader.statements(on: verdict.certificateID, knownAt: verdict.evaluatedAt)
        statements = [now, then].first { CertificateJudge.digest($0) == state.registerSHA256 }
    }
}
