import Geochemistry
import QualityControl

/// A row of the view `composites`. A number that a composite does not have is null, not absent.
public struct CompositeDocument: Sendable, Equatable {
    public var batch: String
    public var position: Int
    public var sample: String
    public var role: String
    public var origin: String
    public var kind: String?
    public var reference: String
    public var composite: String
    public var convention: String
    public var digestion: String
    public var unit: String
    public var value: Double?
    public var lowest: Double?
    public var highest: Double?
    public var expected: Double?
    public var sd: Double?
    public var z: Double?
    public var lowerLimit: Double?
    public var upperLimit: Double?
    public var tier: String
    public var outcome: String?
    public var rule: String?
    public var members: String
    public var note: String

    init(_ result: CompositeResult, of column: CompositeColumn, batch: String, sample: String, role: String) {
        self.batch = batch
        position = result.sampleIndex + 1
        self.sample = sample
        self.role = role
        origin = result.origin.rawValue
        kind = result.kind?.rawValue
        reference = result.reference
        composite = column.composite
        convention = column.convention
        digestion = column.digestion.rawValue
        unit = column.unit.symbol
        value = result.value?.approximate
        lowest = result.lowest?.approximate
        highest = result.highest?.approximate
        expected = result.expected?.approximate
        sd = result.sd?.approximate
        z = result.z
        lowerLimit = result.lowerLimit?.approximate
        upperLimit = result.upperLimit?.approximate
        tier = column.tier.rawValue
        outcome = result.outcome?.rawValue
        rule = result.rule?.rawValue
        members = column.members
        note = result.note
    }

    /// - Parameters:
    ///   - samples: the names of the certificate's samples, in laboratory order; `roles` likewise.
    static func all(
        _ columns: [CompositeColumn],
        batch: String,
        samples: [String],
        roles: [SampleRole]
    ) -> [CompositeDocument] {
        columns.flatMap { column in
            column.results.compactMap { result in
                guard samples.indices.contains(result.sampleIndex), roles.indices.contains(result.sampleIndex) else {
                    return nil
                }
                return CompositeDocument(
                    result,
                    of: column,
                    batch: batch,
                    sample: samples[result.sampleIndex],
                    role: roles[result.sampleIndex].kind.rawValue
                )
            }
        }
    }
}

extension CompositeDocument: Encodable {
    enum CodingKeys: String, CodingKey {
        case batch, position, sample, role, origin, kind, reference, composite, convention, digestion, unit
        case value, lowest, highest, expected, sd, z, tier, outcome, rule, members, note
        case lowerLimit = "lower_limit"
        case upperLimit = "upper_limit"
    }

    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(batch, forKey: .batch)
        try keys.encode(position, forKey: .position)
        try keys.encode(sample, forKey: .sample)
        try keys.encode(role, forKey: .role)
        try keys.encode(origin, forKey: .origin)
        try keys.encode(kind, forKey: .kind)
        try keys.encode(reference, forKey: .reference)
        try keys.encode(composite, forKey: .composite)
        try keys.encode(convention, forKey: .convention)
        try keys.encode(digestion, forKey: .digestion)
        try keys.encode(unit, forKey: .unit)
        try keys.encode(value, forKey: .value)
        try keys.encode(lowest, forKey: .lowest)
        try keys.encode(highest, forKey: .highest)
        try keys.encode(expected, forKey: .expected)
        try keys.encode(sd, forKey: .sd)
        try keys.encode(z, forKey: .z)
        try keys.encode(lowerLimit, forKey: .lowerLimit)
        try keys.encode(upperLimit, forKey: .upperLimit)
        try keys.encode(tier, forKey: .tier)
        try keys.encode(outcome, forKey: .outcome)
        try keys.encode(rule, forKey: .rule)
        try keys.encode(members, forKey: .members)
        try keys.encode(note, forKey: .note)
    }
}
