import Ledger
import QualityControl
import Testing

@Suite("Why results may not be used")
struct HoldReasonTests {
    private func hold(
        _ outcome: Outcome?,
        _ phase: QueueState.Phase? = nil,
        last: DecisionAction? = nil,
        stale: Bool = false,
        preliminary: Bool = false,
        accepted: Bool = false,
        waits: Bool = false
    ) -> HoldReason? {
        HoldReason.of(
            outcome: outcome,
            hasPreliminary: preliminary,
            state: phase.map { QueueState($0, lastDecision: last, decisionIsStale: stale) },
            isAccepted: accepted,
            waitsForRenewal: waits
        )
    }

    @Test("nothing, where the verdict passes or warns and nobody holds the batch, or where it was accepted")
    func released() {
        for outcome in [Outcome.pass, .warn] {
            #expect(hold(outcome) == nil)
            #expect(hold(outcome, .resolved) == nil)
            // Accepted once, on a failure that a later verdict no longer finds.
            #expect(hold(outcome, .resolved, stale: true) == nil)
        }
        for outcome in [Outcome.warn, .fail, .notEvaluated] {
            #expect(hold(outcome, .accepted, last: .accept, accepted: true) == nil)
        }
    }

    @Test("a failure, until somebody decides, and what was decided")
    func held() {
        #expect(hold(.fail, .open) == .failed)
        #expect(hold(.notEvaluated, .open) == .notEvaluated)
        #expect(hold(.fail, .inReview) == .inReview)
        #expect(hold(.fail, .reassayRequested, last: .reassay) == .reassayRequested)
        #expect(hold(.fail, .rejected, last: .reject) == .rejected)
        #expect(hold(.pass, .rejected, last: .reject) == .rejected)
        #expect(hold(.pass, .open, last: .reopen) == .reopened)
        #expect(hold(.fail, .resolved) == .answered)
    }

    @Test("a decision on another verdict than the one that stands releases nothing")
    func stale() {
        #expect(hold(.fail, .open, stale: true) == .staleDecision)
        #expect(hold(.pass, .open, last: .reject, stale: true) == .staleDecision)
        #expect(hold(.fail, .accepted, last: .accept, stale: true) == .staleDecision)
    }

    @Test("a verdict that is to be renewed releases nothing, whatever was decided on the one that stands")
    func waiting() {
        #expect(hold(.pass, waits: true) == .toBeJudgedAgain)
        #expect(hold(.fail, .accepted, last: .accept, accepted: true, waits: true) == .toBeJudgedAgain)
        #expect(hold(nil, waits: true) == .notJudged)
    }

    @Test("a preliminary report is never released, nor one without a verdict")
    func preliminary() {
        #expect(hold(.pass, .open, preliminary: true) == .preliminary)
        #expect(hold(.pass, .accepted, preliminary: true, accepted: true) == .preliminary)
        #expect(hold(nil) == .notJudged)
        #expect(hold(nil, .accepted, accepted: true) == .notJudged)
    }
}
