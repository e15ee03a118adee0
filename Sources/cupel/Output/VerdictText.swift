import Intake

/// A verdict as a person reads it in a terminal.
struct VerdictText {
    let document: BatchDocument

    var text: String {
        var lines = [headline]
        for finding in document.findings where finding.outcome != "pass" {
            lines.append("  [\(Self.word(finding.outcome))] \(finding.message)")
        }
        if !document.reassay.isEmpty {
            lines.append("  Re-assay \(document.reassay.count) samples, in laboratory order:")
            for sample in document.reassay {
                lines.append(
                    "    \(sample.position). \(sample.sample): \(sample.analytes.joined(separator: ", "))"
                )
            }
            if let numbers = document.reassay.inNumberOrder {
                lines.append("  The same samples in the order of their numbers: \(numbers.joined(separator: ", "))")
            }
        }
        return lines.joined(separator: "\n")
    }

    var headline: String {
        Self.headline(
            batch: document.batch,
            laboratory: document.laboratory,
            outcome: document.outcome,
            counts: document.counts
        )
    }

    static func headline(batch: String, laboratory: String, outcome: String, counts: BatchDocument.Counts) -> String {
        "\(batch) (\(laboratory)): \(word(outcome)) - \(counts.fail) failed, \(counts.warn) warned, "
            + "\(counts.pass) passed, \(counts.notEvaluated) not evaluated"
    }

    static func word(_ outcome: String) -> String {
        switch outcome {
        case "pass": "PASS"
        case "warn": "WARN"
        case "fail": "FAIL"
        default: "NOT EVALUATED"
        }
    }

    /// A batch that fails or could not be evaluated is held back, and the command says so by its status.
    static func isHeldBack(_ outcome: String) -> Bool { outcome == "fail" || outcome == "not_evaluated" }
}
