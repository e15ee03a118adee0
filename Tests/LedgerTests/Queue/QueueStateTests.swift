import Ledger
import Testing

@Suite("The state of a batch in the queue")
struct QueueStateTests {
    private func judged(
        _ state: QueueState?,
        needsPerson: Bool,
        stale: Bool = false
    ) -> QueueState? {
        .judged(state, needsPerson: needsPerson, decisionGoesStale: stale)
    }

    @Test("is none for a batch that passes, and open for one that does not")
    func opening() {
        #expect(judged(nil, needsPerson: false) == nil)
        #expect(judged(nil, needsPerson: true) == QueueState(.open))
        #expect(judged(QueueState(.resolved), needsPerson: true) == QueueState(.open))
        #expect(judged(QueueState(.resolved), needsPerson: false) == QueueState(.resolved))
    }

    @Test("is resolved by a clean verdict while it waits")
    func resolving() {
        for phase in [QueueState.Phase.open, .inReview] {
            #expect(judged(QueueState(phase), needsPerson: false) == QueueState(.resolved))
            #expect(judged(QueueState(phase), needsPerson: true) == QueueState(phase))
        }
        let reassay = QueueState(.reassayRequested, lastDecision: .reassay)
        #expect(judged(reassay, needsPerson: false) == QueueState(.resolved))
        #expect(
            judged(reassay, needsPerson: false, stale: true) == QueueState(.resolved, decisionIsStale: true)
        )
        #expect(judged(reassay, needsPerson: true) == reassay)
    }

    @Test("is open again, visibly stale, when what was decided on has changed")
    func stale() {
        for (phase, action) in [
            (QueueState.Phase.accepted, DecisionAction.accept), (.rejected, .reject), (.reassayRequested, .reassay),
        ] {
            let decided = QueueState(phase, lastDecision: action)
            #expect(judged(decided, needsPerson: true) == decided)
            #expect(
                judged(decided, needsPerson: true, stale: true)
                    == QueueState(.open, lastDecision: action, decisionIsStale: true)
            )
        }
    }

    @Test("released by a person stays released, held by a person stays held, when a verdict turns clean")
    func cleanAfterDecision() {
        let accepted = QueueState(.accepted, lastDecision: .accept)
        #expect(judged(accepted, needsPerson: false) == accepted)
        #expect(judged(accepted, needsPerson: false, stale: true) == QueueState(.resolved, decisionIsStale: true))
        let rejected = QueueState(.rejected, lastDecision: .reject)
        let reopened = judged(rejected, needsPerson: false, stale: true)
        #expect(reopened == QueueState(.open, lastDecision: .reject, decisionIsStale: true))
        #expect(judged(reopened, needsPerson: false) == reopened)
        let taken = QueueState(.open, lastDecision: .reopen)
        #expect(judged(taken, needsPerson: false) == taken)
    }

    @Test("follows a decision only where it applies")
    func decisions() {
        let expected: [DecisionAction: [QueueState.Phase: QueueState.Phase]] = [
            .accept: [.open: .accepted, .inReview: .accepted, .reassayRequested: .accepted],
            .reject: [.open: .rejected, .inReview: .rejected, .reassayRequested: .rejected],
            .reassay: [.open: .reassayRequested, .inReview: .reassayRequested, .rejected: .reassayRequested],
            .reopen: [.accepted: .open, .rejected: .open, .reassayRequested: .open, .resolved: .open],
            .comment: [
                .open: .inReview, .inReview: .inReview, .reassayRequested: .reassayRequested, .accepted: .accepted,
                .rejected: .rejected, .resolved: .resolved,
            ],
        ]
        for action in DecisionAction.allCases {
            for phase in QueueState.Phase.allCases {
                let next = QueueState.decided(QueueState(phase, decisionIsStale: true), action)
                #expect(next?.phase == expected[action]?[phase], "\(action) on \(phase)")
                if let next { #expect(next.decisionIsStale == (action == .comment), "\(action) on \(phase)") }
            }
            #expect((QueueState.decided(nil, action) != nil) == (action == .reopen))
        }
    }

    @Test("goes into review where two must accept, until what was accepted no longer stands")
    func fourEyes() throws {
        for phase in [QueueState.Phase.open, .inReview, .reassayRequested] {
            let first = QueueState.decided(QueueState(phase), .accept, needsSecond: true)
            #expect(first == QueueState(.inReview, lastDecision: .accept))
        }
        let first = QueueState(.inReview, lastDecision: .accept)
        #expect(first.isAcceptedByOne && first.isWaiting)
        #expect(QueueState.decided(first, .accept)?.phase == .accepted)
        #expect(QueueState.decided(first, .reopen) == QueueState(.open, lastDecision: .reopen))
        #expect(QueueState.decided(first, .comment) == first)
        #expect(QueueState.decided(QueueState(.inReview), .reopen) == nil)
        let stale = try #require(QueueState.judged(first, needsPerson: true, decisionGoesStale: true))
        #expect(stale == QueueState(.open, lastDecision: .accept, decisionIsStale: true))
        #expect(!stale.isAcceptedByOne)
    }
}
