import Geochemistry

/// A failed pair of which one half looks like a neighbour of the other: the register names the wrong original, or two
/// neighbours were exchanged.
///
/// Neighbours in the ground are alike, so the neighbour must agree in nine tenths of the elements that tell, and be three
/// times as near as the registered half, which must disagree in half of them. With fewer than three such elements a
/// single pair proves nothing; a register that is shifted by one row shows in several pairs at once.
struct DuplicateMixUp {
    /// One half against a row: only elements of which both have numbers, well above the detection limit.
    struct Agreement {
        let row: Int
        let agreeing: Int
        let told: Int
        /// The median difference in percent of the pairs' means.
        let median: Double
    }

    struct Pair {
        let duplicate: Int
        let original: Int
        let registered: Agreement
        /// The half that looks like the neighbour.
        let half: Int
        let neighbour: Agreement
        /// By how many rows the neighbour stands behind the registered original; nil where the neighbour stands next to
        /// the duplicate.
        let shift: Int?
    }

    /// One, or several that are shifted alike.
    let pairs: [Pair]

    static func proposals(on desk: DiagnosisSheet) -> [DuplicateMixUp] {
        let parentage = Parentage(desk.sheet.certificate.samples, roles: desk.sheet.roles)
        let failed = Set(
            desk.sheet.results.filter {
                $0.origin == .client && $0.kind == .duplicate && ($0.outcome == .fail || $0.outcome == .warn)
            }.map(\.sampleIndex)
        ).sorted()
        var pairs: [Pair] = []
        for duplicate in failed {
            guard let original = parentage.parent(of: duplicate, role: desk.role(duplicate)) else { continue }
            pairs += candidates(duplicate, original, on: desk)
        }
        var proposals: [DuplicateMixUp] = []
        var settled: Set<Int> = []
        for shift in [-1, 1] {
            let alike = pairs.filter { $0.shift == shift }
            let isSure = alike.contains { $0.neighbour.told >= Likeness.enoughElements }
            guard alike.count >= 3 || alike.count == 2 && isSure, alike.count * 2 > failed.count else { continue }
            proposals.append(DuplicateMixUp(pairs: alike))
            settled.formUnion(alike.map(\.duplicate))
        }
        let alone = pairs.filter { $0.neighbour.told >= Likeness.enoughElements && !settled.contains($0.duplicate) }
        for (_, group) in Dictionary(grouping: alone, by: \.duplicate).sorted(by: { $0.key < $1.key }) {
            guard let best = group.min(by: { $0.neighbour.median < $1.neighbour.median }) else { continue }
            proposals.append(DuplicateMixUp(pairs: [best]))
        }
        return proposals
    }

    private static func candidates(_ duplicate: Int, _ original: Int, on desk: DiagnosisSheet) -> [Pair] {
        let limit = limit(of: desk.role(duplicate).kind, in: desk.sheet.policy)
        guard let registered = agreement(duplicate, original, limit: limit, on: desk),
            (registered.told - registered.agreeing) * 2 >= registered.told
        else { return [] }
        func pair(_ half: Int, _ neighbour: Int, shift: Int?) -> Pair? {
            guard let found = agreement(half, neighbour, limit: limit, on: desk), found.told * 2 >= registered.told,
                found.agreeing * 10 >= found.told * 9, found.median * 3 < registered.median
            else { return nil }
            return Pair(
                duplicate: duplicate,
                original: original,
                registered: registered,
                half: half,
                neighbour: found,
                shift: shift
            )
        }
        var pairs: [Pair] = []
        for neighbour in desk.neighbours(of: original) where neighbour != duplicate && isSample(neighbour, on: desk) {
            let shift = neighbour < original ? -1 : 1
            pairs += [pair(duplicate, neighbour, shift: shift)].compactMap { $0 }
        }
        for neighbour in desk.neighbours(of: duplicate) where neighbour != original && isSample(neighbour, on: desk) {
            pairs += [pair(original, neighbour, shift: nil), pair(duplicate, neighbour, shift: nil)].compactMap { $0 }
        }
        return pairs
    }

    private static func agreement(
        _ half: Int,
        _ other: Int,
        limit: DuplicateRules.Limit,
        on desk: DiagnosisSheet
    ) -> Agreement? {
        var agreeing = 0
        var differences: [Double] = []
        for column in desk.sheet.columns where column.tier != .information {
            guard case .number(let a)? = desk.sheet.cell(sample: half, column: column),
                case .number(let b)? = desk.sheet.cell(sample: other, column: column),
                let floor = floor(column, in: desk.sheet.policy), max(a, b) >= floor,
                let percent = PairDifference.percent(a, b),
                let verdict = try? PairDifference.judge(.number(a), .number(b), limit: limit, floor: 0)
            else { continue }
            if verdict.outcome == .pass { agreeing += 1 }
            differences.append(percent)
        }
        guard !differences.isEmpty else { return nil }
        return Agreement(
            row: other,
            agreeing: agreeing,
            told: differences.count,
            median: Likeness.median(of: differences)
        )
    }

    /// Ten detection limits, where certified values begin to count too; 0 where nothing states one.
    private static func floor(_ column: JudgedColumn, in policy: Policy) -> ExactDecimal? {
        guard let limit = column.detectionLimit else { return .zero }
        return try? limit * policy.crm.detectionLimitGate
    }

    private static func limit(of kind: SampleRole.Kind, in policy: Policy) -> DuplicateRules.Limit {
        switch kind {
        case .fieldDuplicate: policy.duplicate.field
        case .coarseDuplicate: policy.duplicate.coarse
        default: policy.duplicate.pulp
        }
    }

    private static func isSample(_ row: Int, on desk: DiagnosisSheet) -> Bool {
        desk.role(row).kind != .blank && desk.role(row).kind != .crm
    }

    func finding(on desk: DiagnosisSheet) -> Finding {
        let only = pairs.count == 1 ? pairs.first : nil
        return desk.proposal(
            .duplicateMixUp,
            row: only?.duplicate,
            reference: only.map { desk.row($0.original).name } ?? "",
            message: QualityWords.duplicateMixUp(self, on: desk)
        )
    }
}
