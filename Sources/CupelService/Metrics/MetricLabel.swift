/// By what a metric may be told apart. No file, batch or sample is ever a label: there would be a series for each.
public enum MetricLabel: String, CaseIterable, Sendable {
    /// One that the Standards know, or `other`.
    case laboratory
    case outcome
    case disposition
    case state
    /// Of ``Metric/build`` only.
    case version
    /// The upper limit of a bucket.
    case le
}
