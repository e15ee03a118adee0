public import Geochemistry

extension Policy {
    /// What two results of a kind of duplicate may differ by. A check sample is the same powder in another laboratory, and
    /// has the limit of a pulp.
    public func pairLimit(for kind: SampleRole.Kind, detectionLimit: ExactDecimal?) -> PairLimit {
        let (rule, floor) =
            switch kind {
            case .fieldDuplicate: (duplicate.field, duplicate.floorDetectionLimits)
            case .coarseDuplicate: (duplicate.coarse, duplicate.floorDetectionLimits)
            case .pulpDuplicate, .check: (duplicate.pulp, duplicate.floorDetectionLimits)
            default: (laboratory.duplicate, laboratory.floorDetectionLimits)
            }
        return PairLimit(rule, detectionLimit: detectionLimit, floorDetectionLimits: floor)
    }
}
