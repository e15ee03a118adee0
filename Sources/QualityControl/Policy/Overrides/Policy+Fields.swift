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

        PolicyField("series.support", .material, \.series.includesSupport),
        PolicyField("series.runs.fail", .material, in: \.series.runs, \.fail),
        PolicyField("series.runs.warn", .material, in: \.series.runs, \.warn),
        PolicyField("series.runs.show", .material, in: \.series.runs, \.show),
        PolicyField("series.bias.last", .material, in: \.series.bias, \.last),
        PolicyField("series.bias.minimum", .material, in: \.series.bias, \.minimum),
        PolicyField("series.bias.significance", .material, in: \.series.bias, \.significance),
        PolicyField("series.bias.show_percent", .material, in: \.series.bias, \.showPercent),
        PolicyField("series.bias.warn_percent", .material, in: \.series.bias, \.warnPercent),
        PolicyField("series.bias.fail_percent", .material, in: \.series.bias, \.failPercent),
        PolicyField("series.own_limits.minimum", .material, in: \.series.stability, \.minimum),
        PolicyField("series.own_limits.limit_sd", .material, in: \.series.stability, \.limit),
        PolicyField("series.own_limits.outcome", .material, in: \.series.stability, \.outcome),
        PolicyField("series.drift.baseline", .material, in: \.series.drift, \.baseline),
        PolicyField("series.drift.cusum_k", .material, in: \.series.drift, \.cusumAllowance),
        PolicyField("series.drift.cusum_h", .material, in: \.series.drift, \.cusumLimit),
        PolicyField("series.drift.ewma_lambda", .material, in: \.series.drift, \.ewmaWeight),
        PolicyField("series.drift.ewma_limit", .material, in: \.series.drift, \.ewmaLimit),
        PolicyField("series.drift.trend_significance", .material, in: \.series.drift, \.trendSignificance),
        PolicyField("series.drift.outcome", .material, in: \.series.drift, \.outcome),

        PolicyField("false_alarms.support", .batch, in: \.falseAlarms, \.support),
        PolicyField("false_alarms.alpha", .batch, in: \.falseAlarms, \.alpha),
        PolicyField("false_alarms.improbable", .batch, in: \.falseAlarms, \.improbable),

        PolicyField("blank.warn_detection_limits", .material, \.blank.warnDetectionLimits),
        PolicyField("blank.fail_detection_limits", .material, \.blank.failDetectionLimits),
        PolicyField("blank.background_sd", .material, \.blank.backgroundSD),
        PolicyField("blank.rock_forming", .material, \.blank.rockForming),
        PolicyField("blank.pulp.warn_detection_limits", .material, in: \.blank.pulp, \.warn),
        PolicyField("blank.pulp.fail_detection_limits", .material, in: \.blank.pulp, \.fail),
        PolicyField("blank.carry_over.percent", .material, in: \.blank.carryOver, \.percent),
        PolicyField("blank.carry_over.samples", .material, in: \.blank.carryOver, \.samples),

        PolicyField("duplicate.floor_detection_limits", .column, \.duplicate.floorDetectionLimits),
        PolicyField("duplicate.field.percent", .column, \.duplicate.field.percent),
        PolicyField("duplicate.field.outcome", .column, \.duplicate.field.outcome),
        PolicyField(
            "duplicate.field.hyperbolic_detection_limits",
            .column,
            \.duplicate.field.hyperbolicDetectionLimits
        ),
        PolicyField("duplicate.coarse.percent", .column, \.duplicate.coarse.percent),
        PolicyField("duplicate.coarse.outcome", .column, \.duplicate.coarse.outcome),
        PolicyField(
            "duplicate.coarse.hyperbolic_detection_limits",
            .column,
            \.duplicate.coarse.hyperbolicDetectionLimits
        ),
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
        PolicyField("insertion.rates.crm", .batch, in: \.insertion.rates, \.crm),
        PolicyField("insertion.rates.blank", .batch, in: \.insertion.rates, \.blank),
        PolicyField("insertion.rates.duplicate", .batch, in: \.insertion.rates, \.duplicate),
        PolicyField("insertion.rates.window_samples", .batch, in: \.insertion.rates, \.window),
        PolicyField("insertion.grade_coverage.factor", .batch, in: \.insertion.gradeCoverage, \.factor),
        PolicyField("insertion.grade_coverage.percent", .batch, in: \.insertion.gradeCoverage, \.percent),
        PolicyField("insertion.grade_coverage.samples", .batch, in: \.insertion.gradeCoverage, \.samples),
        PolicyField("insertion.grade_coverage.outcome", .batch, in: \.insertion.gradeCoverage, \.outcome),

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
        PolicyField("laboratory.recovery.low_percent", .batch, in: \.laboratory.recovery, \.lowest),
        PolicyField("laboratory.recovery.high_percent", .batch, in: \.laboratory.recovery, \.highest),
        PolicyField("laboratory.recovery.outcome", .batch, in: \.laboratory.recovery, \.outcome),
        PolicyField("laboratory.comparison.results", .batch, in: \.laboratory.comparison, \.results),
        PolicyField("laboratory.comparison.bias_sd", .batch, in: \.laboratory.comparison, \.biasSD),
        PolicyField("laboratory.comparison.outcome", .batch, in: \.laboratory.comparison, \.outcome),

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
