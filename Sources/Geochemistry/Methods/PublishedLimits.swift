/// The detection limits that a laboratory publishes for its methods, for certificates that print none.
///
/// The classic ALS export has no row of limits: a limit is visible only where some sample fell below it.
public struct PublishedLimits: Sendable, Hashable {
    private struct Key: Hashable {
        let method: String
        let analyte: Analyte
    }

    private struct Limit: Hashable {
        let value: ExactDecimal
        let unit: Unit
    }

    private var limits: [Key: Limit] = [:]

    public init() {}

    public mutating func add(method: String, analyte: Analyte, value: ExactDecimal, unit: Unit) {
        limits[Key(method: Self.key(method), analyte: analyte)] = Limit(value: value, unit: unit)
    }

    /// The limit in the unit of a column; nil where none is published, or where it cannot be had exactly.
    public func limit(method: String, analyte: Analyte, unit: Unit) -> ExactDecimal? {
        guard let limit = limits[Key(method: Self.key(method), analyte: analyte)],
            let factor = limit.unit.factor(to: unit), let product = try? limit.value * factor.numerator,
            let value = product.divided(by: factor.denominator, scale: Self.decimals),
            (try? value * factor.denominator) == product
        else { return nil }
        return value.withoutTrailingZeros
    }

    /// 0.001 ppb in percent has ten decimals.
    private static let decimals: UInt8 = 12

    private static func key(_ method: String) -> String {
        method.uppercased().filter { $0 != " " && $0 != "\u{A0}" }
    }
}
