import Geochemistry

extension SampleRole {
    /// What the laboratory says of a row of its own.
    init(laboratory origin: SampleRow.Origin) {
        let source = "laboratory"
        switch origin {
        case .client: self = .routine
        case .laboratoryCRM(let material): self.init(.laboratoryCRM, reference: material, source: source)
        case .laboratoryCertified(let material): self.init(.laboratoryCertified, reference: material, source: source)
        case .laboratoryBlank, .laboratoryPreparationBlank: self.init(.laboratoryBlank, source: source)
        case .laboratoryOriginal(let sample): self.init(.laboratoryOriginal, reference: sample, source: source)
        case .laboratoryDuplicate(let sample): self.init(.laboratoryDuplicate, reference: sample, source: source)
        case .laboratoryOther(let words): self.init(.laboratoryOther, reference: words, source: source)
        }
    }

    init(_ statement: RegisterStatement) {
        let entry = statement.entry
        self.init(
            Kind(entry.type),
            reference: entry.namesParent ? entry.parent : entry.reference,
            source: "register \"\(statement.registerName)\"",
            blankKind: entry.type.blankKind
        )
    }

    /// - Parameter previous: the client's sample before it in the certificate; empty for the first.
    init(_ rule: SamplingRule, sample: String, previous: String) {
        let reference =
            switch rule.parent {
            case .none: rule.reference
            case .previous: previous
            case .withoutSuffix(let suffix): Self.strip(suffix, from: sample)
            }
        self.init(
            Kind(rule.type),
            reference: reference,
            source: "sampling rule \"\(rule.name)\"",
            blankKind: rule.type.blankKind
        )
    }

    private static func strip(_ suffix: String, from sample: String) -> String {
        sample.lowercased().hasSuffix(suffix.lowercased()) ? String(sample.dropLast(suffix.count)) : sample
    }
}

extension RegisterEntry {
    /// What it refers to is a sample: a duplicate's always, a check sample's where it has a number of its own.
    fileprivate var namesParent: Bool { type.isDuplicate || (type == .check && !parent.isEmpty) }
}

extension SampleRole.Kind {
    init(_ type: SampleType) {
        switch type {
        case .routine: self = .routine
        case .crm: self = .crm
        case .blank, .coarseBlank, .pulpBlank: self = .blank
        case .fieldDuplicate: self = .fieldDuplicate
        case .coarseDuplicate: self = .coarseDuplicate
        case .pulpDuplicate: self = .pulpDuplicate
        case .check: self = .check
        }
    }

    /// An ordinary sample, whose results are what everything else is there for.
    var isOrdinary: Bool { self == .routine || self == .check }
}
