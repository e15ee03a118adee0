public import Geochemistry

/// What the numbers of a policy are asked for. What is nil is not known, or is not there: a pair of duplicates has no
/// material, a batch no method.
public struct PolicySubject: Sendable, Hashable {
    public var laboratory: String?
    public var method: String?
    public var digestion: DigestionClass?
    public var material: MaterialName?
    /// The element of an oxide, or the analyte itself.
    public var element: Analyte?

    public init(
        laboratory: String? = nil,
        method: String? = nil,
        digestion: DigestionClass? = nil,
        material: MaterialName? = nil,
        element: Analyte? = nil
    ) {
        self.laboratory = laboratory
        self.method = method
        self.digestion = digestion
        self.material = material
        self.element = element
    }

    /// What the scores of a column of a series are judged for.
    public init(_ key: SeriesKey, _ column: SeriesSegment.Column, analytes: AnalyteTable) {
        self.init(
            laboratory: key.laboratory,
            method: key.method,
            digestion: column.digestion,
            material: key.material,
            element: analytes.element(of: Analyte(column.column.analyte))
        )
    }

    public subscript(_ selector: PolicySelector) -> String? {
        switch selector {
        case .analyte: element?.symbol
        case .material: material?.printed
        case .method: method
        case .digestion: digestion?.rawValue
        case .laboratory: laboratory
        }
    }
}
