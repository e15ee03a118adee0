import QualityControl
import Testing

@Suite("The order of sample numbers")
struct SampleNumberOrderTests {
    private func ordered(_ numbers: [String]) -> [String] {
        zip(SampleNumberOrder.ranks(of: numbers), numbers).sorted { $0.0 < $1.0 }.map(\.1)
    }

    @Test("goes by the value of digits, not by their characters")
    func digits() {
        #expect(ordered(["A10", "A9", "A100", "B1", "A-1"]) == ["A-1", "A9", "A10", "A100", "B1"])
        #expect(ordered(["10010", "9", "010009"]) == ["9", "010009", "10010"])
        #expect(ordered(["L1-2", "L1-10", "L1"]) == ["L1", "L1-2", "L1-10"])
    }

    @Test("takes no notice of case and surrounding blanks, and keeps equal ones as they are")
    func equals() {
        #expect(ordered(["b2", " B1", "a3"]) == ["a3", " B1", "b2"])
        #expect(SampleNumberOrder.ranks(of: ["A1", "A01", "a1"]) == [0, 1, 2])
        #expect(SampleNumberOrder.ranks(of: []).isEmpty)
    }

    @Test("does not stumble over numbers that no machine holds")
    func long() {
        let long = "9" + String(repeating: "0", count: 60)
        #expect(ordered([long, "8" + String(repeating: "0", count: 60), "9"]).first == "9")
        #expect(ordered([long, "1" + long])[0] == long)
    }
}
