import Geochemistry

/// What laboratories call a report that is finished, and one that is not.
enum ReportStatus {
    private static let final = [
        "final", "terminado", "finalizado", "definitivo", "définitif", "complete", "completed", "completo", "reported",
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
        return final.contains { words.hasPrefix($0) } ? .final : nil
    }
}
