import Geochemistry

/// An ordinary sample that failed QC speaks against.
public struct ReassaySample: Sendable, Hashable {
    public var position: Int
    public var sample: String
    /// The analytes to determine again, as printed, with their methods: `Cu ME-ICP61`.
    public var analytes: [String]
    /// Which QC samples failed: `10010 (OREAS 620)`.
    public var because: [String]

    public init(position: Int, sample: String, analytes: [String], because: [String]) {
        self.position = position
        self.sample = sample
        self.analytes = analytes
        self.because = because
    }
}

extension ReassaySample {
    /// How a column is worded: `Cu ME-ICP61`.
    static func words(_ column: ResultColumn) -> String {
        words(analyte: column.analyteText, method: column.method)
    }

    /// - Parameter analyte: as printed.
    package static func words(analyte: String, method: String) -> String {
        method.isEmpty ? analyte : "\(analyte) \(method)"
    }
}
