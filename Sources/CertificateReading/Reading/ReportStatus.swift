import Geochemistry

/// What laboratories call a report that is finished, and one that is not.
enum ReportStatus {
    private static let final = [
        "final", "terminado", "finalizado", "definitivo", "définitif", "definitif", "complete", "completed", "completo",
        "complet", "reported", "emitido", "concluido", "concluído",
    ]
    /// Without accents.
    private static let reports: Set<String> = [
        "report", "certificate", "results", "informe", "reporte", "certificado", "resultado", "resultados", "relatorio",
        "boletim", "laudo", "rapport", "certificat", "resultats",
    ]
    private static let preliminary = [
        "prelim", "prélim", "partial", "parcial", "partiel", "interim", "draft", "provis", "in progress", "pending",
    ]

    /// The status that a text means; nil for a text that is neither.
    static func read(_ text: String) -> Certificate.Status? {
        let words = text.lowercased()
        if words.isEmpty { return .unstated }
        // "Not final", "Partial - final to follow": whatever speaks against it counts first.
        if preliminary.contains(where: words.contains) || words.hasPrefix("not ") { return .preliminary }
        let folded = FoldedText.fold(text).split { !$0.isLetter }
        // "Relatório final", "Rapport définitif": the noun goes first.
        let rest = folded.drop { reports.contains(String($0)) }
        return final.contains { words.hasPrefix($0) || rest.first?.hasPrefix($0) == true } ? .final : nil
    }
}
