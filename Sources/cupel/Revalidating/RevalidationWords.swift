import Intake

/// The words of `cupel revalidate`.
enum RevalidationWords {
    static func why(_ causes: [VerdictCause]) -> String {
        if causes.isEmpty { return "because: nothing that a verdict names has changed" }
        return "because: " + causes.map(word).joined(separator: "; ")
    }

    static func word(_ cause: VerdictCause) -> String {
        switch cause {
        case .standards(let from, let to, let files):
            "standards \(short(from)) -> \(short(to))" + (files.isEmpty ? "" : " (\(list(files)))")
        case .policy(let from, let to): "policy '\(from)' -> '\(to)'"
        case .policyFile(let name, let from, let to): "policy '\(name)' \(short(from)) -> \(short(to))"
        case .registers: "the registers say something else of its samples"
        case .series: "its series of reference materials begin otherwise"
        case .engine(let from, let to): "engine \(from) -> \(to)"
        case .first: "it had no verdict"
        }
    }

    static func end(judged: Int, changed: Int, skipped: Int, dryRun: Bool) -> String {
        let verb = dryRun ? "would change" : "changed"
        return "\(judged) certificates judged again, \(changed) verdicts \(verb)"
            + (skipped > 0 ? ", \(skipped) left as they are: judged by the same Standards, registers and engine" : "")
    }

    static func interrupted(after done: Int, of total: Int, again: Bool) -> String {
        "interrupted after \(done) of \(total) certificates; "
            + (again
                ? "--again leaves nothing out, so the next run begins with the first"
                : "run the same command again to go on, what is judged is left out")
    }

    static let nothingAsked = "Name batches, or give --all, --material, --policy or --register."
    static let allAndSome = "--all takes everything; leave out the others."

    /// Up to five names.
    private static func list(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
    }

    private static func short(_ hash: String) -> Substring { hash.prefix(12) }
}
