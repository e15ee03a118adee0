/// A column of results with what stands above it.
public struct HeadedColumn: Sendable {
    public var method: String
    public var analyte: String
    public var unit: String
    public var lower: String
    public var upper: String

    public init(_ method: String, _ analyte: String, _ unit: String, _ lower: String = "", _ upper: String = "") {
        self.method = method
        self.analyte = analyte
        self.unit = unit
        self.lower = lower
        self.upper = upper
    }
}
