import QualityControl
import Standards

/// `policy show --json`
struct PolicyDocument: Encodable {
    struct Line: Encodable {
        let value: String
        let file: String
        let line: Int
        /// What an override is for; absent for what stands for all results.
        let `for`: String?
    }

    struct Number: Encodable {
        let key: String
        let value: String
        let file: String
        let line: Int
        let `for`: String?
        let insteadOf: [Line]
    }

    struct Unused: Encodable {
        let file: String
        let line: Int
        let `for`: String
        let obstacle: String
    }

    let policy: String
    let file: String
    let subject: [String: String]
    let tier: Number?
    let numbers: [Number]
    let notForThis: [Unused]

    init(_ explanation: PolicyExplanation, of question: PolicyQuestion) {
        let loaded = question.policy
        func selectors(_ figure: PolicyFigure?) -> String? {
            figure?.override.map { loaded.policy.overrides[$0].selectors.description }
        }
        policy = loaded.policy.name
        file = loaded.file
        var subject: [String: String] = [:]
        for selector in PolicySelector.allCases { subject[selector.rawValue] = question.subject[selector] }
        if case .project(let project) = question.reason { subject["project"] = project }
        self.subject = subject
        tier = explanation.tier.map { tier in
            Number(
                key: tier.figure?.key ?? "tiers",
                value: tier.tier.rawValue,
                file: loaded.file,
                line: tier.figure?.line ?? 0,
                for: selectors(tier.figure),
                insteadOf: []
            )
        }
        numbers = explanation.numbers.map { number in
            Number(
                key: number.figure.key,
                value: number.figure.text,
                file: loaded.file,
                line: number.figure.line,
                for: selectors(number.figure),
                insteadOf: number.beaten.map {
                    Line(value: $0.text, file: loaded.file, line: $0.line, for: selectors($0))
                }
            )
        }
        notForThis = explanation.unused.map { unused in
            let override = loaded.policy.overrides[unused.override]
            return Unused(
                file: loaded.file,
                line: override.line,
                for: override.selectors.description,
                obstacle: unused.obstacle.rawValue
            )
        }
    }
}
