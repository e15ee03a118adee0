public import Geochemistry
public import QualityControl

/// One result of a stored certificate, to the digit.
public struct StoredDetermination: Sendable, Hashable {
    public let certificate: SelectedCertificate
    public let column: StoredColumn
    public let position: Int
    public let sample: String
    /// As printed.
    public let text: String
    /// The number, or the limit that it lies beyond; nil where there is neither.
    public let half: PairDifference.Half?
    public let detectionLimit: ExactDecimal?
}
