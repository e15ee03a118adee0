import Geochemistry

/// Judges the blanks of a batch.
enum BlankEvaluation {
    static func judge(row index: Int, in sheet: inout BatchSheet) {
        let row = sheet.certificate.samples[index]
        let role = sheet.roles[index]
        let isClient = role.kind == .blank
        let origin: QCOrigin = isClient ? .client : .laboratory
        // A laboratory's blank has no register: its own name may be that of a material (`BLANK 23a`).
        let reference = role.reference.isEmpty && !isClient ? row.name : role.reference
        let typed = MaterialName(reference)
        let material = sheet.materials[typed]?.name ?? typed
        let inForce = sheet.rules(for: material)

        for (place, column) in sheet.columns.enumerated() {
            guard let cell = sheet.cell(sample: index, column: column) else { continue }
            var result = QCResult(
                cell,
                sampleIndex: index,
                column: column,
                texts: sheet.texts(column),
                origin: origin,
                kind: .blank,
                subtype: isClient ? role.blankKind?.rawValue ?? "" : Self.subtype(of: row),
                reference: material.printed
            )
            let rules = inForce.blank(of: origin, at: place)
            var tier = inForce.tiers[place]
            var cause: CarryOver.Cause?
            do throws(ArithmeticOverflow) {
                let isRock =
                    row.origin == .laboratoryPreparationBlank || rules.rockForming.contains(column.element)
                let yardstick = try Yardstick(
                    material,
                    isRock: isRock,
                    column: column,
                    materials: sheet.materials,
                    rules,
                    multiples: rules.multiples(for: role.blankKind),
                    inForce.crm(of: origin, at: place).failPercent
                )
                if case .background(let background) = yardstick {
                    try describe(background.expectation, cell: cell, in: &result)
                    tier = tier.limited(by: background.expectation.kind)
                }
                if case .unknownRock = yardstick { tier = .information }
                let verdict = try rule(on: cell, against: yardstick, column: column)
                result.settle(verdict, tier: tier)
                if isClient, verdict.outcome == .fail, tier != .information {
                    cause = Self.cause(of: cell, at: index, against: yardstick, rules, column: column, in: sheet)
                }
            } catch {
                result.settle(BatchSheet.outOfRange, tier: tier)
            }
            sheet.noteResolution(of: &result)
            if result.outcome == .warn || result.outcome == .fail {
                let message = QualityWords.blank(
                    result,
                    row: row,
                    column: column,
                    cause: cause,
                    tolerated: rules.carryOver?.percent,
                    preceding: isClient ? Self.preceding(index, column: column, in: sheet) : nil
                )
                sheet.findings.add(result, of: row, column: column, message: message)
            }
            if let cause, let tolerated = rules.carryOver?.percent {
                var finding = result
                (finding.rule, finding.outcome) = (cause.rule, .pass)
                let message = QualityWords.cause(cause, of: result, row: row, column: column, tolerated: tolerated)
                sheet.findings.add(finding, of: row, column: column, message: message)
            }
            sheet.results.append(result)
        }
    }

    /// The nearest ordinary sample before a blank, where it has a number: what could have been carried over.
    private static func preceding(
        _ index: Int,
        column: JudgedColumn,
        in sheet: BatchSheet
    ) -> (sample: String, value: ExactDecimal)? {
        guard let row = sheet.roles[..<index].lastIndex(where: \.kind.isOrdinary),
            case .number(let value)? = sheet.cell(sample: row, column: column)
        else { return nil }
        return (sheet.certificate.samples[row].name, value)
    }

    /// Whether the samples before a failing blank explain it; nil where the policy does not ask.
    private static func cause(
        of cell: ReportedValue,
        at index: Int,
        against yardstick: Yardstick,
        _ rules: BlankRules,
        column: JudgedColumn,
        in sheet: BatchSheet
    ) -> CarryOver.Cause? {
        guard let rules = rules.carryOver else { return nil }
        let sources = BlankSources.sources(before: index, count: rules.samples, column: column, in: sheet)
        let carryOver = CarryOver(rules: rules, background: yardstick.background)
        switch cell {
        case .number(let value): return try? carryOver.cause(of: value, after: sources)
        case .above(let limit): return try? carryOver.cause(of: limit, isLeast: true, after: sources)
        case .below, .noResult, .unreadable: return nil
        }
    }

    /// What a blank is held against in one column.
    private enum Yardstick {
        case background(BlankBackground)
        case detectionLimit(BlankDetectionLimit.Window)
        /// Rock whose background nobody has certified: all of the laboratory's, and the rock-forming elements of any.
        case unknownRock
        case nothing

        var background: CertifiedExpectation? {
            if case .background(let background) = self { background.expectation } else { nil }
        }

        /// The certified background, where there is one that the detection limit does not drown.
        init(
            _ material: MaterialName,
            isRock: Bool,
            column: JudgedColumn,
            materials: MaterialLibrary,
            _ rules: BlankRules,
            multiples: BlankRules.Multiples,
            _ percent: ExactDecimal
        ) throws(ArithmeticOverflow) {
            var window: BlankDetectionLimit.Window?
            if let limit = column.detectionLimit {
                window = try BlankDetectionLimit.Window(detectionLimit: limit, multiples: multiples)
            }
            let match = materials.match(
                material,
                analyte: column.analyte,
                digestion: column.digestion,
                unit: column.unit
            )
            if let match {
                let background = try BlankBackground(CertifiedExpectation(match), rules: rules, percent: percent)
                guard let limits = window, !isRock else {
                    self = .background(background)
                    return
                }
                if try background.isAbove(limits) {
                    self = .background(background)
                    return
                }
            }
            if isRock {
                self = .unknownRock
            } else {
                self = window.map { .detectionLimit($0) } ?? .nothing
            }
        }
    }

    private static func rule(
        on cell: ReportedValue,
        against yardstick: Yardstick,
        column: JudgedColumn
    ) throws(ArithmeticOverflow) -> RuleVerdict {
        if let verdict = BatchSheet.verdictWithoutNumber(cell) { return verdict }
        switch (yardstick, cell) {
        case (.background(let background), .number(let value)):
            return try background.judge(value)
        case (.background(let background), .above(let limit)):
            return try background.judge(above: limit)
        case (.background(let background), .below(let limit)):
            return try background.judge(below: limit ?? column.detectionLimit)
        case (.detectionLimit(let window), .number(let value)):
            return BlankDetectionLimit.judge(value, against: window)
        case (.detectionLimit(let window), .above(let limit)):
            return BlankDetectionLimit.judge(above: limit, against: window)
        case (.detectionLimit(let window), .below(let limit)):
            return BlankDetectionLimit.judge(below: limit, against: window)
        case (.unknownRock, _):
            return RuleVerdict(.notEvaluated, .blankBackground, note: QualityWords.unknownRock)
        case (.nothing, _), (_, .noResult), (_, .unreadable):
            return RuleVerdict(.notEvaluated, .blankNoDetectionLimit, note: QualityWords.noDetectionLimit)
        }
    }

    private static func describe(
        _ expectation: CertifiedExpectation,
        cell: ReportedValue,
        in result: inout QCResult
    ) throws(ArithmeticOverflow) {
        result.expected = expectation.value
        result.sd = expectation.sd
        result.add(expectation.conversion)
        if case .number(let value) = cell {
            let deviation = try expectation.deviation(of: value)
            result.z = expectation.z(ofDeviation: deviation)
            result.biasPercent = expectation.biasPercent(ofDeviation: deviation)
        }
    }

    private static func subtype(of row: SampleRow) -> String {
        row.origin == .laboratoryPreparationBlank ? "preparation" : "analytical"
    }
}
