public import Geochemistry
public import QualityControl

/// Two stored results of one content.
public struct StoredPair: Sendable, Hashable {
    /// What the second one is: a kind of duplicate, or a check sample.
    public let kind: SampleRole.Kind
    /// nil where the ledger has no result of the original by this method.
    public let original: StoredDetermination?
    public let duplicate: StoredDetermination
    /// What turns the second one's figure into the first one's analyte and unit.
    public let conversion: Conversion

    /// The pair in the first one's analyte and unit; nil where one of the two holds neither number nor limit, or has too
    /// many digits.
    public var reported: ReportedPair? {
        guard let original, let first = original.half, let second = duplicate.half,
            let converted = try? second.converted(by: conversion.ratio)
        else { return nil }
        return ReportedPair(first, converted, detectionLimit: original.detectionLimit ?? duplicate.detectionLimit)
    }
}

extension PairDifference.Half {
    /// To eighteen decimals where the ratio has no end.
    fileprivate func converted(by ratio: ExactRatio) throws -> Self {
        func convert(_ value: ExactDecimal) throws -> ExactDecimal {
            let product = try value * ratio.numerator
            if ratio.denominator == 1 { return product }
            guard let quotient = product.divided(by: ratio.denominator, scale: 18) else { throw ArithmeticOverflow() }
            return quotient.withoutTrailingZeros
        }
        return switch self {
        case .number(let value): .number(try convert(value))
        case .below(let limit): .below(try convert(limit))
        case .above(let limit): .above(try convert(limit))
        }
    }
}
