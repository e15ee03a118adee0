import Geochemistry

/// A number that the register expects and the certificate lacks, beside one that the certificate has and no register
/// lists, one slip of the hand apart.
///
/// Numbers in sequence are all nearly alike, so the slip alone is no evidence: the row must stand where the expected
/// number belongs (next to its neighbour in the register, or next to the number before or after it), or hold the
/// values of the expected reference material. Values that contradict what is expected end it.
struct NumberTranscription {
    enum Evidence {
        /// The client's row next to it in the certificate that stands next to the expected number.
        case stands(nextTo: Int)
        /// The values alone.
        case values
    }

    /// What the register expects.
    let expected: RegisterStatement
    /// The row that no register lists.
    let row: Int
    let slip: TypingSlip
    let evidence: Evidence
    /// To the expected reference material, where there are judged results.
    let fit: Likeness?
    /// The expected blank, and as clean as one in these places.
    let clean: [Int]

    static func proposals(on desk: inout DiagnosisSheet) -> [NumberTranscription] {
        guard !desk.registers.isEmpty else { return [] }
        let rows = desk.clients.filter { !desk.row($0).name.isEmpty }
        let byKey = Dictionary(rows.map { (SampleKey(desk.row($0).name), $0) }, uniquingKeysWith: { first, _ in first })
        let unlisted = Set(rows.filter { desk.registers[SampleKey(desk.row($0).name)] == nil })
        guard !unlisted.isEmpty else { return [] }
        let list = RegisterOrder(desk.registers)
        let texts = unlisted.sorted().map { (row: $0, text: Array(SampleKey(desk.row($0).name).text.utf8)) }

        var found: [NumberTranscription] = []
        for (key, statements) in desk.registers.sorted(by: { $0.key < $1.key }) where byKey[key] == nil {
            guard case .says(let expected)? = RegisterVoice(statements, dispatch: desk.sheet.certificate.dispatch)
            else {
                continue
            }
            let placed = placed(key, in: list, byKey: byKey, unlisted: unlisted, on: desk)
            var candidates = placed.compactMap { row, neighbour in
                proposal(expected, key, row: row, .stands(nextTo: neighbour), on: &desk)
            }
            if candidates.isEmpty, expected.entry.type == .crm {
                let text = Array(key.text.utf8)
                for other in texts where TypingSlip.between(text, other.text) != nil {
                    candidates += [proposal(expected, key, row: other.row, .values, on: &desk)].compactMap { $0 }
                }
            }
            // Two rows that could be it are no answer.
            if Set(candidates.map(\.row)).count == 1, let only = candidates.first { found.append(only) }
        }
        let claims = Dictionary(grouping: found, by: \.row)
        return found.filter { claims[$0.row]?.count == 1 }.sorted { $0.row < $1.row }
    }

    /// Unlisted rows next to a row that belongs next to the expected number.
    private static func placed(
        _ key: SampleKey,
        in list: RegisterOrder,
        byKey: [SampleKey: Int],
        unlisted: Set<Int>,
        on desk: DiagnosisSheet
    ) -> [(row: Int, neighbour: Int)] {
        var found: [(row: Int, neighbour: Int)] = []
        let before = list.before(key) + [list.number(key, -1)].compactMap { $0 }
        let after = list.after(key) + [list.number(key, 1)].compactMap { $0 }
        for (keys, step) in [(before, 1), (after, -1)] {
            for neighbour in keys.compactMap({ byKey[$0] }) {
                guard let place = desk.place(of: neighbour), desk.clients.indices.contains(place + step) else {
                    continue
                }
                let row = desk.clients[place + step]
                if unlisted.contains(row), !found.contains(where: { $0.row == row }) { found.append((row, neighbour)) }
            }
        }
        return found
    }

    private static func proposal(
        _ expected: RegisterStatement,
        _ key: SampleKey,
        row: Int,
        _ evidence: Evidence,
        on desk: inout DiagnosisSheet
    ) -> NumberTranscription? {
        let typed = Array(SampleKey(desk.row(row).name).text.utf8)
        guard let slip = TypingSlip.between(Array(key.text.utf8), typed) else { return nil }
        var fit: Likeness?
        var clean: [Int] = []
        switch expected.entry.type {
        case .crm:
            if let material = desk.sheet.materials[MaterialName(expected.entry.reference)]?.name {
                let likeness = desk.likeness(of: row, to: material)
                if likeness.count > 0 {
                    guard likeness.isAlike || !likeness.isUnlike else { return nil }
                    fit = likeness
                }
            }
        case .blank:
            let likeness = desk.blankLikeness(of: row)
            guard likeness.above.count <= likeness.clean.count else { return nil }
            clean = likeness.clean
        default: break
        }
        if case .values = evidence {
            guard let fit, fit.isAlike, fit.count >= Likeness.enoughElements else { return nil }
        }
        return NumberTranscription(
            expected: expected,
            row: row,
            slip: slip,
            evidence: evidence,
            fit: fit,
            clean: clean
        )
    }

    func finding(on desk: DiagnosisSheet) -> Finding {
        desk.proposal(
            .sampleNumberTranscription,
            row: row,
            reference: expected.entry.reference,
            message: QualityWords.numberTranscription(self, on: desk)
        )
    }
}
