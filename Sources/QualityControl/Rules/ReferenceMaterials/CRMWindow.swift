public import Geochemistry

/// What the results of one reference material are held against in one column: worked out once, used for every
/// insertion.
public struct CRMWindow: Sendable, Hashable {
    public enum Basis: Sendable, Hashable {
        case standardDeviation
        /// The certificate states no SD.
        case percent
        /// The laboratory's own printed value.
        case printedValue
    }

    /// Whether verdicts may be drawn at all.
    public enum Standing: Sendable, Hashable {
        case judged
        case nearDetectionLimit
        case notUsable
    }

    public let expectation: CertifiedExpectation
    public let basis: Basis
    public let standing: Standing
    public let warn: Tolerance
    public let fail: Tolerance

    /// - Parameter detectionLimit: of the column, in its unit.
    public init(
        _ expectation: CertifiedExpectation,
        isPrinted: Bool = false,
        detectionLimit: ExactDecimal?,
        rules: CRMRules
    ) throws(ArithmeticOverflow) {
        self.expectation = expectation
        if let spread = expectation.spread {
            basis = .standardDeviation
            (warn, fail) = try StandardDeviationWindow.tolerances(around: expectation, spread: spread, rules: rules)
        } else {
            basis = isPrinted ? .printedValue : .percent
            (warn, fail) = try PercentWindow.tolerances(around: expectation, rules: rules)
        }
        if try DetectionLimitGate.holdsBack(expectation, detectionLimit: detectionLimit, rules: rules) {
            standing = .nearDetectionLimit
        } else {
            standing = try UsableMaterial.isUsable(expectation, rules: rules) ? .judged : .notUsable
        }
    }

    /// The verdict on a number by its deviation; the run of earlier insertions is not looked at here.
    public func judge(deviation: ExactDecimal) -> RuleVerdict {
        switch standing {
        case .nearDetectionLimit:
            return verdict(.notEvaluated, .crmDetectionLimitGate, warn)
        case .notUsable:
            return verdict(.notEvaluated, .crmNotUsable, warn)
        case .judged:
            if fail.isExceeded(byDeviation: deviation) { return verdict(.fail, failRule, fail) }
            return verdict(warn.isExceeded(byDeviation: deviation) ? .warn : .pass, warnRule, warn)
        }
    }

    /// How many SD a deviation is, where SDs are the measure; nil elsewhere, and where the value is not judged. This is
    /// what series are made of.
    public func score(deviation: ExactDecimal) -> StandardScore? {
        guard basis == .standardDeviation, standing == .judged, let spread = expectation.spread else { return nil }
        return StandardScore(deviation: deviation, spread: spread)
    }

    func verdict(_ outcome: Outcome, _ rule: RuleName, _ tolerance: Tolerance, note: String = "") -> RuleVerdict {
        RuleVerdict(outcome, rule, lowerLimit: tolerance.lower, upperLimit: tolerance.upper, note: note)
    }

    private var warnRule: RuleName {
        switch basis {
        case .standardDeviation: .crm2SD
        case .percent: .crmPercentWindow
        case .printedValue: .crmPrintedValue
        }
    }

    private var failRule: RuleName { basis == .standardDeviation ? .crm3SD : warnRule }
}
