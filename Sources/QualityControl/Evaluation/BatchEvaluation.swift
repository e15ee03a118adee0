public import Geochemistry

/// The judge: certificate, registers, sampling rules, Standards, policy and history in, verdict out.
///
/// A pure function: the same input gives the same judgement in every detail, wherever and whenever it runs.
public enum BatchEvaluation {
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
        judge(
            certificate,
            statements: statements,
            sampling: sampling,
            materials: materials,
            policy: policy,
            composites: composites,
            history: { _ in history }
        )
    }

    /// - Parameters:
    ///   - statements: what registers say of this certificate's samples, and of samples they expect in it.
    ///   - composites: quantities made of several analytes, judged as well.
    ///   - history: what stands before the certificate in these series; asked once, when the samples are classified.
    public static func judge(
        _ certificate: Certificate,
        statements: [RegisterStatement],
        sampling: [SamplingRule],
        materials: MaterialLibrary,
        policy: Policy,
        composites: [Composite] = [],
        history: ([SeriesKey]) throws -> SeriesHistory
    ) rethrows -> Judgement {
        let input = BatchAssessment.Input(
            certificate: certificate,
            statements: statements,
            sampling: sampling,
            materials: materials,
            policy: policy,
            composites: composites
        )
        return try BatchAssessment(input, history: history).judgement()
    }
}
