extension RuleName {
    /// A proposal of what lies behind a failure: it changes no outcome. See ``Diagnosis``.
    public var isProposal: Bool {
        switch self {
        case .crmSwap, .neighboursExchanged, .unitSlip, .crmWeighing, .crmMixUp, .calibrationShift,
            .sampleNumberTranscription, .materialNameTranscription, .duplicateMixUp:
            true
        default: false
        }
    }
}
