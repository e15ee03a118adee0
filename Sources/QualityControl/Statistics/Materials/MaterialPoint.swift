public import Geochemistry

/// One insertion of a reference material in a series: what was reported of an analyte, and how it was judged.
public struct MaterialPoint: Sendable, Hashable {
    public var batch: String
    public var sample: String
    public var position: Int
    public var reported: CalendarDate?
    /// nil for what is no number: censored, missing, not judged. It breaks a run.
    public var value: ExactDecimal?
    public var outcome: Outcome

    public init(
        batch: String,
        sample: String,
        position: Int,
        reported: CalendarDate?,
        value: ExactDecimal?,
        outcome: Outcome
    ) {
        self.batch = batch
        self.sample = sample
        self.position = position
        self.reported = reported
        self.value = value
        self.outcome = outcome
    }
}
