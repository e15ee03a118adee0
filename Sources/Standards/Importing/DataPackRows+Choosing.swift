import Geochemistry

/// One value a digestion.
extension DataPackRows {
    /// Decides between values of one analyte by one digestion.
    func resolved() -> Resolved {
        struct Key: Hashable {
            let analyte: Analyte
            let digestion: DigestionClass
        }
        var groups: [Key: [Int]] = [:]
        for (index, candidate) in candidates.enumerated() {
            let key = Key(analyte: candidate.value.analyte, digestion: candidate.value.digestion)
            groups[key, default: []].append(index)
        }
        var reasons: [Int: LeftRow.Reason] = [:]
        for (key, group) in groups where group.count > 1 {
            reasons.merge(choice(among: group, digestion: key.digestion)) { first, _ in first }
        }
        var headings = headings
        var left = left
        var values: [CertifiedValue] = []
        var rowsTaken: Set<String> = []
        var rowsLeft: Set<String> = []
        for (index, candidate) in candidates.enumerated() {
            if let reason = reasons[index] {
                left.append(candidate.row.leaving(for: reason))
                if rowsLeft.insert(candidate.value.place).inserted { headings[candidate.heading].left += 1 }
            } else {
                values.append(candidate.value)
                if rowsTaken.insert(candidate.value.place).inserted { headings[candidate.heading].taken += 1 }
            }
        }
        let used = Set(values.map(\.method))
        return Resolved(
            values: values.enumerated().sorted {
                ($0.element.order(in: headings.map(\.text)), $0.offset)
                    < ($1.element.order(in: headings.map(\.text)), $1.offset)
            }.map(\.element),
            left: left,
            headings: headings.map {
                ImportedHeading(text: $0.text, digestions: $0.meaning?.digestions ?? [], taken: $0.taken, left: $0.left)
            },
            notes: headings.filter { used.contains($0.text) }.compactMap { heading in
                let note = heading.meaning?.note ?? ""
                return note.isEmpty ? nil : note.replacing("%", with: heading.text)
            }
        )
    }

    /// Why all but one, or all, of several candidates are left.
    private func choice(among group: [Int], digestion: DigestionClass) -> [Int: LeftRow.Reason] {
        guard let rank = group.map({ candidates[$0].rank }).min(),
            let best = group.first(where: { candidates[$0].rank == rank })
        else { return [:] }
        let chosen = candidates[best]
        var reasons: [Int: LeftRow.Reason] = [:]
        for index in group where index != best {
            let other = candidates[index]
            if other.heading != chosen.heading {
                reasons[index] = .otherHeading(chosen.value.method, digestion: digestion.rawValue)
            } else if other.value.saysTheSame(as: chosen.value) {
                reasons[index] = .repeated(place: chosen.value.place)
            } else {
                reasons[index] = .contradicts(place: chosen.value.place)
                reasons[best] = .contradicts(place: other.value.place)
            }
        }
        return reasons
    }
}

extension LeftRow {
    fileprivate func leaving(for reason: Reason) -> LeftRow {
        LeftRow(
            heading: heading,
            constituent: constituent,
            unit: unit,
            value: value,
            sd: sd,
            place: place,
            reason: reason
        )
    }
}

extension CertifiedValue {
    fileprivate func saysTheSame(as other: CertifiedValue) -> Bool {
        value == other.value && sd == other.sd && unit == other.unit
    }

    /// By heading, and where a heading stands for two digestions, one after the other.
    fileprivate func order(in headings: [String]) -> Int {
        (headings.firstIndex(of: method) ?? 0) * 100 + (DigestionClass.allCases.firstIndex(of: digestion) ?? 0)
    }
}
