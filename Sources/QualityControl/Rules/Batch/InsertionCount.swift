import Geochemistry

/// Whether a batch holds the QC samples that the policy demands of every batch. A sample counts when at least one of
/// its results could be evaluated: a reference material of which nothing is certified controls nothing.
///
/// Source: at least one CRM and one blank in every batch (OREAS: 1 CRM in 20 to 30; Abzalov 2008: 3 to 5 % of each).
enum InsertionCount {
    struct Shortage: Equatable {
        let kind: QCKind
        let demanded: Int
        let evaluated: Int
        /// How many stand in the batch, evaluated or not.
        let inserted: Int
    }

    static func shortages(of roles: [SampleRole], results: [QCResult], rules: InsertionRules) -> [Shortage] {
        var inserted: [QCKind: Int] = [:]
        for role in roles { if let kind = role.kind.clientControl { inserted[kind, default: 0] += 1 } }
        var evaluated: [QCKind: Set<Int>] = [:]
        for result in results where result.origin == .client && result.isEvaluated {
            evaluated[result.kind, default: []].insert(result.sampleIndex)
        }
        let demands: [(QCKind, Int)] = [(.crm, rules.crms), (.blank, rules.blanks), (.duplicate, rules.duplicates)]
        return demands.compactMap { kind, demanded in
            let count = evaluated[kind]?.count ?? 0
            guard count < demanded else { return nil }
            return Shortage(kind: kind, demanded: demanded, evaluated: count, inserted: inserted[kind] ?? 0)
        }
    }
}

extension SampleRole.Kind {
    /// The sort of control that the client inserted; nil for ordinary samples and the laboratory's rows.
    var clientControl: QCKind? {
        switch self {
        case .crm: .crm
        case .blank: .blank
        case .fieldDuplicate, .coarseDuplicate, .pulpDuplicate: .duplicate
        case .routine, .check, .laboratoryCRM, .laboratoryCertified, .laboratoryBlank, .laboratoryOriginal,
            .laboratoryDuplicate, .laboratoryOther:
            nil
        }
    }
}
