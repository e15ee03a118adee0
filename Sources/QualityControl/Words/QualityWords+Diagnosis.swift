import Geochemistry

/// Proposals of what lies behind a failure: what looks like what, by which numbers, and what to look at first.
extension QualityWords {
    // MARK: Reference materials

    static func swap(_ swap: MaterialSwap, on desk: DiagnosisSheet) -> String {
        let claimed = swap.claimed
        let looks: String
        switch swap.likely {
        case .materials(let materials):
            looks =
                "looks like "
                + materials.map { "\($0.material.printed) (\(distance($0, on: desk)))" }
                .joined(separator: " or ")
        case .blank(let places):
            looks = "looks like a blank (\(analytes(places, on: desk)) at or below the limit of blanks)"
        }
        let far = "\(claimed.material.printed) (\(distance(claimed, on: desk)))"
        let alone = swap.isThin ? thin(claimed, on: desk) : ""
        return
            "\(name(swap.row, on: desk)) \(looks) and not like \(far). Probably a label swap: check "
            + "\(line(swap.row, on: desk)) and the bag \(desk.row(swap.row).name)\(between(swap.row, on: desk)) before you pay for a re-assay\(alone)"
    }

    static func exchange(_ exchange: Exchange, on desk: DiagnosisSheet) -> String {
        let (first, second) = (exchange.first, exchange.second)
        let start = "\(placed(first, on: desk)) and \(placed(second, on: desk)) look exchanged: "
        let (one, other) = (desk.row(first).name, desk.row(second).name)
        let evidence: String
        var alone = ""
        switch exchange.evidence {
        case .materials(let a, let b):
            evidence =
                "\(one) fits \(a.other.material.printed) (\(distance(a.other, on: desk))) and not "
                + "\(a.claimed.material.printed) (\(distance(a.claimed, on: desk))), \(other) fits "
                + "\(b.other.material.printed) (\(distance(b.other, on: desk))) and not "
                + "\(b.claimed.material.printed) (\(distance(b.claimed, on: desk)))"
            alone = a.other.count < Likeness.enoughElements ? thin(a.other, on: desk) : ""
        case .materialAndBlank(let material, let clean, let blank):
            evidence =
                "\(one) is as low as a blank in \(analytes(clean, on: desk)) and not like \(blank.material.printed) "
                + "(\(distance(material, on: desk))), and \(other) fits \(blank.material.printed) "
                + "(\(distance(blank, on: desk)))"
            alone = blank.count < Likeness.enoughElements ? thin(blank, on: desk) : ""
        case .materialAndSample(let fit):
            evidence =
                "\(other) fits \(fit.other.material.printed) (\(distance(fit.other, on: desk))), and \(one) does "
                + "not (\(distance(fit.claimed, on: desk)))"
            alone = fit.other.count < Likeness.enoughElements ? thin(fit.other, on: desk) : ""
        case .blankAndSample(let above, let clean):
            evidence =
                "\(other) is as low as a blank in \(analytes(clean, on: desk)), and the blank is not in "
                + "\(analytes(above, on: desk))"
        }
        return "\(start)\(evidence). Check the bags and the register for both, and ask the laboratory whether "
            + "they stood in this order, before you pay for a re-assay\(alone)"
    }

    static func rowPattern(_ pattern: RowPattern, on desk: DiagnosisSheet) -> String {
        let start = "\(name(pattern.row, on: desk)) fails in \(pattern.failing) of \(pattern.judged) elements"
        switch pattern.cause {
        case .weighing(let common, let least, let most, let agreeing, let digestion):
            return "\(start) by \(words(digestion)), and all look off by one factor: the median result is "
                + "\(ratio(common)) of the certified value (\(percentOff(common))), single ones \(ratio(least)) to "
                + "\(ratio(most)), and divided by it \(agreeing) of \(pattern.judged) are within 3 SD. Probably its "
                + "weight or volume was wrong: ask the laboratory for its weighing, and have this sample repeated first"
        case .mixUp(let least, let most):
            return "\(start) by unlike factors (\(ratio(least)) to \(ratio(most)) of the certified values), and no "
                + "material of the Standards fits. Probably not this material, or contaminated: check "
                + "\(line(pattern.row, on: desk)) and the bag \(desk.row(pattern.row).name)"
                + "\(between(pattern.row, on: desk)) before you pay for a re-assay"
        }
    }

    static func calibrationShift(_ shift: CalibrationShift, on desk: DiagnosisSheet) -> String {
        let columns = shift.columns.map { column in
            "\(desk.sheet.columns[column.place].analyte.symbol) in \(column.rows.count) of \(column.judged) (results "
                + "\(ratio(column.least)) to \(ratio(column.most)) of the certified values)"
        }
        let rows = Set(shift.columns.flatMap(\.rows)).sorted()
        let materials = Set(rows.compactMap { desk.material(of: $0)?.printed }).sorted()
        let method = shift.columns.first.map { desk.sheet.columns[$0.place].method } ?? ""
        let many = shift.columns.count == 1 ? "One element fails" : "\(shift.columns.count) elements fail"
        let cause =
            materials.count > 1
            ? "Probably the calibration: ask the laboratory about its standards and have the batch read again before "
                + "samples are digested again"
            : "Probably the calibration, or the certified value of \(list(materials)) for this digestion: another "
                + "material tells which"
        return "\(many) on one side in many reference materials\(method.isEmpty ? "" : " by \(method)"): "
            + "\(list(columns)); failing: \(list(rows.map { name($0, on: desk) })). \(cause)"
    }

    // MARK: Units

    static func unitSlip(_ slip: UnitSlip, on desk: DiagnosisSheet) -> String {
        let ratios = slip.results.map(\.ratio)
        let least = ratio(ratios.min() ?? 0)
        let most = ratio(ratios.max() ?? 0)
        let range = least == most ? least : "\(least) to \(most)"
        let columns = slip.places.map { desk.sheet.columns[$0] }
        let what =
            columns.count == 1
            ? columns.map(determination).joined() : "\(columns.count) elements (\(list(columns.map(\.analyte.symbol))))"
        let isOne = columns.count == 1
        let factor: String
        switch slip.factor {
        case .times(let power): factor = "\(thousands(power)) times"
        case .divided(let power): factor = "1/\(thousands(power)) of"
        case .reported(let analyte):
            factor = "as much as if \(analyte.symbol) were reported:"
        }
        if let original = slip.original, let row = slip.rows.first {
            return
                "\(desk.row(row).name) and \(desk.row(original).name): \(what) \(isOne ? "is" : "are") \(factor) the "
                + "original (ratio \(range)). Probably a dilution that was not entered, or a decimal point: ask the "
                + "laboratory before you pay for a re-assay"
        }
        let rows = list(slip.rows.map { name($0, on: desk) })
        let counts = slip.judgedRows > 1 ? "; \(slip.rows.count) of \(slip.judgedRows) reference materials" : ""
        let start = "\(rows): \(what) \(isOne ? "is" : "are") \(factor) "
        let of: String
        if case .reported = slip.factor {
            of = "ratio \(range) to the certified value"
        } else {
            of = "the certified value (ratio \(range))"
        }
        return "\(start)\(of)\(counts), and otherwise inside the window. \(cause(slip, columns))"
    }

    private static func cause(_ slip: UnitSlip, _ columns: [JudgedColumn]) -> String {
        let heading = columns.count == 1 ? columns.first.map { ", which says \($0.unit)," } ?? "" : ""
        let whole = slip.rows.count > 1 || slip.judgedRows == 1
        switch slip.factor {
        case .reported(let analyte):
            let says = columns.map(\.analyte.symbol).joined(separator: ", ")
            return "The column says \(says) and the numbers look like \(analyte.symbol): ask the laboratory which "
                + "of the two it reports before you pay for a re-assay"
        case .times(let power) where power >= 1_000, .divided(let power) where power >= 1_000:
            let number =
                whole
                ? "Probably the unit of the column\(heading) is wrong"
                : "Probably this number is in another unit than its column"
            return "\(number): ask the laboratory for the unit before you pay for a re-assay"
        case .times, .divided:
            return whole && slip.rows.count > 1
                ? "Probably a dilution or the unit of the column: ask the laboratory before you pay for a re-assay"
                : "Probably a dilution that was not entered, or a decimal point: ask the laboratory for its reading before "
                    + "you pay for a re-assay"
        }
    }

    // MARK: Typing

    static func nameTranscription(_ slip: NameTranscription, on desk: DiagnosisSheet) -> String {
        let samples = list(slip.rows.map { desk.row($0).name })
        let fits = slip.fits.map { distance($0, on: desk) }
        let not =
            slip.others.isEmpty
            ? ""
            : "; not "
                + slip.others.map { "\($0.material.printed) (\(distance($0, on: desk)))" }.joined(separator: ", ")
        return "\(samples): '\(slip.written.printed)' is probably \(slip.meant.printed), mistyped: the values fit it "
            + "(\(list(fits)))\(not). Correct \(slip.rows.first.map { line($0, on: desk) } ?? "the register") and deliver it "
            + "again with a higher revision"
    }

    static func numberTranscription(_ slip: NumberTranscription, on desk: DiagnosisSheet) -> String {
        let row = desk.row(slip.row)
        let entry = slip.expected.entry
        let kind = entry.type.rawValue.split(separator: "_").joined(separator: " ")
        let of = entry.type.isDuplicate ? entry.parent : entry.reference
        let how =
            switch slip.slip {
            case .exchanged: "two characters exchanged"
            case .changed: "one character changed"
            case .dropped: "one character dropped"
            case .added: "one character added"
            }
        var evidence: [String] = []
        if case .stands(let neighbour) = slip.evidence {
            evidence.append("it stands next to \(desk.row(neighbour).name), where \(entry.sample) belongs")
        }
        if let fit = slip.fit, fit.isAlike {
            evidence.append("its values fit \(fit.material.printed) (\(distance(fit, on: desk)))")
        }
        if !slip.clean.isEmpty { evidence.append("it is as low as a blank in \(analytes(slip.clean, on: desk))") }
        return "\(row.name) (position \(row.position)) is probably \(entry.sample), with \(how): no register lists "
            + "\(row.name), and the certificate lacks \(entry.sample) (\(slip.expected.registerName) row \(entry.row): "
            + "\(kind)\(of.isEmpty ? "" : " \(of)")); \(evidence.joined(separator: "; ")). Look at the bag, and have the "
            + "laboratory or the register corrected"
    }

    // MARK: Duplicates

    static func duplicateMixUp(_ mixUp: DuplicateMixUp, on desk: DiagnosisSheet) -> String {
        func shown(_ agreement: DuplicateMixUp.Agreement) -> String {
            "\(agreement.agreeing) of \(agreement.told) elements within the limit, median difference "
                + "\(number(agreement.median)) %"
        }
        guard mixUp.pairs.count == 1, let pair = mixUp.pairs.first else {
            let side = (mixUp.pairs.first?.shift ?? 1) < 0 ? "before" : "behind"
            let pairs = mixUp.pairs.map { pair in
                "\(desk.row(pair.duplicate).name) fits \(desk.row(pair.neighbour.row).name) (\(shown(pair.neighbour))) and "
                    + "not \(desk.row(pair.original).name) (\(shown(pair.registered)))"
            }
            return
                "\(mixUp.pairs.count) failed duplicates fit the sample \(side) the registered original: \(list(pairs)). "
                + "Probably the originals in the register, or the rows of the certificate, are shifted by one: check the "
                + "register before you pay for a re-assay"
        }
        let (duplicate, original) = (desk.row(pair.duplicate), desk.row(pair.original))
        let neighbour = desk.row(pair.neighbour.row)
        let start: String
        let cause: String
        if pair.shift != nil {
            start =
                "\(duplicate.name) (duplicate of \(original.name)) looks like \(neighbour.name), next to its original"
            cause =
                "Probably the register names the wrong original, or \(original.name) and \(neighbour.name) were exchanged"
        } else if pair.half == pair.duplicate {
            start =
                "\(duplicate.name) (duplicate of \(original.name)) looks like \(neighbour.name), which stands next to it"
            cause = "Probably \(duplicate.name) was taken from \(neighbour.name)"
        } else {
            start = "\(original.name) looks like \(neighbour.name), next to its duplicate \(duplicate.name)"
            cause = "Probably \(duplicate.name) and \(neighbour.name) were exchanged"
        }
        return "\(start): \(shown(pair.neighbour)), against \(shown(pair.registered)) for the registered pair. "
            + "\(cause): check the bags and \(line(pair.duplicate, on: desk)) before you pay for a re-assay"
    }

    // MARK: Parts

    /// `10010 (OREAS 620)`.
    private static func name(_ row: Int, on desk: DiagnosisSheet) -> String {
        sample(desk.row(row).name, reference: desk.material(of: row)?.printed ?? desk.role(row).reference)
    }

    /// `10010 (OREAS 620, position 12)`.
    private static func placed(_ row: Int, on desk: DiagnosisSheet) -> String {
        let role = desk.role(row)
        let reference = desk.material(of: row)?.printed ?? role.reference
        let what: String
        switch role.kind {
        case .blank: what = reference.isEmpty ? "blank" : "blank \(reference)"
        case .routine: what = "sample"
        case .fieldDuplicate, .coarseDuplicate, .pulpDuplicate: what = "duplicate of \(reference)"
        default: what = reference.isEmpty ? "check sample" : reference
        }
        return "\(desk.row(row).name) (\(what), position \(desk.row(row).position))"
    }

    /// `median distance 0.62 SD over 14 elements (Ag, Al, ...), none beyond the window`.
    private static func distance(_ likeness: Likeness, on desk: DiagnosisSheet) -> String {
        let elements = analytes(likeness.elements.map(\.place), on: desk)
        let far = likeness.median.isInfinite ? "too far to measure" : "\(number(likeness.median)) SD"
        if likeness.count == 1 { return "\(far) in \(elements)" }
        let measure = likeness.median.isInfinite ? far : "median distance \(far)"
        return "\(measure) over \(elements), \(likeness.beyond == 0 ? "none" : "\(likeness.beyond)") beyond 3 SD"
    }

    /// `3 elements: Ag, Cu, Zn`; the symbol alone of one. An element that two methods determine is named once.
    private static func analytes(_ places: [Int], on desk: DiagnosisSheet) -> String {
        var symbols: [String] = []
        for place in places {
            let symbol = desk.sheet.columns[place].analyte.symbol
            if !symbols.contains(symbol) { symbols.append(symbol) }
        }
        return symbols.count == 1 ? list(symbols) : "\(symbols.count) elements (\(list(symbols)))"
    }

    /// ` (between 10009 and 10011)`.
    private static func between(_ row: Int, on desk: DiagnosisSheet) -> String {
        let neighbours = desk.neighbours(of: row).map { desk.row($0).name }
        switch neighbours.count {
        case 2: return " (between \(neighbours[0]) and \(neighbours[1]))"
        case 1: return " (next to \(neighbours[0]))"
        default: return ""
        }
    }

    /// `line 12 of dispatch-17.csv`.
    private static func line(_ row: Int, on desk: DiagnosisSheet) -> String {
        desk.statement(of: row).map { "row \($0.entry.row) of \($0.registerName)" } ?? "the register"
    }

    private static func thin(_ likeness: Likeness, on desk: DiagnosisSheet) -> String {
        let symbols = analytes(likeness.elements.map(\.place), on: desk)
        return ". Only \(symbols) could be compared, which many materials and samples share: have more elements "
            + "determined in this pulp before you believe it"
    }

    private static func words(_ digestion: DigestionClass) -> String {
        digestion.rawValue.split(separator: "_").joined(separator: " ")
    }

    /// `-8.0 %`.
    private static func percentOff(_ ratio: Double) -> String {
        let difference = 100 * (ratio - 1)
        return "\(difference < 0 ? "-" : "+")\(abs(difference).shown(decimals: 1)) %"
    }

    /// Three significant digits and more: `0.920`, `10.2`, `0.000101`.
    private static func ratio(_ ratio: Double) -> String {
        switch abs(ratio) {
        case 100...: ratio.shown(decimals: 0)
        case 10...: ratio.shown(decimals: 1)
        case 0.1...: ratio.shown(decimals: 3)
        case 0.01...: ratio.shown(decimals: 4)
        default: ratio.shown(decimals: 6)
        }
    }

    private static func number(_ number: Double) -> String {
        number.shown(decimals: abs(number) < 10 ? 2 : abs(number) < 100 ? 1 : 0)
    }

    /// `10,000`.
    private static func thousands(_ number: Int) -> String {
        number < 1_000 ? "\(number)" : "\(number / 1_000),000"
    }
}
