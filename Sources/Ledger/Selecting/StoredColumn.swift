public import Geochemistry

/// A column of a stored certificate.
public struct StoredColumn: Sendable, Hashable {
    public let ordinal: Int
    public let method: String
    public let analyte: Analyte
    public let unit: Unit
    public let digestion: DigestionClass
    /// What the header states; nil where it states none, or zero.
    public let statedLimit: ExactDecimal?
    /// The smallest limit printed in a cell, where the header states none.
    public let smallestPrintedLimit: ExactDecimal?

    /// A mass fraction that some method measured: no weight and no sieve.
    var isDetermination: Bool { unit.isMassFraction && digestion != .none }

    /// The lower limit of detection: what the header states, else the smaller of what the laboratory publishes and the
    /// smallest that is printed. As the judge takes it.
    public func detectionLimit(published: ExactDecimal?) -> ExactDecimal? {
        if let statedLimit { return statedLimit }
        guard let published, published > 0 else { return smallestPrintedLimit }
        return smallestPrintedLimit.map { min($0, published) } ?? published
    }
}
