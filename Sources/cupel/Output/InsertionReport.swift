import Geochemistry
import QualityControl

/// Rates of insertion by group.
struct InsertionReport: StatisticsReport {
    private let groups: [(group: InsertionGroup, rates: [InsertionRate])]
    private let key: InsertionGroup.Key

    init(_ samples: [InsertedSample], by key: InsertionGroup.Key, policies: InsertionPolicies) {
        self.key = key
        groups = InsertionGroup.groups(of: samples, by: key).map { group in
            let rules = policies.rules(for: group.project).rates
            return (group: group, rates: QCKind.allCases.compactMap { group.tally.rate(of: $0, rates: rules) })
        }
    }

    var document: [Group] { groups.map { Group($0.group, rates: $0.rates) } }

    struct Group: Encodable {
        let group: String
        let project: String?
        let samples: Int
        let counts: [String: Int]
        let rates: [Rate]

        init(_ group: InsertionGroup, rates: [InsertionRate]) {
            self.group = group.name
            project = group.project
            samples = group.tally.samples
            counts = Dictionary(
                SampleType.allCases.map { ($0.rawValue, group.tally.count($0)) },
                uniquingKeysWith: { first, _ in first }
            )
            self.rates = rates.map(Rate.init)
        }
    }

    struct Rate: Encodable {
        let kind: String
        let inserted: Int
        let percent: Double?
        let policyPercent: Double
        let demanded: Int
        let short: Bool

        init(_ rate: InsertionRate) {
            kind = rate.kind.rawValue
            inserted = rate.inserted
            percent = rate.reached?.approximate
            policyPercent = rate.percent.approximate
            demanded = rate.demanded
            short = rate.isShort
        }
    }

    var text: String {
        guard !groups.isEmpty else { return StatisticsWords.noSamples }
        // A project is its own.
        let project = key == .project ? [] : ["PROJECT"]
        var table = TextTable(
            [key.rawValue.uppercased()] + project + [
                "SAMPLES", "CRM", "BLANK", "(COARSE/PULP)", "DUPLICATE", "(FIELD/COARSE/PULP)", "CHECK", "SHORT",
            ]
        )
        for (group, rates) in groups {
            let tally = group.tally
            let name = group.name.isEmpty ? StatisticsWords.unnamed : group.name
            table.add(
                [name] + (key == .project ? [] : [group.project ?? StatisticsWords.several]) + [
                    "\(tally.samples)", share(.crm, tally), share(.blank, tally),
                    "\(tally.count(.coarseBlank))/\(tally.count(.pulpBlank))", share(.duplicate, tally),
                    "\(tally.count(.fieldDuplicate))/\(tally.count(.coarseDuplicate))/\(tally.count(.pulpDuplicate))",
                    "\(tally.count(.check))", StatisticsWords.short(rates),
                ]
            )
        }
        return table.text
    }

    private func share(_ kind: QCKind, _ tally: InsertionTally) -> String {
        let rate = InsertionRate(kind, inserted: tally.inserted(kind), samples: tally.samples, percent: 0)
        return "\(rate.inserted)" + (rate.reached.map { " (\($0) %)" } ?? "")
    }
}
