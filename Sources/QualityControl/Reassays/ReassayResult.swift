public import Geochemistry

/// A result as far as a re-assay is compared by it.
public struct ReassayResult: Sendable, Hashable {
    public var sample: String
    /// The symbol: `Cu`, `Fe2O3`.
    public var analyte: String
    public var method: String
    public var digestion: DigestionClass
    public var unit: Unit
    /// Exactly as printed.
    public var reported: String
    /// For statistics; nil for what is censored, over range or no number.
    public var value: Double?
    /// True for a number and for one with `<` or `>`; false where the laboratory says that there is none.
    public var isResult: Bool

    public init(
        sample: String,
        analyte: String,
        method: String,
        digestion: DigestionClass,
        unit: Unit,
        reported: String,
        value: Double?,
        isResult: Bool = true
    ) {
        self.sample = sample
        self.analyte = analyte
        self.method = method
        self.digestion = digestion
        self.unit = unit
        self.reported = reported
        self.value = value
        self.isResult = isResult
    }

    /// Whether a result determines again what another one did: the same analyte by the same method, or after the same
    /// digestion. What was not digested, or by a method that nobody knows, repeats nothing but its own method.
    func repeats(_ first: ReassayResult) -> Bool {
        guard analyte == first.analyte else { return false }
        if hasMethod(of: first) { return true }
        return digestion == first.digestion && digestion != .unknown && digestion != .none
    }

    func hasMethod(of other: ReassayResult) -> Bool { !method.isEmpty && method == other.method }
}
