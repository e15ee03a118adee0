public import Ledger
public import QualityControl

/// What a replay comes to over all of its certificates.
public struct ReplaySummary: Sendable {
    /// Two numbers of one thing: under the policy in force, and under the one that is tried.
    public struct Pair: Sendable, Hashable {
        public internal(set) var before = 0
        public internal(set) var after = 0

        public var isChanged: Bool { before != after }
    }

    public struct FindingKind: Sendable, Hashable {
        public let rule: String
        public let outcome: Outcome
    }

    private struct Batch {
        var before: Outcome
        var after: Outcome
        let phase: QueueState.Phase?
    }

    public private(set) var certificates = 0
    /// Certificates whose verdict would differ.
    public private(set) var changed = 0
    private var batches: [BatchKey: Batch] = [:]
    private var findings: [FindingKind: Pair] = [:]

    public init() {}

    public mutating func add(_ verdict: ReplayedVerdict) {
        certificates += 1
        if verdict.isChanged { changed += 1 }
        let key = BatchKey(batch: verdict.reference.batch, laboratory: verdict.reference.laboratory)
        // Of several certificates that count, the worst outcome is the batch's.
        if var batch = batches[key] {
            batch.before = max(batch.before, verdict.outcomeBefore)
            batch.after = max(batch.after, verdict.outcomeAfter)
            batches[key] = batch
        } else {
            batches[key] = Batch(before: verdict.outcomeBefore, after: verdict.outcomeAfter, phase: verdict.phase)
        }
        for finding in verdict.findingsBefore { findings[FindingKind(finding), default: Pair()].before += 1 }
        for finding in verdict.findingsAfter { findings[FindingKind(finding), default: Pair()].after += 1 }
    }

    /// How many batches come to an outcome.
    public func batches(_ outcome: Outcome) -> Pair {
        count(where: { _ in true }, { $0 == outcome })
    }

    /// Batches that would be held back and are not, in the order of their names.
    public var newlyHeld: [BatchKey] { keys { !Self.isHeld($0.before) && Self.isHeld($0.after) } }

    /// Batches that are held back and would not be.
    public var noLongerHeld: [BatchKey] { keys { Self.isHeld($0.before) && !Self.isHeld($0.after) } }

    /// False alarms: batches held back that a person accepted all the same.
    public var falseAlarms: Pair { count(where: { $0.phase == .accepted }, Self.isHeld) }

    /// Batches that a person rejected, and that would be held back no longer.
    public var missed: [BatchKey] {
        keys { $0.phase == .rejected && Self.isHeld($0.before) && !Self.isHeld($0.after) }
    }

    /// Every sort of finding that occurs, but for those that are only shown; by rule, the worst first.
    public var findingKinds: [(kind: FindingKind, count: Pair)] {
        findings.filter { $0.key.outcome != .pass }.sorted {
            ($0.key.rule, $1.key.outcome) < ($1.key.rule, $0.key.outcome)
        }.map { ($0.key, $0.value) }
    }

    private func count(where isCounted: (Batch) -> Bool, _ fits: (Outcome) -> Bool) -> Pair {
        var pair = Pair()
        for batch in batches.values where isCounted(batch) {
            if fits(batch.before) { pair.before += 1 }
            if fits(batch.after) { pair.after += 1 }
        }
        return pair
    }

    private func keys(_ fits: (Batch) -> Bool) -> [BatchKey] {
        batches.filter { fits($0.value) }.keys.sorted { ($0.batch, $0.laboratory) < ($1.batch, $1.laboratory) }
    }

    private static func isHeld(_ outcome: Outcome) -> Bool { outcome == .fail || outcome == .notEvaluated }
}

extension ReplaySummary.FindingKind {
    fileprivate init(_ finding: Finding) { self.init(rule: finding.rule, outcome: finding.outcome) }
}
