public import Geochemistry

/// The judge: certificate, registers, sampling rules, Standards, policy and history in, verdict out.
///
/// A pure function: the same input gives the same judgement in every detail, wherever and whenever it runs.
public struct BatchEvaluation: Sendable {
    let certificate: Certificate
    let statements: [RegisterStatement]
    let sampling: [SamplingRule]
    let materials: MaterialLibrary
    let policy: Policy
    let composites: [Composite]

    /// - Parameters:
    ///   - statements: what registers say of this certificate's samples, and of samples they expect in it.
    ///   - composites: quantities made of several analytes, judged as well.
    public init(
        _ certificate: Certificate,
        statements: [RegisterStatement],
        sampling: [SamplingRule],
        materials: MaterialLibrary,
        policy: Policy,
        composites: [Composite] = []
    ) {
        self.certificate = certificate
        self.statements = statements
        self.sampling = sampling
        self.materials = materials
        self.policy = policy
        self.composites = composites
    }

    /// Judges the batch.
    /// - Parameter history: what stands before the certificate in these series; asked once, when the samples are
    ///   classified.
    public func judge(after history: ([SeriesKey]) throws -> SeriesHistory) rethrows -> Judgement {
        try BatchAssessment(self, history: history).judgement()
    }

    /// Judges what can be judged without the series.
    public func assess() -> BatchAssessment { BatchAssessment(self) { _ in SeriesHistory() } }

    /// Judges a batch whose history is at hand.
    /// - Parameters:
    ///   - composites: quantities made of several analytes, judged as well.
    ///   - history: what stands before the certificate in its series.
    public static func judge(
        _ certificate: Certificate,
        statements: [RegisterStatement],
        sampling: [SamplingRule],
        materials: MaterialLibrary,
        policy: Policy,
        composites: [Composite] = [],
        history: SeriesHistory
    ) -> Judgement {
        BatchEvaluation(
            certificate,
            statements: statements,
            sampling: sampling,
            materials: materials,
            policy: policy,
            composites: composites
        ).judge { _ in history }
    }
}
