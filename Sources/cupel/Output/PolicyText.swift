import QualityControl
import Standards

/// The numbers in force as a person reads them in a terminal.
struct PolicyText {
    private let explanation: PolicyExplanation
    private let question: PolicyQuestion

    init(_ explanation: PolicyExplanation, of question: PolicyQuestion) {
        self.explanation = explanation
        self.question = question
    }

    var text: String {
        var parts = [heading, table]
        if !explanation.unused.isEmpty { parts.append(unused) }
        return parts.joined(separator: "\n\n")
    }

    private var heading: String {
        let policy = question.policy
        let reason =
            switch question.reason {
            case .named: ""
            case .standing: ", of every project that has none of its own"
            case .project(let project):
                policy.policy.projects.isEmpty
                    ? ", because no policy is for the project '\(project)'" : ", for the project '\(project)'"
            }
        var subject: [String] = []
        for selector in PolicySelector.allCases.reversed() {
            guard let name = question.subject[selector] else { continue }
            let origin = selector == .digestion && question.isDigestionOfMethod ? " (of the method)" : ""
            subject.append("\(selector.rawValue) \(name)\(origin)")
        }
        let lines = ["Policy \(policy.policy.name) (\(policy.file))\(reason)"]
        return (lines + (subject.isEmpty ? [] : ["For \(subject.joined(separator: ", "))"])).joined(separator: "\n")
    }

    private var table: String {
        var table = TextTable(["NUMBER", "VALUE", "WHERE", "INSTEAD OF"])
        if let tier = explanation.tier {
            var origin = "in no list of [tiers]"
            if let figure = tier.figure {
                origin = place(figure) + (figure.override == nil ? " \(figure.key)" : "")
            }
            table.add(["tier", tier.tier.rawValue, origin])
        }
        for number in explanation.numbers {
            let beaten = number.beaten.map { "\($0.text) (\(place($0)))" }.joined(separator: "; ")
            let row = [number.figure.key, number.figure.text, place(number.figure)]
            table.add(beaten.isEmpty ? row : row + [beaten])
        }
        return table.text
    }

    private var unused: String {
        let lines = explanation.unused.map { unused in
            let override = question.policy.policy.overrides[unused.override]
            let reason =
                question.subject[unused.obstacle].map { "the \(unused.obstacle.rawValue) is \($0)" }
                ?? "no \(unused.obstacle.rawValue) was given"
            return "  \(question.policy.file):\(override.line) \(override.selectors.description): \(reason)"
        }
        return (["Overrides that are not for this:"] + lines).joined(separator: "\n")
    }

    /// `policies/default.toml:54`, with what an override is for.
    private func place(_ figure: PolicyFigure) -> String {
        let selectors = figure.override.map { " for " + question.policy.policy.overrides[$0].selectors.description }
        return "\(question.policy.file):\(figure.line)\(selectors ?? "")"
    }
}
