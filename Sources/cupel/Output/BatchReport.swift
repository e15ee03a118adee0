import CertificateReading
import Geochemistry
import Intake
import Ledger
import QualityControl

/// A batch whole: certificates, what was kept beside them, verdicts, findings, decisions.
struct BatchReport {
    let key: BatchKey
    let record: BatchRecord
    let certificates: [CertificateSummary]
    let documents: [StoredDocument]
    let verdicts: [VerdictSummary]
    let decisions: [DecisionRecord]
    let waitsForRenewal: Bool

    init(_ key: BatchKey, in ledger: Ledger) throws {
        self.key = key
        (record, certificates, documents, verdicts, decisions, waitsForRenewal) = try ledger.read { reader in
            (
                try reader.currentRecord(of: key), try reader.certificates(of: key), try reader.documents(of: key),
                try reader.verdicts(of: key), try reader.decisions(of: key), try reader.waitsForRenewal(key)
            )
        }
    }

    var text: String {
        var lines: [String] = []
        for certificate in certificates { lines += text(certificate) }
        if !documents.isEmpty { lines += ["", "Documents"] + documentLines }
        if let document = BatchDocument(record) {
            lines += ["", "Verdict", "  " + VerdictText(document: document).text.replacing("\n", with: "\n  ")]
            if waitsForRenewal {
                lines += [
                    "  To be judged again when the backlog is through: certificates came before this one in a series."
                ]
            }
            if !document.resolvedResults.isEmpty {
                lines += ["", "Results over the range of a method, and what they are"]
                lines += document.resolvedResults.map(text)
            }
        }
        let reassays = ReassayText(record)
        if !reassays.reassays.isEmpty { lines += ["", "Re-assays"] + reassays.reassays.map { "  " + $0 } }
        if !reassays.reassayOf.isEmpty { lines += ["", "Re-assay of"] + reassays.reassayOf.map { "  " + $0 } }
        if let item = record.queueItem {
            let stale = item.standing.decisionIsStale ? "; the last decision was made on another verdict" : ""
            lines += ["", "Queue", "  \(item.standing.phase.rawValue) since \(item.openedAt)\(stale)"]
        }
        lines += ["", "History of verdicts"]
        lines += verdicts.map { verdict in
            "  \(verdict.id)  \(verdict.evaluatedAt)  \(VerdictText.word(verdict.outcome.rawValue))"
                + "  policy \(verdict.state.policy) \(verdict.state.policySHA256.prefix(12))"
                + "  standards \(verdict.state.standardsSHA256.prefix(12))"
                + (verdict.isCurrent ? "  current" : "")
        }
        if !decisions.isEmpty {
            lines += ["", "Decisions"]
            lines += decisions.map {
                "  \($0.decidedAt)  \($0.words) by \($0.actor): \($0.reason)\($0.isStale ? "  (stale)" : "")"
            }
        }
        return lines.joined(separator: "\n")
    }

    /// `  A1002: Cu ME-ICP41 >10000 ppm is 1.52 % by Cu-OG46 (15200 ppm)`.
    private func text(_ result: ResolvedResultDocument) -> String {
        let analyte = result.resolvedAnalyte == result.analyte ? "" : " \(result.resolvedAnalyte)"
        let reported = result.resolvedReported.trimmedOfBlanks
        let converted = result.conversion.isEmpty ? "" : " (\(result.resolvedValue) \(result.unit))"
        return
            "  \(result.sample): \(result.analyte) \(result.method) \(result.reported.trimmedOfBlanks) \(result.unit) is "
            + "\(reported) \(result.resolvedUnit)\(analyte) by \(result.resolvedMethod)\(converted)"
    }

    private func text(_ certificate: CertificateSummary) -> [String] {
        let reference = certificate.reference
        func line(_ name: String, _ value: String) -> String? {
            value.isEmpty ? nil : "  " + name + String(repeating: " ", count: max(1, 12 - name.count)) + value
        }
        return [
            "\(reference.batch) (\(reference.laboratory)), revision \(reference.revision)"
                + (reference.isCurrent ? "" : ", superseded"),
            line("Status", certificate.status.rawValue),
            line("Client", certificate.client),
            line("Project", certificate.project),
            line("Dispatch", certificate.dispatch),
            line("Received", certificate.received?.description ?? ""),
            line("Reported", certificate.reported?.description ?? ""),
            line(
                "Rows",
                "\(certificate.sampleCount)" + (certificate.declaredSamples.map { " (\($0) declared)" } ?? "")
            ),
            line("File", reference.fileName),
            line("SHA-256", reference.sha256),
            line("Layout", certificate.format),
            line("Taken in", certificate.ingestedAt),
        ].compactMap { $0 }
    }

    /// Each file once, though several revisions may have brought it.
    private var documentLines: [String] {
        var seen: Set<DocumentRecord> = []
        return documents.map(\.document).filter { seen.insert($0).inserted }.flatMap { document in
            let kind = DocumentKind(rawValue: document.kind)?.words ?? document.kind
            return [
                "  \(document.name)  \(kind), \(document.size) bytes", "    SHA-256  \(document.sha256)",
                "    Kept at  archive/\(document.path)",
            ]
        }
    }

    var document: BatchReportDocument {
        BatchReportDocument(
            batch: BatchDocument(record),
            certificates: certificates.map(CertificateDocument.init),
            documents: documents.map { KeptDocument($0, batch: key.batch) },
            verdicts: verdicts.map(VerdictDocument.init),
            decisions: decisions.map(DecisionDocument.init)
        )
    }
}
