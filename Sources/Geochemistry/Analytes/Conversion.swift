/// How a certified value was brought to the analyte and the unit that the laboratory reports: named, exact, and
/// shown with the result.
public struct Conversion: Sendable, Hashable {
    /// certified × ratio = expected, in the reported analyte and unit.
    public let ratio: ExactRatio
    /// `Fe to Fe2O3 x 1.429734; ppm to %`; empty where nothing was converted.
    public let name: String

    public static let identity = Conversion(ratio: .one, name: "")

    public init(ratio: ExactRatio, name: String) {
        self.ratio = ratio
        self.name = name
    }

    /// The conversion from one analyte and unit to another, or nil where there is none.
    public init?(
        from source: (analyte: Analyte, unit: Unit),
        to target: (analyte: Analyte, unit: Unit),
        analytes: AnalyteTable
    ) {
        if source == target {
            self = .identity
            return
        }
        guard let oxide = analytes.factor(from: source.analyte, to: target.analyte),
            let unit = source.unit.factor(to: target.unit), let ratio = try? oxide * unit
        else { return nil }
        var steps: [String] = []
        if source.analyte != target.analyte {
            let factor = oxide.denominator == 1 ? "x \(oxide.numerator)" : "x \(oxide.numerator) / \(oxide.denominator)"
            let shown = oxide.numerator == 1 ? "/ \(oxide.denominator)" : factor
            steps.append("\(source.analyte) to \(target.analyte) \(shown)")
        }
        if source.unit != target.unit { steps.append("\(source.unit) to \(target.unit)") }
        self.init(ratio: ratio, name: steps.joined(separator: "; "))
    }
}
