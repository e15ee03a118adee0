/// One analyte of a series, in the unit in which it is reported.
public struct SeriesColumn: Sendable, Hashable, Codable {
    public var analyte: String
    public var unit: String

    public init(analyte: String, unit: String) {
        self.analyte = analyte
        self.unit = unit
    }
}
