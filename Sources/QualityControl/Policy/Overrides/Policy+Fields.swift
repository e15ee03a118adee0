extension Policy {
    /// Every number that an override may state, in the order of a policy file.
    ///
    /// A number that is missing here cannot be overridden; a test holds this list against the default policy.
    public static let fields: [PolicyField] = [
        PolicyField("tiers.tier", .material, \.tiers.stated),

        PolicyField("crm.warn_sd", .material, \.crm.warnSD),
        PolicyField("crm.fail_sd", .material, \.crm.failSD),
        PolicyField("crm.consecutive", .material, \.crm.consecutive),
        PolicyField("crm.warn_percent", .material, \.crm.warnPercent),
        PolicyField("crm.fail_percent", .material, \.crm.failPercent),
        PolicyField("crm.detection_limit_gate", .material, \.crm.detectionLimitGate),
        PolicyField("crm.unusable_rsd_percent", .material, \.crm.unusableRSDPercent),

        PolicyField("false_alarms.support", .batch, in: \.falseAlarms, \.support),
        PolicyField("false_alarms.alpha", .batch, in: \.falseAlarms, \.alpha),
        PolicyField("false_alarms.improbable", .batch, in: \.falseAlarms, \.improbable),

        PolicyField("blank.warn_detection_limits", .material, \.blank.warnDetectionLimits),
        PolicyField("blank.fail_detection_limits", .material, \.blank.failDetectionLimits),
        PolicyField("blank.background_sd", .material, \.blank.backgroundSD),
        PolicyField("blank.rock_forming", .material, \.blank.rockForming),

        PolicyField("duplicate.floor_detection_limits", .column, \.duplicate.floorDetectionLimits),
        PolicyField("duplicate.field.percent", .column, \.duplicate.field.percent),
        PolicyField("duplicate.field.outcome", .column, \.duplicate.field.outcome),
        PolicyField("duplicate.field.hyperbolic_detection_limits", .column, \.duplicate.field.hyperbolicDetectionLimits),
        PolicyField("duplicate.coarse.percent", .column, \.duplicate.coarse.percent),
        PolicyField("duplicate.coarse.outcome", .column, \.duplicate.coarse.outcome),
        PolicyField("duplicate.coarse.hyperbolic_detection_limits", .column, \.duplicate.coarse.hyperbolicDetectionLimits),
        PolicyField("duplicate.pulp.percent", .column, \.duplicate.pulp.percent),
        PolicyField("duplicate.pulp.outcome", .column, \.duplicate.pulp.outcome),
        PolicyField("duplicate.pulp.hyperbolic_detection_limits", .column, \.duplicate.pulp.hyperbolicDetectionLimits),
        PolicyField("duplicate.set.pairs", .column, in: \.duplicate.set, \.pairs),
        PolicyField("duplicate.set.percent", .column, in: \.duplicate.set, \.percent),
        PolicyField("duplicate.set.field", .column, in: \.duplicate.set, \.field),
        PolicyField("duplicate.set.coarse", .column, in: \.duplicate.set, \.coarse),
        PolicyField("duplicate.set.pulp", .column, in: \.duplicate.set, \.pulp),

        PolicyField("insertion.crms", .batch, \.insertion.crms),
        PolicyField("insertion.blanks", .batch, \.insertion.blanks),
        PolicyField("insertion.duplicates", .batch, \.insertion.duplicates),
        PolicyField("insertion.uncovered_decision_analyte", .batch, \.insertion.uncoveredDecisionAnalyte),

        PolicyField("laboratory.worst_outcome", .batch, \.laboratory.worstOutcome),
        PolicyField("laboratory.crm.warn_sd", .material, \.laboratory.crm.warnSD),
        PolicyField("laboratory.crm.fail_sd", .material, \.laboratory.crm.failSD),
        PolicyField("laboratory.crm.consecutive", .material, \.laboratory.crm.consecutive),
        PolicyField("laboratory.crm.warn_percent", .material, \.laboratory.crm.warnPercent),
        PolicyField("laboratory.crm.fail_percent", .material, \.laboratory.crm.failPercent),
        PolicyField("laboratory.crm.detection_limit_gate", .material, \.laboratory.crm.detectionLimitGate),
        PolicyField("laboratory.crm.unusable_rsd_percent", .material, \.laboratory.crm.unusableRSDPercent),
        PolicyField("laboratory.blank.warn_detection_limits", .material, \.laboratory.blank.warnDetectionLimits),
        PolicyField("laboratory.blank.fail_detection_limits", .material, \.laboratory.blank.failDetectionLimits),
        PolicyField("laboratory.blank.background_sd", .material, \.laboratory.blank.backgroundSD),
        PolicyField("laboratory.blank.rock_forming", .material, \.laboratory.blank.rockForming),
        PolicyField("laboratory.duplicate.percent", .column, \.laboratory.duplicate.percent),
        PolicyField("laboratory.duplicate.outcome", .column, \.laboratory.duplicate.outcome),
        PolicyField("laboratory.duplicate.floor_detection_limits", .column, \.laboratory.floorDetectionLimits),
        PolicyField(
            "laboratory.duplicate.hyperbolic_detection_limits",
            .column,
            \.laboratory.duplicate.hyperbolicDetectionLimits
        ),

        PolicyField("reassay.window", .batch, \.reassay.window),
        PolicyField("reassay.samples", .batch, \.reassay.window),
        PolicyField("reassay.significant_grade", .batch, \.reassay.significantGrades),
        PolicyField("reassay.closes", .batch, \.reassay.closes),
    ]

    /// The field of a key of the file, or of a table around it.
    public static func field(of key: String) -> PolicyField? {
        fields.first { key == $0.key || key.hasPrefix($0.key + ".") }
    }
}
