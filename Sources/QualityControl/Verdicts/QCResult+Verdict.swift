import Geochemistry

extension QCResult {
    /// A result before any rule has spoken.
    init(
        _ cell: ReportedValue,
        sampleIndex: Int,
        column: JudgedColumn,
        texts: PackedTexts,
        origin: QCOrigin,
        kind: QCKind,
        subtype: String = "",
        reference: String
    ) {
        self.init(
            sampleIndex: sampleIndex,
            columnIndex: column.index,
            origin: origin,
            kind: kind,
            subtype: subtype,
            reference: reference,
            reported: texts[sampleIndex],
            tier: column.tier,
            outcome: .notEvaluated,
            rule: .noResult
        )
        if case .number(let number) = cell { value = number }
    }

    /// Takes over what a rule said, as far as the tier lets it count. The rule stays what it was.
    mutating func settle(_ verdict: RuleVerdict, tier: Tier) {
        self.tier = tier
        rule = verdict.rule
        outcome = tier.weigh(verdict.outcome)
        lowerLimit = verdict.lowerLimit
        upperLimit = verdict.upperLimit
        add(verdict.note)
        if tier == .information, verdict.outcome != .notEvaluated { add(QualityWords.informationOnly) }
    }

    mutating func add(_ words: String) {
        guard !words.isEmpty else { return }
        note = note.isEmpty ? words : "\(note); \(words)"
    }

    /// An evaluated result: a rule looked at it and could say something.
    var isEvaluated: Bool { outcome != .notEvaluated }
}
