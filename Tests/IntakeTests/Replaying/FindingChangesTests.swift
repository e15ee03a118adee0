import Intake
import QualityControl
import Testing

@Suite("What changes between two verdicts")
struct FindingChangesTests {
    private func finding(
        _ rule: RuleName,
        _ outcome: Outcome,
        _ position: Int = 1,
        _ message: String = ""
    ) -> Finding {
        Finding(rule: rule.rawValue, outcome: outcome, position: position, message: message)
    }

    @Test("Another limit in the sentence is no change; another outcome, place or rule is")
    func identity() {
        let before = [finding(.crm3SD, .fail, 1, "limit 3"), finding(.crm2SD, .warn, 2)]
        #expect(FindingChanges(from: before, to: [finding(.crm3SD, .fail, 1, "limit 4"), before[1]]).isEmpty)
        let after = [finding(.crm2SD, .warn, 1, "limit 4"), before[1]]
        let changes = FindingChanges(from: before, to: after)
        #expect(changes.appeared == [after[0]])
        #expect(changes.vanished == [before[0]])
        #expect(
            FindingChanges(from: before, to: [before[0], finding(.crm2SD, .warn, 3)]).appeared.map(\.position) == [3]
        )
    }

    @Test("A finding that occurs twice and then once vanishes once")
    func counted() {
        let twice = [finding(.unknownMethod, .warn, 0, "A"), finding(.unknownMethod, .warn, 0, "B")]
        let changes = FindingChanges(from: twice, to: [twice[1]])
        #expect(changes.vanished.count == 1)
        #expect(changes.appeared.isEmpty)
    }

    @Test("What is only shown does not count")
    func shown() {
        #expect(FindingChanges(from: [], to: [finding(.crm2SD, .pass)]).isEmpty)
    }
}
