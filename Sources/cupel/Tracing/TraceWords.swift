import Geochemistry
import Ledger
import QualityControl

/// The words of `cupel show --sample --analyte`.
enum TraceWords {
    static func heading(_ sample: TracedSample) -> String {
        let reference = sample.certificate.reference
        return "\(sample.name) in \(reference.batch) (\(reference.laboratory)), revision \(reference.revision)"
            + (reference.isCurrent ? "" : ", superseded")
            + ": row \(sample.position) of \(sample.certificate.sampleCount)"
    }

    static func role(_ role: SampleRole?) -> String {
        guard let role else { return "not judged" }
        let reference = role.reference.isEmpty ? "" : " \(role.reference)"
        return role.kind.rawValue + reference + (role.source.isEmpty ? "" : ", says \(role.source)")
    }

    static func place(_ cell: TracedCell) -> String {
        let place = cell.place
        if place.sheet.isEmpty { return "line \(place.line), column \(cell.column)" }
        return "sheet '\(place.sheet)', row \(place.line), column \(cell.column) (\(letters(cell.column))\(place.line))"
    }

    static func read(_ value: ReportedValue) -> String {
        switch value {
        case .number(let number): "number \(number)"
        case .below(limit: let limit?): "below \(limit)"
        case .below(limit: nil): "below the detection limit"
        case .above(let limit): "above \(limit)"
        case .noResult(.notRequested): "nothing: the cell is empty"
        case .noResult, .unreadable: "no number; it is kept and never used"
        }
    }

    static func limits(_ cell: TracedCell) -> String {
        var words: [String] = []
        if case .below(limit: let limit?) = cell.value { words.append("\(limit) \(cell.unit) in the cell") }
        if let limit = cell.detectionLimit { words.append("\(limit) \(cell.unit) in the header") }
        let detection = words.isEmpty ? "the file names none" : words.joined(separator: ", ")
        return detection + (cell.upperLimit.map { "; upper limit \($0) \(cell.unit)" } ?? "")
    }

    /// `TREO+Y 7930.25 ppm (sum, sesquioxide): La2O3 = La by FUS-MS x 1.172769`.
    static func composite(_ column: CompositeColumn, _ result: CompositeResult, _ part: String) -> String {
        let value =
            switch (result.value, result.lowest, result.highest) {
            case (let value?, _, _): "\(value) \(column.unit.symbol)"
            case (nil, let lowest?, let highest?): "\(lowest) to \(highest) \(column.unit.symbol)"
            case (nil, let lowest?, nil): "at least \(lowest) \(column.unit.symbol)"
            default: "not computed"
            }
        let kind = [column.kind.rawValue, column.convention].filter { !$0.isEmpty }.joined(separator: ", ")
        let note = result.note.isEmpty ? "" : " [\(result.note)]"
        return "\(column.composite) \(value) (\(kind)): \(part)\(note)"
    }

    static func resolved(_ result: StoredResolvedResult) -> String {
        "\(result.analyte) by \(result.method) \(result.result.reported.trimmedOfBlanks) \(result.unit) is "
            + "\(result.result.value) \(result.unit) by \(result.resolvingMethod) "
            + "(\(result.result.resolvingReported.trimmedOfBlanks) \(result.resolvingUnit))"
    }

    static func distance(_ steps: Int) -> String {
        steps == 0 ? "here" : steps < 0 ? "\(-steps) before" : "\(steps) after"
    }

    static func finding(_ finding: Finding) -> String {
        let outcome = finding.outcome == .pass ? "SHOWN" : VerdictText.word(finding.outcome.rawValue)
        return "[\(outcome)] \(finding.rule): \(finding.message)"
    }

    static let noControl = "no QC sample of this batch is judged in this column"
    static let noFindings = "none"
    static let notArchived = "not in the archive; restore it from the backup"
    static let noVerdict = "none yet"

    static func released(_ release: BatchRelease?, _ certificate: CertificateReference) -> String {
        if !certificate.isCurrent { return "no: a later revision has replaced the certificate" }
        guard let release else { return "no" }
        if let hold = release.hold { return "no: \(ReleaseWords.why(hold))" }
        let but = release.parts.isEmpty ? "" : ", but for what decisions on parts hold"
        return (release.certificates.contains { $0.decisionID != nil } ? "yes, by decision" : "yes, by its verdict")
            + but
    }

    static func released(_ standing: ResultStanding) -> String {
        switch standing {
        case .released(decisionID: nil): "yes, by its verdict"
        case .released(decisionID: let id?): "yes, by decision \(id)"
        case .held(let reason): "no: \(ReleaseWords.why(reason))"
        case .heldByDecision(let decision):
            "no: \(decision.action.rawValue) of \(decision.scope?.words ?? "the batch") by \(decision.actor) "
                + "(decision \(decision.id)): \(decision.reason)"
        }
    }

    /// Of a column in a spreadsheet: A, Z, AA.
    private static func letters(_ column: Int) -> String {
        var (rest, letters) = (column, "")
        while rest > 0 {
            let digit = UInt8(truncatingIfNeeded: (rest - 1) % 26)
            letters = String(UnicodeScalar(UInt8(ascii: "A") + digit)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
