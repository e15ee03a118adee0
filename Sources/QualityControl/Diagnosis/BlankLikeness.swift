import Geochemistry

/// A row of a certificate held against what a blank may hold: which elements are as low as a blank's, and which are
/// not.
///
/// Rock-forming elements say nothing here, because barren rock is made of them. A certified background of one of the
/// batch's blanks counts where it allows more than the detection limit does.
struct BlankLikeness {
    /// Places in the sheet's columns.
    let clean: [Int]
    let above: [Int]

    /// All that can be told is as low as in a blank.
    var isBlank: Bool { above.isEmpty && !clean.isEmpty }

    /// Whether these columns can be told, and all of them are as low as in a blank.
    func isClean(in places: [Int]) -> Bool {
        let told = places.filter { clean.contains($0) || above.contains($0) }
        return !told.isEmpty && told.allSatisfy(clean.contains)
    }
}

/// The highest result that a blank of this batch may have, column by column.
struct BlankCeilings {
    /// For each of the sheet's columns; nil where a blank tells nothing.
    let limits: [ExactDecimal?]

    init(_ sheet: BatchSheet) {
        let rules = sheet.policy.blank
        var seen: Set<MaterialName> = []
        let rocks = sheet.roles.filter { $0.kind == .blank }.compactMap { role -> MaterialName? in
            guard let name = sheet.materials[MaterialName(role.reference)]?.name, seen.insert(name).inserted else {
                return nil
            }
            return name
        }
        limits = sheet.columns.map { column in
            guard column.tier != .information, !rules.rockForming.contains(column.element),
                let detectionLimit = column.detectionLimit,
                var limit = try? detectionLimit * rules.failDetectionLimits
            else { return nil }
            for rock in rocks {
                let match = sheet.materials.match(
                    rock,
                    analyte: column.analyte,
                    digestion: column.digestion,
                    unit: column.unit
                )
                let percent = sheet.policy.crm.failPercent
                guard let match, let expectation = try? CertifiedExpectation(match),
                    let background = try? BlankBackground(expectation, rules: rules, percent: percent),
                    let most = background.limit
                else { continue }
                limit = max(limit, most)
            }
            return limit
        }
    }

    func likeness(of row: Int, in sheet: BatchSheet) -> BlankLikeness {
        var (clean, above): ([Int], [Int]) = ([], [])
        for (place, column) in sheet.columns.enumerated() {
            guard let limit = limits[place], let cell = sheet.cell(sample: row, column: column) else { continue }
            switch cell {
            case .number(let value):
                if value > limit { above.append(place) } else { clean.append(place) }
            case .below(let bound):
                if bound.map({ $0 <= limit }) ?? true { clean.append(place) }
            case .above(let bound):
                if bound >= limit { above.append(place) }
            case .noResult, .unreadable: continue
            }
        }
        return BlankLikeness(clean: clean, above: above)
    }
}
