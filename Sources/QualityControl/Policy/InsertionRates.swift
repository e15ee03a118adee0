public import Geochemistry

/// How many QC samples of each kind the client wants among all samples that it delivers, the QC samples included.
public struct InsertionRates: Sendable, Hashable {
    public struct Rate: Sendable, Hashable {
        public var percent: ExactDecimal
        /// What a batch is that holds fewer: `pass` (shown), `warn` or `not_evaluated`.
        public var outcome: Outcome

        public init(percent: ExactDecimal, outcome: Outcome) {
            self.percent = percent
            self.outcome = outcome
        }
    }

    /// nil where the policy asks for no rate of the kind.
    public var crm: Rate?
    public var blank: Rate?
    public var duplicate: Rate?
    /// Samples in the rolling window of the statistics.
    public var window: Int

    public init(crm: Rate?, blank: Rate?, duplicate: Rate?, window: Int) {
        self.crm = crm
        self.blank = blank
        self.duplicate = duplicate
        self.window = window
    }

    public func rate(of kind: QCKind) -> Rate? {
        switch kind {
        case .crm: crm
        case .blank: blank
        case .duplicate: duplicate
        }
    }
}
