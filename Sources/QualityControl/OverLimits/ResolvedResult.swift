public import Geochemistry

/// A result over the range of its method (`>10000` ppm Cu by ME-ICP61), and the one in the same row that says how much
/// it is (1.52 % by Cu-OG62). Both cells are kept; this names the value.
public struct ResolvedResult: Sendable, Hashable {
    /// Index into the certificate's samples.
    public var sampleIndex: Int
    /// Index into the certificate's columns: the one that is over its range.
    public var columnIndex: Int
    /// The text there, as printed.
    public var reported: String
    /// Index of the column that resolves it.
    public var resolvingColumnIndex: Int
    /// The text there, as printed.
    public var resolvingReported: String
    /// The resolving result in the analyte and unit of the column over its range: exact where the decimal ends, else
    /// rounded beyond the twelfth significant digit; ``conversion`` gives the exact terms.
    public var value: ExactDecimal
    /// `% to ppm`, `Fe2O3 to Fe / 1.429734`; empty where nothing was converted.
    public var conversion: String

    public init(
        sampleIndex: Int,
        columnIndex: Int,
        reported: String,
        resolvingColumnIndex: Int,
        resolvingReported: String,
        value: ExactDecimal,
        conversion: String
    ) {
        self.sampleIndex = sampleIndex
        self.columnIndex = columnIndex
        self.reported = reported
        self.resolvingColumnIndex = resolvingColumnIndex
        self.resolvingReported = resolvingReported
        self.value = value
        self.conversion = conversion
    }
}
