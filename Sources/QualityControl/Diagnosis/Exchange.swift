import Geochemistry

/// Two rows that each fit what the other is said to be: two bags, two cups or two labels exchanged.
///
/// A reference material and a blank, or two materials, may stand anywhere in the batch, because both must fit. An
/// ordinary sample has no expectation of its own, so it must stand next to the reference material or blank.
struct Exchange {
    enum Evidence {
        /// Each row with the distance to what it is said to be, and to what the other is said to be.
        case materials(first: Fit, second: Fit)
        /// The row of the material is as low as a blank in these columns, that of the blank fits the material.
        case materialAndBlank(material: Likeness, clean: [Int], blank: Likeness)
        /// The neighbour fits the material.
        case materialAndSample(Fit)
        /// The neighbour is as low as a blank in the columns in which the blank is not.
        case blankAndSample(above: [Int], clean: [Int])
    }

    struct Fit {
        let claimed: Likeness
        let other: Likeness
    }

    /// The row said to be a material or blank, and the other.
    let first: Int
    let second: Int
    let evidence: Evidence

    var rows: [Int] { [first, second] }

    static func proposals(on desk: inout DiagnosisSheet) -> [Exchange] {
        var candidates = materialPairs(on: &desk) + materialBlankPairs(on: &desk)
        // The nearest pairs first: what stands next to each other is exchanged more easily.
        candidates.sort { ($0.reach(desk), $0.first, $0.second) < ($1.reach(desk), $1.first, $1.second) }
        candidates += materialSamplePairs(on: &desk) + blankSamplePairs(on: &desk)
        var taken: Set<Int> = []
        return candidates.filter { exchange in
            guard taken.isDisjoint(with: exchange.rows) else { return false }
            taken.formUnion(exchange.rows)
            return true
        }.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    private func reach(_ desk: DiagnosisSheet) -> Int {
        guard let first = desk.place(of: first), let second = desk.place(of: second) else { return .max }
        return abs(first - second)
    }

    private static func materialPairs(on desk: inout DiagnosisSheet) -> [Exchange] {
        let failed = desk.failedMaterials.filter(\.claimed.isUnlike)
        var pairs: [Exchange] = []
        for (index, one) in failed.enumerated() {
            for other in failed[(index + 1)...] where other.claimed.material != one.claimed.material {
                let first = desk.likeness(of: one.row, to: other.claimed.material)
                guard first.isAlike, first.count >= min(Likeness.enoughElements, one.claimed.count) else { continue }
                let second = desk.likeness(of: other.row, to: one.claimed.material)
                guard second.isAlike, second.count >= min(Likeness.enoughElements, other.claimed.count) else {
                    continue
                }
                pairs.append(
                    Exchange(
                        first: one.row,
                        second: other.row,
                        evidence: .materials(
                            first: Fit(claimed: one.claimed, other: first),
                            second: Fit(claimed: other.claimed, other: second)
                        )
                    )
                )
            }
        }
        return pairs
    }

    private static func materialBlankPairs(on desk: inout DiagnosisSheet) -> [Exchange] {
        var pairs: [Exchange] = []
        for failed in desk.failedMaterials {
            guard let clean = MaterialSwap.blankPlaces(failed, on: &desk) else { continue }
            for blank in desk.failedBlanks {
                let likeness = desk.likeness(of: blank, to: failed.claimed.material)
                guard likeness.isAlike, likeness.count >= min(Likeness.enoughElements, failed.claimed.count) else {
                    continue
                }
                pairs.append(
                    Exchange(
                        first: failed.row,
                        second: blank,
                        evidence: .materialAndBlank(material: failed.claimed, clean: clean, blank: likeness)
                    )
                )
            }
        }
        return pairs
    }

    private static func materialSamplePairs(on desk: inout DiagnosisSheet) -> [Exchange] {
        var pairs: [Exchange] = []
        for failed in desk.failedMaterials where failed.claimed.isUnlike && !isOtherOfFew(failed, on: &desk) {
            var best: Exchange?
            var nearest: Likeness?
            for neighbour in desk.neighbours(of: failed.row) where isSample(neighbour, on: desk) {
                let other = desk.likeness(of: neighbour, to: failed.claimed.material)
                let enough = other.count >= min(Likeness.enoughElements, failed.claimed.count)
                // One element of an ordinary sample is near a certified value more often than one thinks.
                let isSure = other.count >= Likeness.enoughElements || other.elements.allSatisfy { $0.distance <= 2 }
                guard enough, other.isAlike, isSure, nearest.map({ other.isNearer(than: $0) }) ?? true else { continue }
                nearest = other
                best = Exchange(
                    first: failed.row,
                    second: neighbour,
                    evidence: .materialAndSample(Fit(claimed: failed.claimed, other: other))
                )
            }
            if let best { pairs.append(best) }
        }
        return pairs
    }

    /// Of one or two elements a material that the client uses is the better guess than an ordinary sample.
    private static func isOtherOfFew(
        _ failed: DiagnosisSheet.FailedMaterial,
        on desk: inout DiagnosisSheet
    ) -> Bool {
        guard failed.claimed.count < Likeness.enoughElements else { return false }
        for material in desk.used.sorted(by: { $0.key < $1.key }) where material != failed.claimed.material {
            if desk.likeness(of: failed.row, to: material).isAlike { return true }
        }
        return false
    }

    /// A blank next to the one sample that is as clean as a blank.
    ///
    /// What is carried over or spilled raises a blank too, and barren samples are common: so the blank must be high in
    /// most of what it was determined for, and the rows around the two as high as any sample in what tells them apart.
    private static func blankSamplePairs(on desk: inout DiagnosisSheet) -> [Exchange] {
        var pairs: [Exchange] = []
        for blank in desk.failedBlanks {
            let above = desk.blankLikeness(of: blank)
            guard above.above.count * 2 > above.above.count + above.clean.count else { continue }
            let matches = desk.neighbours(of: blank).filter { neighbour in
                guard isSample(neighbour, on: desk) else { return false }
                let likeness = desk.blankLikeness(of: neighbour)
                return likeness.isBlank && likeness.isClean(in: above.above)
            }
            guard matches.count == 1, let neighbour = matches.first else { continue }
            let around = surroundings(of: blank, neighbour, on: desk)
            guard above.above.count >= Likeness.enoughElements || around.count >= Likeness.enoughElements,
                around.allSatisfy({ row in
                    let likeness = desk.blankLikeness(of: row)
                    return likeness.above.count { above.above.contains($0) } * 2 >= above.above.count
                })
            else { continue }
            pairs.append(
                Exchange(
                    first: blank,
                    second: neighbour,
                    evidence: .blankAndSample(above: above.above, clean: desk.blankLikeness(of: neighbour).clean)
                )
            )
        }
        return pairs
    }

    /// The ordinary samples among the three rows on either side of two neighbours.
    private static func surroundings(of one: Int, _ other: Int, on desk: DiagnosisSheet) -> [Int] {
        guard let first = desk.place(of: one), let second = desk.place(of: other) else { return [] }
        let reach = (min(first, second) - 3)...(max(first, second) + 3)
        return reach.filter { desk.clients.indices.contains($0) && $0 != first && $0 != second }
            .map { desk.clients[$0] }.filter { isSample($0, on: desk) }
    }

    /// Neither a blank nor a reference material.
    private static func isSample(_ row: Int, on desk: DiagnosisSheet) -> Bool {
        desk.role(row).kind != .blank && desk.role(row).kind != .crm
    }

    func finding(on desk: DiagnosisSheet) -> Finding {
        desk.proposal(
            .neighboursExchanged,
            row: first,
            reference: desk.material(of: first)?.printed ?? desk.role(first).reference,
            message: QualityWords.exchange(self, on: desk)
        )
    }
}
