/// What is determined: an element, an oxide, or a quantity such as LOI. Known by the symbol that analytes.csv gives it.
public struct Analyte: Sendable, Hashable {
    public let symbol: String

    public init(_ symbol: String) { self.symbol = symbol }
}

extension Analyte: CustomStringConvertible {
    public var description: String { symbol }
}

extension Analyte: Comparable {
    public static func < (left: Analyte, right: Analyte) -> Bool { left.symbol < right.symbol }
}
