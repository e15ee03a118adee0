import Ledger

/// The words of `cupel queue` for a decision.
enum QueueWords {
    static let scopeWithout =
        "--analyte, --method and --samples go with accept, reject, reassay and reopen, and say which part is decided."

    static func unreadableSamples(_ text: String) -> String {
        "--samples '\(text)' names no range; give FIRST..LAST in laboratory order, or one sample."
    }

    /// `VA19012345: in_review, reject of Cu in samples A1 to A20 by M. Roy: CRM too high`.
    static func decided(_ item: QueueItem, _ decisions: [DecisionRecord]) -> String {
        guard let decision = decisions.last else { return "" }
        let part = decision.scope == nil ? "" : "\(decision.words) "
        let second =
            decision.awaitsSecond
                || decision.action == .accept && decision.scope == nil && item.standing.isAcceptedByOne
            ? "; a second person must accept it, too" : ""
        let held = decision.action == .accept && decision.scope == nil ? heldParts(decisions) : ""
        return
            "\(item.batch): \(item.standing.phase.rawValue), \(part)by \(decision.actor): \(decision.reason)\(second)\(held)"
    }

    /// What accepting the rest leaves held.
    private static func heldParts(_ decisions: [DecisionRecord]) -> String {
        let held = decisions.sinceBegun.filter {
            $0.scope != nil && !$0.isStale && $0.action != .accept
        }
        if held.isEmpty { return "" }
        return "; still held: "
            + held.map { "\($0.scope?.words ?? "") (decision \($0.id), \($0.action.rawValue))" }
            .joined(separator: "; ")
    }
}
