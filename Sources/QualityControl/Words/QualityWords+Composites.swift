import Geochemistry

/// Composites: TREO+Y, Sc2O3, shares.
extension QualityWords {
    static let membersCensored = "members below or above a limit leave an interval"
    static let intervalIsOpen = "censored members leave it open on which side of a limit it lies"

    /// `Pr, Tm (not analysed)`.
    static func membersMissing(_ members: [String]) -> String { "no result for \(list(members))" }

    static func notCertified(_ members: [CompositeMember]) -> String {
        "the material has no certified value for \(list(members.map(\.counted.symbol)))"
    }

    static func takenFrom(_ column: JudgedColumn) -> String { "\(determination(column)) was taken" }

    // MARK: What it is made of

    /// `La2O3 = La by FUS-MS x 1.172769, Y2O3 = Y by FUS-ICP x 1.269932 (not by FUS-MS, which stands behind it)`.
    static func members(of source: CompositeSource) -> String {
        let all = zip(source.composite.all, source.columns).compactMap { member, columns -> String? in
            guard let taken = columns.first else { return nil }
            return "\(member.counted) = \(made(taken))\(rest(columns))"
        }
        let parts = source.composite.members.count
        guard source.composite.kind == .share else { return all.joined(separator: ", ") }
        return "part: \(all.prefix(parts).joined(separator: ", ")); rest of the whole: "
            + all.dropFirst(parts).joined(separator: ", ")
    }

    private static func made(_ member: CompositeSource.MemberColumn) -> String {
        let ratio = member.ratio
        var text = "\(determination(member.column))"
        if ratio.denominator != 1 || ratio.numerator != 1 {
            text += " x \(ratio.numerator.withoutTrailingZeros)"
            if ratio.denominator != 1 { text += " / \(ratio.denominator.withoutTrailingZeros)" }
        }
        return member.column.unit == .ppm ? text : "\(text) (\(member.column.unit) to ppm)"
    }

    private static func rest(_ columns: [CompositeSource.MemberColumn]) -> String {
        let others = columns.dropFirst().map { determination($0.column) }
        guard !others.isEmpty else { return "" }
        return " (not \(others.joined(separator: ", ")), standing behind it)"
    }

    static func incomplete(_ source: CompositeSource) -> String {
        "\(source.composite.name) is not computed after \(spoken(source.digestion)): no column determines "
            + list(source.missing.map(\.element.symbol))
    }

    /// `TREO+Y (sesquioxides of La ... Lu, Y)`, or the name alone where it says it all.
    static func name(of composite: Composite) -> String {
        let elements = composite.members.map(\.element.symbol)
        let shown =
            elements.count <= 4
            ? elements.joined(separator: ", ")
            : "\(elements[0]) ... \(elements.suffix(2).joined(separator: ", "))"
        let forms: String
        switch composite.convention {
        case "": forms = list(composite.members.map(\.counted.symbol))
        case "element": forms = shown
        case let convention:
            let oxides = convention.hasSuffix("oxide") ? convention : "\(convention) oxide"
            forms = "\(oxides)\(elements.count == 1 ? "" : "s") of \(shown)"
        }
        return composite.name == forms ? forms : "\(composite.name) (\(forms))"
    }

    private static func spoken(_ digestion: DigestionClass) -> String {
        digestion.rawValue.split(separator: "_").joined(separator: " ")
    }

    // MARK: QC samples

    private static func subject(_ result: CompositeResult, _ row: SampleRow, _ source: CompositeSource) -> String {
        let name =
            switch result.origin {
            case .client: sample(row.name, reference: result.reference)
            case .laboratory: "laboratory QC \(row.name)"
            }
        let methods = source.methods.isEmpty ? "" : " by \(source.methods)"
        return "\(name): \(Self.name(of: source.composite))\(methods) is \(amount(of: result)) \(source.composite.unit)"
    }

    /// A number, or an interval.
    private static func amount(of result: CompositeResult) -> String {
        if let value = result.value { return short(value) }
        return interval([result.lowest, result.highest])
    }

    private static func interval(_ ends: [ExactDecimal?]) -> String {
        guard let low = ends.first ?? nil else { return "?" }
        guard let high = ends.last ?? nil else { return "at least \(short(low))" }
        return low == high ? short(low) : "\(short(low)) to \(short(high))"
    }

    /// To two decimals; to more where a number is so small that they would hide it.
    private static func short(_ number: ExactDecimal?) -> String {
        guard let number else { return "?" }
        for scale: UInt8 in [2, 4, 6] {
            let short = number.rounded(toScale: scale)
            if scale == 6 || short.magnitude >= 1 || short == number { return short.withoutTrailingZeros.description }
        }
        return number.description
    }

    /// `R002 (OREAS 461): TREO+Y (...) by FUS-ICP + FUS-MS is 9973.2 ppm, 3.1 SD above the 9012.4 ppm that its certified
    /// members add up to (SD 310; limit 9942.4)`.
    static func composite(
        _ result: CompositeResult,
        sample row: SampleRow,
        source: CompositeSource,
        expectation: CompositeExpectation,
        isAbove: Bool
    ) -> String {
        let composite = source.composite
        let end = isAbove ? result.lowest : result.highest
        let limit = isAbove ? result.upperLimit : result.lowerLimit
        let start = subject(result, row, source)
        guard let expected = result.expected, let end, let distance = try? (end - expected).magnitude else {
            return "\(start), beyond its limit of \(short(limit))"
        }
        let least = result.value == nil ? "at least " : ""
        let far: String
        let measure: String
        if let sd = result.sd {
            far = "\(least)\(rounded(distance, over: sd)) SD"
            measure = "\(spread(of: composite, expectation)) \(short(sd)); limit \(short(limit))"
        } else {
            let hundredfold = try? distance * 100
            far = "\(least)\(hundredfold.map { rounded($0, over: expected) } ?? "far") %"
            measure = "limit \(short(limit))"
        }
        let source =
            if let analyte = expectation.certified {
                "the \(expectation.kind.rawValue) \(analyte) of \(short(expected)) \(composite.unit)"
            } else {
                "the \(short(expected)) \(composite.unit) of its \(expectation.kind.rawValue) members"
            }
        return "\(start), \(far) \(isAbove ? "above" : "below") \(source) (\(measure))"
    }

    /// Which SD it is.
    private static func spread(of composite: Composite, _ expectation: CompositeExpectation) -> String {
        if expectation.terms.count == 1 { return "SD" }
        let isRoot = composite.kind == .share || composite.spread == .independent
        return isRoot ? "SD of independent members" : "SD of correlated members"
    }

    static func compositeBlank(
        _ result: CompositeResult,
        sample row: SampleRow,
        source: CompositeSource,
        detectionLimit: ExactDecimal?
    ) -> String {
        let unit = source.composite.unit
        let limit = "\(short(result.upperLimit)) \(unit)"
        let start = subject(result, row, source)
        if let background = result.expected {
            return "\(start), above the limit of \(limit) for its background of \(short(background)) \(unit)"
        }
        return "\(start), above the blank's limit of \(limit) (detection limits add up to \(short(detectionLimit)))"
    }

    /// - Parameter original: the ends of the original's interval.
    static func compositeDuplicate(
        _ result: CompositeResult,
        sample row: SampleRow,
        role: SampleRole,
        source: CompositeSource,
        original: [ExactDecimal?],
        percent: ExactDecimal
    ) -> String {
        let kind = role.kind.rawValue.split(separator: "_").joined(separator: " ")
        let unit = source.composite.unit
        let pair = "\(kind) of \(role.reference)"
        let name = result.origin == .client ? "\(row.name) (\(pair))" : pair
        let methods = source.methods.isEmpty ? "" : " by \(source.methods)"
        let start =
            "\(name): \(Self.name(of: source.composite))\(methods) is \(amount(of: result)) \(unit) against "
            + "\(interval(original)) \(unit)"
        guard let value = result.value, let expected = result.expected,
            let difference = try? (value - expected).magnitude * 200, let sum = try? value + expected
        else { return "\(start), more than \(percent) % of the pair's mean apart" }
        return "\(start), \(rounded(difference, over: sum)) % of the pair's mean apart (limit \(percent) %)"
    }
}
