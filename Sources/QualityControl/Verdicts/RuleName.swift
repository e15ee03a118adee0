/// The stable names of rules, as they stand in views, alerts and the policy.
public enum RuleName: String, Sendable, Hashable, CaseIterable, Codable {
    // Reference materials
    case crm2SD = "crm_2sd"
    case crm3SD = "crm_3sd"
    case crmConsecutive2SD = "crm_2sd_consecutive"
    case crmPercentWindow = "crm_percent_window"
    case crmDetectionLimitGate = "crm_detection_limit_gate"
    case crmNoCertifiedValue = "crm_no_certified_value"
    case crmCensored = "crm_censored"
    case crmUnknownMaterial = "crm_unknown_material"
    case crmNotUsable = "crm_not_usable"
    /// How many results lie beyond 2 and 3 SD, against chance.
    case crmFlagCount = "crm_flag_count"
    /// The laboratory's own printed certified value, by percent window.
    case crmPrintedValue = "crm_printed_value"

    // Series of reference materials; run rules add their own names, see RunRule.findingName
    case crmBias = "crm_bias"
    case crmOwnLimits = "crm_own_limits"
    case crmCUSUM = "crm_cusum"
    case crmEWMA = "crm_ewma"
    case crmTrend = "crm_trend"

    // Blanks
    case blankDetectionLimit = "blank_detection_limit"
    case blankBackground = "blank_background"
    case blankRaisedDetectionLimit = "blank_raised_detection_limit"
    case blankNoDetectionLimit = "blank_no_detection_limit"
    case blankCarryOver = "blank_carry_over"
    case blankContamination = "blank_contamination"

    // Duplicates
    case duplicatePairDifference = "duplicate_pair_difference"
    case duplicateHyperbolicLimit = "duplicate_hyperbolic_limit"
    case duplicateNearDetectionLimit = "duplicate_near_detection_limit"
    case duplicateCensored = "duplicate_censored"
    case duplicateWithoutParent = "duplicate_without_parent"
    case duplicateSet = "duplicate_set"

    // The laboratory's own
    case laboratoryRecovery = "laboratory_recovery"
    case laboratoryQCDisagrees = "laboratory_qc_disagrees"

    // Any kind
    case noResult = "no_result"
    case unreadable = "unreadable_cell"
    case outOfRange = "number_out_of_range"

    // Over-limit columns
    case overLimitUnresolved = "over_limit_unresolved"
    case overLimitContradicted = "over_limit_contradicted"

    // Proposals of what lies behind a failure
    case crmSwap = "crm_swap"
    case neighboursExchanged = "neighbours_exchanged"
    case unitSlip = "unit_slip"
    case crmWeighing = "crm_weighing"
    case crmMixUp = "crm_mix_up"
    case calibrationShift = "calibration_shift"
    case sampleNumberTranscription = "sample_number_transcription"
    case materialNameTranscription = "material_name_transcription"
    case duplicateMixUp = "duplicate_mix_up"

    // Composites
    case crmComposite = "crm_composite"
    case blankComposite = "blank_composite"
    case duplicateComposite = "duplicate_composite"
    case compositeMemberMissing = "composite_member_missing"
    case compositeNotCertified = "composite_not_certified"
    case compositeCensored = "composite_censored"
    case compositeIncomplete = "composite_incomplete"

    // The batch
    case missingCRM = "missing_crm"
    case missingBlank = "missing_blank"
    case missingDuplicate = "missing_duplicate"
    case uncoveredAnalyte = "uncovered_analyte"
    case insertionRate = "insertion_rate"
    case gradeCoverage = "grade_coverage"
    case preliminaryReport = "preliminary_report"
    case registerConflict = "register_conflict"
    case registerSampleMissing = "register_sample_missing"
    case registerSampleUnlisted = "register_sample_unlisted"
    case registerOtherProject = "register_other_project"
    case registerOtherDispatch = "register_other_dispatch"
    case unknownMethod = "unknown_method"
}
