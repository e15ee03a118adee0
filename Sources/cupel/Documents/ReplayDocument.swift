import Intake
import Ledger
import QualityControl

/// `policy test --json`
struct ReplayDocument: Encodable {
    struct Pair: Encodable {
        let inForce: Int
        let tried: Int

        init(_ pair: ReplaySummary.Pair) {
            inForce = pair.before
            tried = pair.after
        }
    }

    struct Batch: Encodable {
        let batch: String
        let laboratory: String

        init(_ key: BatchKey) {
            batch = key.batch
            laboratory = key.laboratory
        }
    }

    struct Findings: Encodable {
        let rule: String
        let outcome: String
        let inForce: Int
        let tried: Int
    }

    struct Verdict: Encodable {
        let batch: String
        let laboratory: String
        let project: String
        let policyBefore: String
        let policyAfter: String
        let outcomeBefore: String
        let outcomeAfter: String
        let appeared: [FindingDocument]
        let vanished: [FindingDocument]

        init(_ verdict: ReplayedVerdict) {
            batch = verdict.reference.batch
            laboratory = verdict.reference.laboratory
            project = verdict.project
            policyBefore = verdict.policyBefore
            policyAfter = verdict.policyAfter
            outcomeBefore = verdict.outcomeBefore.rawValue
            outcomeAfter = verdict.outcomeAfter.rawValue
            appeared = verdict.changes.appeared.map { FindingDocument($0, batch: verdict.reference.batch) }
            vanished = verdict.changes.vanished.map { FindingDocument($0, batch: verdict.reference.batch) }
        }
    }

    let policy: String
    let certificates: Int
    let changed: Int
    let unreadable: Int
    /// By outcome.
    let batches: [String: Pair]
    let findings: [Findings]
    let falseAlarms: Pair
    let newlyHeld: [Batch]
    let noLongerHeld: [Batch]
    let missed: [Batch]
    let verdicts: [Verdict]

    init(_ summary: ReplaySummary, policy: String, verdicts: [ReplayedVerdict], unreadable: Int) {
        self.policy = policy
        certificates = summary.certificates
        changed = summary.changed
        self.unreadable = unreadable
        var batches: [String: Pair] = [:]
        for outcome in Outcome.allCases { batches[outcome.rawValue] = Pair(summary.batches(outcome)) }
        self.batches = batches
        findings = summary.findingKinds.map { kind, count in
            Findings(rule: kind.rule, outcome: kind.outcome.rawValue, inForce: count.before, tried: count.after)
        }
        falseAlarms = Pair(summary.falseAlarms)
        newlyHeld = summary.newlyHeld.map(Batch.init)
        noLongerHeld = summary.noLongerHeld.map(Batch.init)
        missed = summary.missed.map(Batch.init)
        self.verdicts = verdicts.map(Verdict.init)
    }
}
