import Geochemistry

/// A reference material that the laboratory reports as below or above a limit.
///
/// It has no deviation. It fails only where the whole failure window lies on the other side of the limit: `<0.5` for
/// a material whose mean − 3 SD is 2. Everything else is consistent with the certificate and proves nothing, as
/// `>5000` beside a certified 16,900. A window that touches the limit is not wholly on the other side.
enum CensoredReference {
    enum Limit {
        case below(ExactDecimal)
        case above(ExactDecimal)
        /// Below a limit that neither the cell nor the column names.
        case belowUnknown
    }

    static func judge(_ limit: Limit, against window: CRMWindow) throws(ArithmeticOverflow) -> RuleVerdict {
        switch window.standing {
        case .nearDetectionLimit: return window.verdict(.notEvaluated, .crmDetectionLimitGate, window.warn)
        case .notUsable: return window.verdict(.notEvaluated, .crmNotUsable, window.warn)
        case .judged: break
        }
        let denominator = window.expectation.denominator
        let contradicted: Bool
        switch limit {
        case .below(let limit): contradicted = try window.fail.lowest > limit * denominator
        case .above(let limit): contradicted = try window.fail.highest < limit * denominator
        case .belowUnknown: contradicted = false
        }
        if contradicted { return window.verdict(.fail, .crmCensored, window.fail) }
        return window.verdict(.notEvaluated, .crmCensored, window.fail, note: QualityWords.censoredIsConsistent)
    }
}
