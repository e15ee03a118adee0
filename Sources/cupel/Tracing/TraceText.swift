import Geochemistry
import Ledger
import QualityControl

/// A trace as a person reads it.
struct TraceText {
    let trace: Trace

    var text: String { trace.samples.map(text).joined(separator: "\n\n") }

    private func text(_ sample: TracedSample) -> String {
        let reference = sample.certificate.reference
        var lines = [TraceWords.heading(sample)]
        lines += [
            line("Role", TraceWords.role(sample.role)), line("File", reference.fileName),
            line("SHA-256", reference.sha256),
            line("Kept at", trace.originals[reference.sha256] ?? TraceWords.notArchived),
            line("Taken in", sample.certificate.ingestedAt),
        ]
        let member = sample.certificate.member
        if !member.isEmpty { lines.append(line("Inside", member)) }
        if reference.part > 0 { lines.append(line("Part", "certificate \(reference.part + 1) of the file")) }
        for cell in sample.cells { lines += [""] + text(CellStory(sample: sample, cell: cell)) }
        let composites = sample.composites(named: trace.analyte)
        if !composites.isEmpty {
            lines += ["", "Composite"]
            lines += composites.map { "  " + TraceWords.composite($0.column, $0.result, $0.column.members) }
        }
        lines += ["", "Findings on the sample or the batch"] + findings(sample.otherFindings)
        return (lines + ["", "Verdict"] + verdict(sample) + decisions).joined(separator: "\n")
    }

    private func text(_ story: CellStory) -> [String] {
        let cell = story.cell
        var lines = [cell.method.isEmpty ? cell.analyte : "\(cell.analyte) by \(cell.method)"]
        lines.append(line("Printed", "\"\(cell.text)\""))
        if let stored = cell.storedText { lines.append(line("Stored", "\"\(stored)\", which the workbook shows so")) }
        lines.append(line("Stands in", TraceWords.place(cell)))
        if cell.printedAnalyte != cell.analyte { lines.append(line("Heading", "\"\(cell.printedAnalyte)\"")) }
        lines += [
            line("Read as", TraceWords.read(cell.value)), line("Unit", cell.unit.isEmpty ? "none" : cell.unit),
            line("Digestion", "\(cell.digestion), \(cell.technique)"), line("Detection", TraceWords.limits(cell)),
        ]
        for result in story.resolved { lines.append(line("Over limit", TraceWords.resolved(result))) }
        if let standing = trace.standing(of: story) { lines.append(line("Released", TraceWords.released(standing))) }
        for use in story.composites {
            lines.append(line("Part of", TraceWords.composite(use.column, use.result, use.part)))
        }
        let control = story.control
        lines.append("  Quality control of this column, nearest first")
        if control.isEmpty {
            lines.append("    " + TraceWords.noControl)
        } else {
            lines += table(control, story.sample).split(separator: "\n").map { "    " + $0 }
        }
        return lines + ["  Findings on this column"] + findings(story.findings).map { "  " + $0 }
    }

    private func table(_ control: [StoredQCResult], _ sample: TracedSample) -> String {
        var table = TextTable([
            "WHERE", "SAMPLE", "KIND", "REFERENCE", "REPORTED", "EXPECTED", "LIMITS", "OUTCOME", "RULE",
        ])
        for stored in control {
            let result = stored.result
            let kind = result.subtype.isEmpty ? result.kind.rawValue : result.subtype
            let limits = [result.lowerLimit, result.upperLimit].map { $0?.description ?? "" }
            table.add([
                TraceWords.distance(stored.position - sample.position), stored.sample,
                result.origin == .client ? kind : "\(kind) (laboratory)", result.reference,
                result.reported.trimmedOfBlanks, result.expected?.description ?? "-",
                limits.allSatisfy(\.isEmpty) ? "-" : limits.joined(separator: ".."),
                VerdictText.word(result.outcome.rawValue), result.rule.rawValue,
            ])
        }
        return table.text
    }

    private func findings(_ findings: [Finding]) -> [String] {
        findings.isEmpty ? ["  " + TraceWords.noFindings] : findings.map { "  " + TraceWords.finding($0) }
    }

    private func verdict(_ sample: TracedSample) -> [String] {
        guard let verdict = sample.judgement?.verdict else { return ["  " + TraceWords.noVerdict] }
        let state = verdict.state
        return [
            line("Number", "\(verdict.id), \(VerdictText.word(verdict.outcome.rawValue)), \(verdict.evaluatedAt)"),
            line("Standards", state.standardsSHA256), line("Policy", "\(state.policy) \(state.policySHA256)"),
            line("Registers", state.registerSHA256.isEmpty ? "none" : state.registerSHA256),
            line("Engine", state.engineVersion),
            line("Released", TraceWords.released(trace.release, sample.certificate.reference)),
        ]
    }

    private var decisions: [String] {
        if trace.decisions.isEmpty { return [] }
        return ["", "Decisions"]
            + trace.decisions.map {
                "  \($0.id)  \($0.decidedAt)  \($0.words) on verdict \($0.verdictID) by \($0.actor): \($0.reason)"
                    + ($0.isStale ? "  (stale)" : "")
            }
    }

    private func line(_ name: String, _ value: String) -> String {
        "  " + name + String(repeating: " ", count: max(1, 12 - name.count)) + value
    }
}
