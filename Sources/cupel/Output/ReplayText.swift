import Intake
import Ledger
import QualityControl

/// What a tried policy would change, as a person reads it in a terminal.
enum ReplayText {
    static func verdict(_ verdict: ReplayedVerdict) -> String {
        let reference = verdict.reference
        let project = verdict.project.isEmpty ? "" : ", \(verdict.project)"
        let outcomes = [verdict.outcomeBefore, verdict.outcomeAfter].map { VerdictText.word($0.rawValue) }
        var lines = ["\(reference.batch) (\(reference.laboratory)\(project)): \(outcomes[0]) -> \(outcomes[1])"]
        if verdict.policyBefore != verdict.policyAfter {
            lines.append("  by the policy '\(verdict.policyAfter)' instead of '\(verdict.policyBefore)'")
        }
        lines += verdict.changes.appeared.map { "  + \(finding($0))" }
        lines += verdict.changes.vanished.map { "  - \(finding($0))" }
        return lines.joined(separator: "\n")
    }

    private static func finding(_ finding: Finding) -> String {
        "[\(VerdictText.word(finding.outcome.rawValue))] \(finding.message)"
    }

    static func summary(_ summary: ReplaySummary, of trial: String) -> String {
        var table = TextTable(["", "IN FORCE", "TRIED"])
        for outcome in [Outcome.pass, .warn, .notEvaluated, .fail] {
            table.add("batches: \(VerdictText.word(outcome.rawValue))", summary.batches(outcome))
        }
        for (kind, count) in summary.findingKinds where count.isChanged {
            table.add("findings: \(kind.rule), \(VerdictText.word(kind.outcome.rawValue))", count)
        }
        table.add("false alarms: held back, and accepted by a person", summary.falseAlarms)
        var lines = [
            "\(trial): \(summary.certificates) certificates judged, \(summary.changed) verdicts would differ",
            table.text,
        ]
        lines += list("would be held back", summary.newlyHeld)
        lines += list("would be held back no longer", summary.noLongerHeld)
        lines += list("would be held back no longer although a person rejected them", summary.missed)
        return lines.joined(separator: "\n")
    }

    /// At most ten by name; with --json all of them.
    private static func list(_ words: String, _ batches: [BatchKey]) -> [String] {
        guard !batches.isEmpty else { return [] }
        let more = batches.count > 10 ? " and \(batches.count - 10) more" : ""
        return ["\(batches.count) \(words): \(batches.prefix(10).map(\.batch).joined(separator: ", "))\(more)"]
    }
}

extension TextTable {
    fileprivate mutating func add(_ words: String, _ pair: ReplaySummary.Pair) {
        add([words, "\(pair.before)", "\(pair.after)"])
    }
}
