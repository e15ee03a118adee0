import Testing

@testable import CupelService

@Suite("Which alert is handed over when")
struct HookScheduleTests {
    private var schedule = HookSchedule(retries: 2, base: 10, done: 10)

    @Test("Nothing new: it looks again after a pause")
    mutating func nothing() {
        #expect(schedule.next(at: 100) == .look)
        schedule.found([], upTo: 10, at: 100)
        #expect(schedule.next(at: 100) == .wait(HookSchedule.pause))
        #expect(schedule.next(at: 101) == .wait(HookSchedule.pause - 1))
        #expect(schedule.next(at: 100 + HookSchedule.pause) == .look)
    }

    @Test("One after the other in their order, then it is as far as it has looked")
    mutating func order() {
        schedule.found([12, 15], upTo: 19, at: 100)
        #expect(schedule.next(at: 100) == .run(verdict: 12, attempt: 1))
        #expect(schedule.ended(.succeeded, at: 100) == .finished)
        #expect((schedule.base, schedule.done) == (10, 12))
        #expect(schedule.next(at: 100) == .run(verdict: 15, attempt: 1))
        #expect(schedule.ended(.needless, at: 101) == .finished)
        #expect((schedule.base, schedule.done) == (19, 19))
        #expect(schedule.next(at: 101) == .look)
    }

    @Test("Verdicts that made nobody wait are passed over at once")
    mutating func passed() {
        schedule.found([], upTo: 30, at: 100)
        #expect((schedule.base, schedule.done) == (30, 30))
    }

    @Test("A failure is tried again after pauses that double, those behind it wait, and then it is given up")
    mutating func failures() {
        schedule.found([12, 15], upTo: 19, at: 100)
        #expect(schedule.ended(.failed, at: 100) == .again(2))
        #expect(schedule.next(at: 100) == .wait(2))
        #expect(schedule.next(at: 102) == .run(verdict: 12, attempt: 2))
        #expect(schedule.ended(.failed, at: 102) == .again(4))
        #expect(schedule.next(at: 106) == .run(verdict: 12, attempt: 3))
        #expect((schedule.base, schedule.done) == (10, 10))
        #expect(schedule.ended(.failed, at: 106) == .abandoned)
        #expect((schedule.base, schedule.done) == (10, 12))
        #expect(schedule.next(at: 106) == .run(verdict: 15, attempt: 1))
    }

    @Test("A success after a failure begins anew")
    mutating func recovered() {
        schedule.found([12, 15], upTo: 19, at: 100)
        _ = schedule.ended(.failed, at: 100)
        #expect(schedule.ended(.succeeded, at: 102) == .finished)
        #expect(schedule.next(at: 102) == .run(verdict: 15, attempt: 1))
    }

    @Test("Pauses end at five minutes, however many retries there are; without any the first failure is the last")
    func bounds() {
        var patient = HookSchedule(retries: 100, base: 0, done: 0)
        patient.found([1], upTo: 1, at: 0)
        for _ in 0..<99 { _ = patient.ended(.failed, at: 0) }
        #expect(patient.ended(.failed, at: 0) == .again(HookSchedule.longestPause))
        #expect(patient.ended(.failed, at: 0) == .abandoned)
        var impatient = HookSchedule(retries: 0, base: 0, done: 0)
        impatient.found([1], upTo: 1, at: 0)
        #expect(impatient.ended(.failed, at: 0) == .abandoned)
    }
}
