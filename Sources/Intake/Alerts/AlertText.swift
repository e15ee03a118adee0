import QualityControl

/// The page of an alert that a person reads and forwards.
struct AlertText {
    let alert: Alert
    /// How to reach the root from a shell: `--root /srv/cupel`.
    let rootOption: String

    private var document: BatchDocument { alert.document }

    /// How the batch is named in a command; with the laboratory, where the number alone says too little.
    private var batchWords: String {
        shellWord(document.batch) + (alert.isShared ? " --laboratory " + shellWord(document.laboratory) : "")
    }

    /// At most this many findings stand on the page; the command shows the rest.
    private static let mostFindings = 40

    var text: String {
        var lines = [headline, ""]
        lines += facts
        lines += ["", "What was found"]
        let proposals = document.findings.filter { RuleName(rawValue: $0.rule)?.isProposal ?? false }
        let shown = document.findings.filter {
            $0.outcome != "pass" && !(RuleName(rawValue: $0.rule)?.isProposal ?? false)
        }
        lines += shown.prefix(Self.mostFindings).map { "  [\(word($0.outcome))] \($0.message)" }
        if shown.isEmpty { lines.append("  nothing that stands alone; see the counts above") }
        if shown.count > Self.mostFindings { lines.append("  ... and \(shown.count - Self.mostFindings) more") }
        if !proposals.isEmpty {
            // However many failures stand above: what may explain them all is read before anything is paid for.
            lines += ["", "What may lie behind it, to check before a re-assay is paid for"]
            lines += proposals.prefix(Self.mostFindings).map { "  \($0.message)" }
        }
        lines += ["", "Samples to re-assay, in laboratory order"]
        lines += reassay
        if let numbers = document.reassay.inNumberOrder {
            lines += ["", "The same samples in the order of their numbers", "  " + numbers.joined(separator: ", ")]
        }
        if !alert.reassays.reassays.isEmpty { lines += ["", "Re-assays"] + indented(alert.reassays.reassays) }
        if !alert.reassays.reassayOf.isEmpty { lines += ["", "Re-assay of"] + indented(alert.reassays.reassayOf) }
        if !document.reassay.isEmpty {
            lines += ["", "For the laboratory:  cupel queue \(rootOption) reassay-list \(batchWords)"]
        } else {
            lines.append("")
        }
        lines += [
            "To see everything:   cupel show \(rootOption) \(batchWords)",
            "To decide:           cupel queue \(rootOption) \(isPreliminary ? "" : "accept|")reject|reassay \(batchWords)"
                + " --reason \"...\" --by \"...\"",
            "",
        ]
        return lines.joined(separator: "\n")
    }

    private var isPreliminary: Bool {
        document.findings.contains { $0.rule == "preliminary_report" }
    }

    private var headline: String {
        switch document.outcome {
        case "fail": "FAILED: batch \(document.batch) of \(document.laboratory) is held back."
        case "not_evaluated":
            "NOT EVALUATED: batch \(document.batch) of \(document.laboratory) could not be checked and is held back."
        case _ where !alert.isOpen:
            "DONE: batch \(document.batch) of \(document.laboratory) has no failure and waits for nobody."
        default:
            isPreliminary
                ? "PRELIMINARY: batch \(document.batch) of \(document.laboratory) waits for its final report."
                : "HELD BACK: batch \(document.batch) of \(document.laboratory) has no failure, and waits for a person."
        }
    }

    private var facts: [String] {
        let counts = document.counts
        var facts = [
            "File:      \(document.file)",
            "SHA-256:   \(document.sha256)",
            "QC results: \(counts.pass) passed, \(counts.warn) warned, \(counts.fail) failed, "
                + "\(counts.notEvaluated) not evaluated",
        ]
        if let opened = document.openedAt { facts.append("Opened:    \(opened)") }
        if let state = document.queueState { facts.append("Queue:     \(state)") }
        return facts
    }

    private var reassay: [String] {
        if document.reassay.isEmpty { return ["  none"] }
        return document.reassay.map {
            "  \($0.position). \($0.sample): \($0.analytes.joined(separator: ", "))"
                + " (because of \($0.because.joined(separator: ", ")))"
        }
    }

    private func indented(_ lines: [String]) -> [String] { lines.map { "  " + $0 } }

    private func word(_ outcome: String) -> String {
        switch outcome {
        case "fail": "FAIL"
        case "warn": "WARN"
        default: "NOT EVALUATED"
        }
    }

    private func shellWord(_ text: String) -> String {
        let plain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return plain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
