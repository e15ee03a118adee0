public import Geochemistry

/// What the results of blanks come to, counted: one laboratory, method, analyte and kind of blank.
///
/// Source: the shares above one, three and five detection limits by which blanks are reported (of 2,550 coarse gold
/// blanks of one project 4.9 %, 0.43 % and 0.12 %).
public struct BlankTally: Sendable, Hashable {
    /// Results with a number or a limit.
    public private(set) var results = 0
    /// Of them those whose column states a detection limit; the shares are of these.
    public private(set) var withLimit = 0
    public private(set) var aboveLimit = 0
    public private(set) var aboveThree = 0
    public private(set) var aboveFive = 0
    public private(set) var failures = 0
    public private(set) var warnings = 0
    public private(set) var raisedLimits = 0
    public private(set) var carryOvers = 0
    public private(set) var contaminations = 0

    public init() {}

    /// One result of a blank.
    public struct Entry: Sendable, Hashable {
        /// nil for a censored result.
        public var value: ExactDecimal?
        public var detectionLimit: ExactDecimal?
        public var outcome: Outcome
        public var rule: RuleName
        /// ``RuleName/blankCarryOver`` or ``RuleName/blankContamination``, where the verdict tells.
        public var cause: RuleName?

        public init(
            value: ExactDecimal?,
            detectionLimit: ExactDecimal?,
            outcome: Outcome,
            rule: RuleName,
            cause: RuleName? = nil
        ) {
            self.value = value
            self.detectionLimit = detectionLimit
            self.outcome = outcome
            self.rule = rule
            self.cause = cause
        }
    }

    public mutating func add(_ entry: Entry) {
        switch entry.rule {
        case .noResult, .unreadable: return
        default: results += 1
        }
        if let limit = entry.detectionLimit {
            withLimit += 1
            if let value = entry.value {
                if value > limit { aboveLimit += 1 }
                if (try? limit * 3).map({ value > $0 }) ?? false { aboveThree += 1 }
                if (try? limit * 5).map({ value > $0 }) ?? false { aboveFive += 1 }
            }
        }
        if entry.rule == .blankRaisedDetectionLimit {
            raisedLimits += 1
        } else if entry.outcome == .fail {
            failures += 1
        } else if entry.outcome == .warn {
            warnings += 1
        }
        if entry.cause == .blankCarryOver { carryOvers += 1 }
        if entry.cause == .blankContamination { contaminations += 1 }
    }

    /// 100 × part / results with a limit; nil where there is none.
    public func percent(_ part: Int) -> Double? {
        withLimit == 0 ? nil : 100 * Double(part) / Double(withLimit)
    }
}
