import Geochemistry

/// Every word of this target that a person reads: findings, notes, reasons.
///
/// Numbers are shown as they were judged, with the unit as the laboratory prints it.
enum QualityWords {
    // MARK: Notes on a result

    static let informationOnly = "information only"
    static let censoredIsConsistent = "beyond the laboratory's range, and consistent with the certificate"
    static let blankLimitRaised = "the raised limit cannot prove that the blank is clean"
    static let blankOverRange = "over a range that ends below the blank's limit"
    static let differenceIsAtLeast = "one result is censored; the pair differs by at least this much"
    static let pairIsCensored = "a censored result leaves the difference open"
    static let originalHasNoResult = "the original has no result"
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
        case .ambiguousSeparator: "decimal sign or thousands separator"
        case .spreadsheetError: "a spreadsheet's error text"
        case .negative: "a negative concentration"
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

    private static func subject(_ result: QCResult, _ row: SampleRow, _ column: JudgedColumn) -> String {
        let owner = result.origin == .laboratory ? "laboratory QC " : ""
        return "\(owner)\(sample(row.name, reference: result.reference)): \(determination(column)) is "
            + amount(result.reported.trimmedOfBlanks, column)
    }

    private static func amount(_ number: String, _ column: JudgedColumn) -> String { "\(number) \(column.unit)" }

    private static func amount(_ number: ExactDecimal?, _ column: JudgedColumn) -> String {
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
        let certified = amount(expectation.value, column)
        let kind = window.basis == .printedValue ? "the printed" : "the \(expectation.kind.rawValue)"
        let start = subject(result, row, column)
        guard let value = result.value, let deviation = try? expectation.deviation(of: value) else {
            let limit = result.reported.trimmedOfBlanks.hasPrefix(">") ? result.upperLimit : result.lowerLimit
            return "\(start), which contradicts \(kind) \(certified) (limit \(shown(limit)))\(converted(expectation))"
        }
        let side = deviation.isNegative ? "below" : "above"
        let limit = shown(deviation.isNegative ? result.lowerLimit : result.upperLimit)
        let far: String
        let measure: String
        if let spread = expectation.spread {
            far = "\(rounded(deviation.magnitude, over: spread)) SD"
            measure = "SD \(shown(expectation.sd)); limit \(limit)"
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

    private static func shown(_ number: ExactDecimal?) -> String { number.map(\.description) ?? "?" }

    /// To two decimals, for people.
    private static func rounded(_ number: ExactDecimal, over divisor: ExactDecimal) -> String {
        shown(number.divided(by: divisor, scale: 2)?.withoutTrailingZeros)
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

    // MARK: Blanks

    /// - Parameter preceding: the ordinary sample before the client's blank, from which it may have been soiled.
    static func blank(
        _ result: QCResult,
        row: SampleRow,
        column: JudgedColumn,
        preceding: (sample: String, value: ExactDecimal)?
    ) -> String {
        let start = subject(result, row, column)
        let limit = amount(result.upperLimit, column)
        let excess: String
        switch result.rule {
        case .blankRaisedDetectionLimit:
            return "\(start): a detection limit raised above the blank's limit of \(limit) cannot prove it clean; "
                + "ask the laboratory why it was raised"
        case .blankBackground:
            excess = "\(start), above the limit of \(limit) for its background of \(amount(result.expected, column))"
        default:
            let times = column.detectionLimit.map { " (detection limit \($0))" } ?? ""
            excess = "\(start), above the blank's limit of \(limit)\(times)"
        }
        guard let preceding, let value = result.value,
            let percent = CarryOver.percent(blank: value, preceding: preceding.value)
        else { return excess }
        return "\(excess); it is \(percent) % of the sample before it, \(preceding.sample) with "
            + amount(preceding.value, column)
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
        let owner = result.origin == .laboratory ? "laboratory QC " : ""
        let start =
            "\(owner)\(row.name) (\(kind == "laboratory duplicate" ? "duplicate" : kind) of \(result.reference)): "
        let values =
            "\(determination(column)) is \(amount(result.reported.trimmedOfBlanks, column)) "
            + "against \(amount(original.trimmedOfBlanks, column))"
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

    static func unknownMethods(_ methods: [String]) -> String {
        let names = methods.map { $0.isEmpty ? "columns without a method" : $0 }
        return "no laboratory file says which digestion these methods are, so nothing is compared with certified "
            + "values: \(list(names)). Add them to the laboratory's file"
    }

    static func shortage(_ shortage: InsertionCount.Shortage, policy: String) -> String {
        let kind =
            switch shortage.kind {
            case .crm: "reference material"
            case .blank: "blank"
            case .duplicate: "duplicate"
            }
        let kinds = shortage.demanded == 1 ? kind : kind + "s"
        let start = "the policy '\(policy)' demands at least \(shortage.demanded) evaluated \(kinds) in a batch, "
        if shortage.inserted == 0 { return start + "and none of its samples is known as one; deliver the register" }
        return start + "and of the \(shortage.inserted) in it \(shortage.evaluated) could be evaluated"
    }

    static func uncovered(_ columns: [JudgedColumn]) -> String {
        "no reference material of the batch has a certified value for: \(list(columns.map(determination)))"
    }

    static func withoutVerdict(_ rule: RuleName, sample: String, columns: [JudgedColumn]) -> String {
        let why =
            switch rule {
            case .unreadable: "cannot be read"
            case .outOfRange: "cannot be compared exactly, the numbers have too many digits"
            case .blankNoDetectionLimit: "cannot be judged without a detection limit"
            default: "has no result"
            }
        return "\(sample): \(why): \(list(columns.map(determination)))"
    }

    // MARK: Registers

    static func registerConflict(sample: String, _ statements: [RegisterStatement]) -> String {
        let sayings = statements.map { statement in
            let entry = statement.entry
            let of = entry.type.isDuplicate ? entry.parent : entry.reference
            let what = entry.type.rawValue + (of.isEmpty ? "" : " \(of)")
            return "\(statement.registerName) row \(entry.row): \(what)"
        }
        return "\(sample): registers of the same revision contradict each other (\(sayings.joined(separator: "; "))). "
            + "Deliver a corrected register with a higher revision"
    }

    static func registerSamplesMissing(_ statements: [RegisterStatement]) -> String {
        let samples = statements.map { "\($0.entry.sample) (\($0.entry.type.rawValue))" }
        return "the register \(statements.first?.registerName ?? "") expects QC samples in this dispatch that the "
            + "certificate lacks: \(list(samples))"
    }

    /// Names the first ten of a long list, and counts the rest.
    private static func list(_ words: [String]) -> String {
        let shown = words.prefix(10).joined(separator: ", ")
        return words.count > 10 ? "\(shown) and \(words.count - 10) more" : shown
    }
}
