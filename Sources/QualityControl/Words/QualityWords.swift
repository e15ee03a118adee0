import Geochemistry

/// Every word of this target that a person reads: findings, notes, reasons.
///
/// Numbers are shown as they were judged, with the unit as the laboratory prints it.
package enum QualityWords {
    // MARK: Notes on a result

    static let informationOnly = "information only"
    static let censoredIsConsistent = "beyond the laboratory's range, and consistent with the certificate"
    static let blankLimitRaised = "the raised limit cannot prove that the blank is clean"
    static let blankOverRange = "over a range that ends below the blank's limit"
    static let differenceIsAtLeast = "one result is censored; the pair differs by at least this much"
    static let pairIsCensored = "a censored result leaves the difference open"
    static let originalHasNoResult = "the original has no result"
    static let originalInRange =
        "the original was within the range of the first method, and was not determined by this one"
    static let unknownRock = "barren rock carries it, and the Standards hold no background"
    static let noDetectionLimit = "no detection limit is stated"
    static let numberOutOfRange = "the numbers have too many digits to be compared exactly"
    static let conflictingRegisters = "conflicting registers"

    static func reason(_ reason: NoResult) -> String {
        switch reason {
        case .notRequested: "not requested"
        case .notAnalysed: "not analysed"
        case .notReported: "not reported"
        case .insufficientSample: "not enough sample"
        case .listedNotReceived: "listed, not received"
        case .sampleNotReceived: "sample not received"
        case .toFollow: "result to follow"
        case .damaged: "sample damaged"
        case .missing: "sample missing"
        case .interference: "interference"
        case .approximate: "approximate value"
        }
    }

    static func reason(_ reason: UnreadableCell) -> String {
        switch reason {
        case .notANumber: "not a number"
        case .outOfRange: "more digits than any laboratory measures"
        case .ambiguousSeparator: "it may hold a decimal sign or a thousands separator"
        case .spreadsheetError: "a spreadsheet's error text"
        case .negative: "a negative concentration"
        }
    }

    /// Why a cell gave no verdict; a number itself can only lack the original that it repeats.
    static func reason(_ cell: ReportedValue) -> String {
        switch cell {
        case .noResult(let reason): Self.reason(reason)
        case .unreadable(let reason): Self.reason(reason)
        case .number, .below, .above: originalHasNoResult
        }
    }

    // MARK: Samples and columns

    /// `10010 (OREAS 620)`.
    static func sample(_ name: String, reference: String) -> String {
        reference.isEmpty || reference == name ? name : "\(name) (\(reference))"
    }

    /// `Cu by ME-ICP61`.
    static func determination(_ column: JudgedColumn) -> String {
        column.method.isEmpty ? column.analyte.symbol : "\(column.analyte.symbol) by \(column.method)"
    }

    static func subject(_ result: QCResult, _ row: SampleRow, _ column: JudgedColumn) -> String {
        let name =
            switch result.origin {
            case .client: sample(row.name, reference: result.reference)
            // The laboratory's own rows carry the material in their name: `*STD OREAS-620`, `OREAS 620 Meas`.
            case .laboratory: "laboratory QC \(row.name)"
            }
        return "\(name): \(determination(column)) is \(amount(result.reported.trimmedOfBlanks, column))"
    }

    static func amount(_ number: String, _ column: JudgedColumn) -> String { "\(number) \(column.unit)" }

    static func amount(_ number: ExactDecimal?, _ column: JudgedColumn) -> String {
        amount(number.map(\.description) ?? "?", column)
    }

    // MARK: Reference materials

    /// `10010 (OREAS 620): Cu by ME-ICP61 is 1900 ppm, 3.44 SD above the certified 1735 ppm (SD 48; limit 1879)`.
    static func reference(
        _ result: QCResult,
        row: SampleRow,
        column: JudgedColumn,
        window: CRMWindow,
        predecessor: (batch: String, sample: String)?
    ) -> String {
        let expectation = window.expectation
        let certified = amount(shown(expectation.value, beside: result.value), column)
        let kind = window.basis == .printedValue ? "the printed" : "the \(expectation.kind.rawValue)"
        let start = subject(result, row, column)
        guard let value = result.value, let deviation = try? expectation.deviation(of: value) else {
            let limit = result.reported.trimmedOfBlanks.hasPrefix(">") ? result.upperLimit : result.lowerLimit
            return "\(start), which contradicts \(kind) \(certified) (limit \(shown(limit, beside: nil)))"
                + converted(expectation)
        }
        let side = deviation.isNegative ? "below" : "above"
        let limit = shown(deviation.isNegative ? result.lowerLimit : result.upperLimit, beside: value)
        let far: String
        let measure: String
        if let spread = expectation.spread {
            far = "\(rounded(deviation.magnitude, over: spread)) SD"
            measure = "SD \(shown(expectation.sd, beside: value)); limit \(limit)"
        } else {
            let hundredfold = try? deviation.magnitude * 100
            far = "\(hundredfold.map { rounded($0, over: expectation.center) } ?? "far") %"
            measure = "limit \(limit)"
        }
        var message = "\(start), \(far) \(side) \(kind) \(certified) (\(measure))\(converted(expectation))"
        if result.rule == .crmConsecutive2SD, let predecessor {
            message += "; \(predecessor.sample) of batch \(predecessor.batch) before it lies beyond the same limit"
        }
        return message
    }

    private static func converted(_ expectation: CertifiedExpectation) -> String {
        expectation.conversion.isEmpty ? "" : " [\(expectation.conversion)]"
    }

    /// A number that a conversion may have made long (`45.42264918` % Fe2O3), to two decimals more than the result
    /// that it is compared with; all of it where the two would look alike.
    private static func shown(_ number: ExactDecimal?, beside result: ExactDecimal?) -> String {
        guard let number else { return "?" }
        let decimals = Int(result?.scale ?? 4) + 2
        let short = number.rounded(toScale: UInt8(clamping: decimals))
        return (short == result || short.isZero ? number : short).description
    }

    /// To two decimals, for people; to more where two would hide that a whole number, which limits are, is exceeded.
    static func rounded(_ number: ExactDecimal, over divisor: ExactDecimal) -> String {
        for scale: UInt8 in [2, 4, 6] {
            guard let quotient = number.divided(by: divisor, scale: scale) else { return "?" }
            let isWhole = quotient == quotient.rounded(toScale: 0)
            if !isWhole || scale == 6 { return quotient.withoutTrailingZeros.description }
            if let back = try? quotient * divisor, back == number { return quotient.withoutTrailingZeros.description }
        }
        return "?"
    }

    static func unknownMaterial(_ material: MaterialName, samples: [String], nearest: [MaterialName]) -> String {
        guard !material.key.isEmpty else {
            return "\(list(samples)): the register names no reference material; complete it and deliver it again"
        }
        let likely = nearest.isEmpty ? "" : "; the nearest known: \(list(nearest.map(\.printed)))"
        return "\(list(samples)): no reference material '\(material.printed)' in the Standards\(likely). "
            + "Correct the register or import the material"
    }

    static func unknownLaboratoryMaterials(_ materials: [MaterialName]) -> String {
        "the laboratory's own reference materials are not in the Standards and were not judged: "
            + list(materials.map(\.printed))
    }

    // MARK: Duplicates

    static func duplicate(
        _ result: QCResult,
        row: SampleRow,
        original: String,
        column: JudgedColumn,
        limit: DuplicateRules.Limit
    ) -> String {
        let kind = result.subtype.split(separator: "_").joined(separator: " ")
        let start =
            switch result.origin {
            case .client: "\(row.name) (\(kind) of \(result.reference)): "
            case .laboratory: "\(kind) of \(result.reference): "
            }
        let values =
            "\(determination(column)) is \(amount(result.reported.trimmedOfBlanks, column)) "
            + "against \(amount(original.trimmedOfBlanks, column))"
        if limit.hyperbolicDetectionLimits != nil { return "\(start)\(values), outside \(Self.limit(limit))" }
        guard let value = result.value, let expected = result.expected,
            let difference = try? (value - expected).magnitude * 200, let sum = try? value + expected
        else { return "\(start)\(values), more than \(limit.percent) % of the pair's mean apart" }
        return
            "\(start)\(values), \(rounded(difference, over: sum)) % of the pair's mean apart (limit \(limit.percent) %)"
    }

    static func duplicateWithoutParent(_ row: SampleRow, role: SampleRole) -> String {
        guard !role.reference.isEmpty else {
            return "\(row.name): nobody says which sample it repeats; complete the register"
        }
        return "\(row.name): its original \(role.reference) is not in this certificate, so the pair cannot be compared"
    }

    // MARK: The batch

    static let preliminary = "the laboratory calls this report preliminary; nothing of it is released"

    static func unknownMethods(_ methods: [String], laboratory: String) -> String {
        let them = methods.count == 1 ? "it" : "them"
        return "no laboratory file says which digestion \(list(methods)) of \(laboratory) is, so nothing there is "
            + "compared with certified values. Add \(them) to the file of the laboratory in Standards/laboratories"
    }

    static func columnsWithoutMethod(_ columns: [JudgedColumn]) -> String {
        "no method stands above \(list(columns.map { "\($0.analyte.symbol) (\($0.unit))" })), so nothing there is "
            + "compared with certified values. Name the method in the heading, as Cu_ppm_ME-ICP61 does"
    }

    static func shortage(_ shortage: InsertionCount.Shortage, policy: String) -> String {
        let kind = kind(shortage.kind)
        let kinds = shortage.demanded == 1 ? kind : kind + "s"
        let start = "the policy '\(policy)' demands at least \(shortage.demanded) evaluated \(kinds) in a batch, "
        switch (shortage.inserted, shortage.evaluated) {
        case (0, _): return start + "and none of its samples is known as one; deliver the register that names them"
        case (1, 0): return start + "and the one in it could not be evaluated"
        case (let inserted, 0): return start + "and none of the \(inserted) in it could be evaluated"
        case (let inserted, let evaluated) where inserted == evaluated: return start + "and it has \(inserted)"
        case (let inserted, let evaluated):
            return start + "and only \(evaluated) of the \(inserted) in it could be evaluated"
        }
    }

    static func uncovered(_ columns: [JudgedColumn]) -> String {
        "no reference material of the batch has a certified value for: \(list(columns.map(determination)))"
    }

    /// - Parameter reasons: as the laboratory gives them, without repetition.
    static func withoutVerdict(
        _ rule: RuleName,
        sample: String,
        columns: [JudgedColumn],
        reasons: [String]
    ) -> String {
        let what = list(columns.map(determination))
        let why = reasons.isEmpty ? "" : " (\(list(reasons)))"
        return
            switch rule
        {
        case .unreadable: "\(sample): \(what) cannot be read\(why)"
        case .outOfRange: "\(sample): \(what) cannot be compared exactly: \(numberOutOfRange)"
        case .blankNoDetectionLimit: "\(sample): \(what) cannot be judged without a detection limit"
        default: "\(sample) has no result for \(what)\(why)"
        }
    }

    /// Names the first ten of a long list, and counts the rest.
    static func list(_ words: [String]) -> String {
        let shown = words.prefix(10).joined(separator: ", ")
        return words.count > 10 ? "\(shown) and \(words.count - 10) more" : shown
    }
}
