import Geochemistry

/// By what a result is off where the number is right and the unit, the dilution or the heading is wrong.
enum SlipFactor: Hashable {
    /// The result is this many times the expected one: 10, 100, 1,000, 10,000.
    case times(Int)
    /// The expected one is this many times the result.
    case divided(Int)
    /// The result is the content as another form of the element than the column's: Fe under a heading Fe2O3.
    case reported(as: Analyte)

    /// Factors of dilutions and units: a dilution not entered (10, 100), ppb for ppm (1,000), ppm for % (10,000).
    private static let powers = [10, 100, 1_000, 10_000]

    /// The factor of ten that brings a result into the failure window of what was expected, exactly; on the limit is
    /// inside.
    static func power(of value: ExactDecimal, window: CRMWindow) -> SlipFactor? {
        let expectation = window.expectation
        guard expectation.center > 0, let scaled = try? value * expectation.denominator else { return nil }
        for power in powers {
            let factor = ExactDecimal(power)
            if let center = try? expectation.center * factor, let reach = try? window.fail.reach * factor,
                let deviation = try? scaled - center, deviation.magnitude <= reach
            {
                return .times(power)
            }
            if let raised = try? scaled * factor, let deviation = try? raised - expectation.center,
                deviation.magnitude <= window.fail.reach
            {
                return .divided(power)
            }
        }
        return nil
    }

    /// The form of the element as which a result lies in the failure window, exactly: the nearest of several.
    ///
    /// Under the heading of an element only an oxide that the Standards certify after this digestion: nobody reports
    /// copper as CuO, and a bias of a quarter would look like it.
    static func form(
        of value: ExactDecimal,
        window: CRMWindow,
        column: JudgedColumn,
        materials: MaterialLibrary
    ) -> SlipFactor? {
        let analytes = materials.analytes
        let expectation = window.expectation
        guard let scaled = try? value * expectation.denominator else { return nil }
        var best: (analyte: Analyte, distance: Double)?
        for entry in analytes.entries where entry.analyte != column.analyte && entry.kind != .other {
            guard analytes.element(of: entry.analyte) == column.element,
                column.analyte != column.element || isReported(entry.analyte, column: column, materials: materials),
                let ratio = analytes.factor(from: column.analyte, to: entry.analyte),
                let found = try? scaled * ratio.denominator,
                let center = try? expectation.center * ratio.numerator,
                let reach = try? window.fail.reach * ratio.numerator,
                let deviation = try? found - center, deviation.magnitude <= reach,
                let distance = deviation.magnitude.approximateRatio(to: reach)
            else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (entry.analyte, distance) }
        }
        return best.map { .reported(as: $0.analyte) }
    }

    private static func isReported(_ form: Analyte, column: JudgedColumn, materials: MaterialLibrary) -> Bool {
        materials.index.entries(of: column.element, after: column.digestion)
            .contains { materials.index.sources[$0.source].analyte == form }
    }

    /// Whether two halves of a pair are this far apart: the second over the first, within `percent` of their mean.
    static func power(
        from first: ExactDecimal,
        to second: ExactDecimal,
        percent: ExactDecimal
    ) -> SlipFactor? {
        guard first > 0, second > 0 else { return nil }
        func agree(_ a: ExactDecimal, _ b: ExactDecimal) -> Bool {
            guard let difference = try? (a - b).magnitude * 200, let sum = try? a + b,
                let most = try? sum * percent
            else { return false }
            return difference <= most
        }
        for power in powers {
            let factor = ExactDecimal(power)
            if let raised = try? first * factor, agree(raised, second) { return .times(power) }
            if let raised = try? second * factor, agree(raised, first) { return .divided(power) }
        }
        return nil
    }

    /// 0 for forms, which are a matter of the heading and not of a decimal point.
    var power: Int {
        switch self {
        case .times(let power), .divided(let power): power
        case .reported: 0
        }
    }
}
